import { constantOf, dataOf, derive, newData, scalar, symbolOf, unknownValue } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import type { Data, Value } from '../../value';

/** `np.arange(len(X))`, `np.random.permutation(n)`: positions, of which slices are parts. */
export function positions(m: Machine, info: CallInfo, shuffled: boolean): Value {
  const [first] = info.args.positional;
  const data = dataOf(m, first);
  // A permutation of rows are the same rows; `arange(0, 1, 0.1)` is a grid of numbers.
  if (data && data.form !== 'index') return derive(m, data);
  if (first?.tag === 'const' || info.args.positional.length > 1) return scalar(m);
  return newData(m, { form: 'index', rows: data?.rows ?? allPositions(m, info, shuffled) });
}

/** `np.random.choice(n, k)`: some of all positions. */
export function chosenPositions(m: Machine, info: CallInfo): Value {
  const [first] = info.args.positional;
  const data = dataOf(m, first);
  // Batches that are drawn with replacement come and go; two parts without may be meant to have no row in common.
  const isPart = first !== undefined && constantOf(info.args.named.get('replace')) === false;
  const all = data?.rows ?? allPositions(m, info, false, isPart ? symbolOf(m, first) : undefined);
  const rows = m.rows.sub(all, {
    by: 'other',
    symbol: freshSymbol(m),
    drawn: true,
  });
  if (data && data.form !== 'index') return derive(m, data, { rows, column: data.column });
  return newData(m, { form: 'index', rows, ...(data?.names ? { names: { rows, negated: false } } : {}) });
}

/** `np.setdiff1d(positions, chosen)`, `np.delete(X, chosen)`, `index.difference(chosen)`: all that are not chosen. */
export function withoutPositions(
  m: Machine,
  all: Value | undefined,
  chosen: Value | undefined,
  site: Site,
): Value {
  const [from, left] = [dataOf(m, all), dataOf(m, chosen)];
  if (!from) return unknownValue(m, site, 'positions');
  const out = left && namedRows(left);
  const rows = m.rows.sub(
    from.rows,
    out ? { by: 'rows', rows: out, negated: true } : { by: 'other', symbol: freshSymbol(m) },
  );
  if (from.form !== 'index') return derive(m, from, { rows, column: from.column });
  return newData(m, { form: 'index', rows, names: out && { rows: out, negated: true } });
}

/** `list(range(len(X)))` */
export function positionsIn(m: Machine, counted: Rows, site: Site): Value {
  const key = `positions ${counted.id} ${freshSymbol(m)}`;
  return newData(m, { form: 'index', rows: m.rows.all({ key, kind: 'index', site, label: 'positions' }) });
}

function namedRows(index: Data): Rows | undefined {
  if (index.form !== 'index') return undefined;
  if (!index.names) return index.rows;
  return index.names.negated ? undefined : index.names.rows;
}

/** Draws from as many positions are draws from the same ones; an order of them is this one's own. */
function allPositions(m: Machine, info: CallInfo, shuffled: boolean, count = freshSymbol(m)): Rows {
  return m.rows.all({
    key: `positions ${count}`,
    kind: 'index',
    site: info.site,
    label: 'positions',
    shuffled,
  });
}
