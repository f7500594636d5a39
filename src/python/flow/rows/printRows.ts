import type { Rows, Selector } from './rows';
import { selectorKey } from './selectors';

/** As `holdout debug --print facts` shows rows: `part 0 of split#1(data.csv)`. */
export function printRows(rows: Rows, depth = 0): string {
  if (depth > 6) return '…';
  switch (rows.kind) {
    case 'all':
      return rows.source.label;
    case 'part':
      return `part ${rows.index} of split#${rows.split.id}(${printRows(rows.of, depth + 1)})`;
    case 'sub':
      return `${printRows(rows.of, depth + 1)}[${printSelector(rows.by, depth)}]`;
    case 'dup':
      return `resampled(${printRows(rows.of, depth + 1)})`;
    default:
      return `(${rows.members.map(one => printRows(one, depth + 1)).join(rows.kind === 'union' ? ' + ' : ' or ')})`;
  }
}

function printSelector(by: Selector, depth: number): string {
  if (by.by === 'rows') return `${by.negated ? 'not ' : ''}in ${printRows(by.rows, depth + 1)}`;
  return selectorKey(by).replace(/^\[|\]$/g, '');
}
