import { newData, symbolOf, unknownValue } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol, record, startKey } from '../../machine';
import type { Rows, Split } from '../../rows/rows';
import type { Site } from '../../site';
import type { Ref, Tool, Value } from '../../value';
import { newSplit, splitOnce } from './drawing';
import { noteSplitGroups } from '../tables/grouping';
import { rowsOf } from '../scores/scoring';

/** `KFold(5).split(X)`: an iterator over pairs of index arrays. */
export function foldsOf(m: Machine, splitter: Tool, info: CallInfo): Value {
  const rows = rowsOf(m, info.args.positional[0] ?? info.args.named.get('X'));
  if (!rows) return unknownValue(m, info.site, 'folds');
  const label = splitter.api.split('.').pop() ?? splitter.api;
  const once = /ShuffleSplit$/.test(label) && symbolOf(m, splitter.inner) === '1';
  const assigns = splitter.assigns ?? 'unknown';
  const made = { form: once ? 'holdout' : 'folds', site: info.site, label, assigns } as const;
  const split = once ? splitOnce(m, made, rows, splitter.named) : newSplit(m, made);
  if (assigns === 'by-group')
    noteSplitGroups(m, rows, info.args.named.get('groups') ?? info.args.positional[2], info);
  record<'split'>(m, { kind: 'split', site: info.site, split, of: rows, arrays: [] });
  return m.store.allocate({ ...splitter, split, rows });
}

/** Until scikit-learn 0.17 a splitter was made with the rows, or their number, and was an iterator itself: `KFold(len(X), 5)`. */
export function foldsOfOld(m: Machine, splitter: Tool, site: Site): Tool | undefined {
  if (splitter.entry.kind !== 'folds') return undefined;
  const given = splitter.named?.get('n') ?? splitter.named?.get('y') ?? splitter.inner;
  const rows = rowsOf(m, given) ?? (given?.tag === 'scalar' ? m.rows.counted(given.symbol) : undefined);
  const label = splitter.api.split('.').pop() ?? splitter.api;
  const made = { form: 'folds', site, label, assigns: splitter.assigns ?? 'unknown' } as const;
  const source = { key: `positions ${startKey(m, site)}`, kind: 'index', site, label: 'positions' } as const;
  return { ...splitter, split: newSplit(m, made), rows: rows ?? m.rows.all(source) };
}

/** One fold: `(train_index, test_index)`. Each call is another fold; of a splitter that splits once, the same. */
export function foldPair(m: Machine, folds: Tool, site: Site, form = folds.split?.form ?? 'folds'): Value {
  const made = { form, ...madeBy(folds, site) };
  return pairOf(m, splitsOnce(folds) ? folds.split : newSplit(m, made), folds.rows, site);
}

/** `next(splitter.split(X))`, `list(splitter.split(X))[0]`: one fold serves as a split into two. */
export function firstFold(m: Machine, folds: Tool, site: Site): Value {
  const made = {
    form: 'holdout',
    ...madeBy(folds, site),
  } as const;
  const split = splitsOnce(folds) ? folds.split : splitOnce(m, made, folds.rows, folds.named);
  return pairOf(m, split, folds.rows, site);
}

/** `folds[i]` of a list of folds. */
export function foldAt(m: Machine, self: Ref, folds: Tool, index: Value, site: Site): Value {
  const key = `fold ${self.id} ${symbolOf(m, index)}`;
  const made = {
    form: index.tag === 'const' && !index.taints ? 'holdout' : 'folds',
    ...madeBy(folds, site),
  } as const;
  const split = m.splits.get(key) ?? newSplit(m, made);
  m.journal.set(m.splits, key, split);
  return pairOf(m, split, folds.rows, site);
}

function madeBy({ split }: Tool, site: Site): Pick<Split, 'site' | 'label' | 'assigns'> {
  return split
    ? { site: split.site, label: split.label, assigns: split.assigns }
    : { site, label: 'split', assigns: 'unknown' };
}

function pairOf(m: Machine, split: Split, rows: Rows | undefined, site: Site): Value {
  const items = [0, 1].map(index => indexOf(m, rows, split, index, site));
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
}

/** `ShuffleSplit(n_splits=1)` */
export function splitsOnce(folds: Tool): folds is Tool & { readonly split: Split } {
  return folds.split?.form === 'holdout';
}

function indexOf(m: Machine, of: Rows | undefined, split: Split, index: number, site: Site): Ref {
  const whole = of ?? m.rows.all({ key: freshSymbol(m), kind: 'unknown', site, label: 'rows' });
  const rows = m.rows.part(split, index, whole);
  return newData(m, { form: 'index', rows, names: { rows, negated: false } });
}
