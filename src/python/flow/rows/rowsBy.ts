import { constantOf, contentOf, dataOf, symbolOf } from '../data';
import { isDrawn } from './drawnSymbols';
import type { Machine } from '../machine';
import { freshSymbol } from '../machine';
import type { Rows, Selector } from './rows';
import type { Data, SliceValue, Value } from '../value';

/** `X[range(a, b)]` is `X[a:b]`. */
export function asSlice(m: Machine, index: Value): Value {
  const list = contentOf(m, index);
  return (list?.tag === 'sequence' ? list.stretch : undefined) ?? index;
}

/** The rows that an index of rows picks. */
export function rowsBy(m: Machine, data: Data, given: Value): Rows {
  const index = asSlice(m, given);
  if (index.tag === 'slice') return sliceRows(m, data.rows, index);
  const mask = dataOf(m, index);
  if (!mask || mask.form === 'unknown')
    return m.rows.sub(data.rows, { by: 'other', symbol: symbolOfIndex(m, index) });
  if (mask.names) {
    const { rows, negated } = mask.names;
    if (!negated && m.rows.contains(data.rows, rows)) return rows;
    return m.rows.sub(data.rows, { by: 'rows', rows, negated });
  }
  if (mask.form === 'index') return m.rows.sub(data.rows, { by: 'rows', rows: mask.rows, negated: false });
  return m.rows.sub(data.rows, maskSelector(mask));
}

/** A list that gets more elements picks other rows from then on; one of the same numbers picks the same. */
function symbolOfIndex(m: Machine, index: Value): string {
  const list = contentOf(m, index);
  if (list?.tag !== 'sequence') return symbolOf(m, index);
  const numbers = list.items.map(constantOf);
  if (!list.rest && numbers.every(one => typeof one === 'number')) return `[${numbers.join()}]`;
  const last = list.last ? `.${list.last.round}` : '';
  return `${symbolOf(m, index)}.${list.items.length}${list.rest ? symbolOf(m, list.rest) : ''}${last}`;
}

function maskSelector(mask: Data): Selector {
  const missing = /^missing\(/.test(mask.symbol);
  return missing && mask.negated
    ? { by: 'missing', symbol: mask.symbol }
    : { by: 'mask', symbol: mask.symbol, negated: mask.negated, drawn: isDrawn(mask.symbol) };
}

/** Rows `lower` to `upper`; the ends of the table are no bounds, and a slice along a seam is the part beside it. */
export function sliceRows(m: Machine, rows: Rows, slice: SliceValue): Rows {
  const bound = (value: Value | undefined, end: string): string | undefined => {
    const symbol = value && symbolOf(m, value);
    return symbol === end || symbol === 'null' ? undefined : symbol;
  };
  const lower = bound(slice.lower, '0');
  const upper = bound(slice.upper, `len${rows.id}`);
  if (rows.kind === 'union' && rows.members.length === 2) {
    const [a, b] = rows.members;
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      if (here && there && lower === undefined && upper === `len${here.id}`) return here;
      if (here && there && upper === undefined && lower === `len${here.id}`) return there;
    }
  }
  const step = constantOf(slice.step);
  if (slice.step && step !== 1 && step !== -1)
    return m.rows.sub(rows, { by: 'other', symbol: freshSymbol(m) });
  return m.rows.sub(rows, { by: 'slice', lower, upper });
}
