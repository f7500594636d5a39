import type { Assignment } from '../../knowledge/entry';
import type { Interval } from './bounds';
import { intersect, intervalOf, separate } from './bounds';
import { endsBefore, excludeEachOther } from './comparisons';
import type { Rows, Selector } from './rows';
import { lineage } from './rows';

/** How subsets that were cut out by hand came apart. */
export function assignedBySelection(a: Rows, b: Rows): Assignment {
  const [of, others] = [lineage(a), lineage(b)];
  const steps = [
    ...of.filter(one => !others.includes(one)),
    ...others.filter(one => !of.includes(one)),
  ].filter(one => one.kind === 'sub');
  if (steps.some(({ by }) => isDrawn(by))) return 'at-random';
  return steps.length > 0 && steps.every(({ by }) => by.by === 'slice' || by.by === 'missing')
    ? 'in-order'
    : 'unknown';
}

function isDrawn(by: Selector): boolean {
  if (by.by === 'rows') return lineage(by.rows).some(isDrawnRows);
  return (by.by === 'mask' || by.by === 'other') && by.drawn === true;
}

function isDrawnRows(rows: Rows): boolean {
  return (rows.kind === 'sub' && isDrawn(rows.by)) || (rows.kind === 'all' && rows.source.shuffled === true);
}

/** Is every row of the one selection from the same rows left out by the other? */
export function complementary(a: Selector, b: Selector, of: Rows): boolean {
  if (a.by === 'mask' && b.by === 'mask')
    return a.symbol === b.symbol ? a.negated !== b.negated : excludeEachOther(a, b);
  if (a.by !== 'slice' || b.by !== 'slice') return false;
  if (isSeam(a.upper, b.lower) || isSeam(b.upper, a.lower)) return true;
  if (areDatesApart(a.upper, b.lower) || areDatesApart(b.upper, a.lower)) return true;
  const [x, y] = [stretch(a, of), stretch(b, of)];
  return x !== undefined && y !== undefined && separate(x, y);
}

/** Does the one end where the other begins, wherever that is? */
function isSeam(upper: string | undefined, lower: string | undefined): boolean {
  return upper !== undefined && upper === lower;
}

/** `df[:'2018']`, `df['2019':]` */
function areDatesApart(upper: string | undefined, lower: string | undefined): boolean {
  return upper !== undefined && lower !== undefined && endsBefore(upper, lower);
}

function stretch(by: Extract<Selector, { by: 'slice' }>, of: Rows): Interval | undefined {
  return intervalOf(by.lower, by.upper, `len${of.id}`);
}

/** Must two slices or draws from the same rows have some in common? */
export function meet(a: Selector, b: Selector, of: Rows): boolean {
  if (isDraw(a) && isDraw(b)) return a.symbol !== b.symbol;
  if (a.by !== 'slice' || b.by !== 'slice') return false;
  const [x, y] = [stretch(a, of), stretch(b, of)];
  return x !== undefined && y !== undefined && intersect(x, y);
}

/** `df.sample(frac=0.8)`, `df[np.random.rand(len(df)) < 0.8]`; a mask of more conditions may tell more than chance. */
function isDraw(by: Selector): by is Extract<Selector, { by: 'other' | 'mask' }> {
  if (by.by !== 'mask') return by.by === 'other' && by.drawn === true;
  return by.drawn === true && /^\(drawn#[^&|(]*[<>][^&|(]*\)$/.test(by.symbol);
}

/** Equal keys select the same rows of the same rows. */
export function selectorKey(by: Selector): string {
  switch (by.by) {
    case 'slice':
      return `[${by.lower ?? ''}:${by.upper ?? ''}]`;
    case 'mask':
      return `${by.negated ? '~' : ''}mask ${by.symbol}`;
    case 'rows':
      return `${by.negated ? 'not ' : ''}in ${by.rows.id}`;
    default:
      return `${by.by} ${by.symbol}`;
  }
}
