import { contentOf, dataOf, derive, taintsIn, withTaints } from '../../data';
import type { Machine } from '../../machine';
import type { Taint, Taints, VaryTaint } from '../../taint';
import { CLEAN, taintsOf, unite, uniteAll } from '../../taint';
import type { Data, Value } from '../../value';

/**
 * What a loop varies may be the features: `X[chosen + [name]]`, `X.drop(columns=name)`, what `SelectKBest(k=k)` and
 * `PCA(k)` make. Whoever keeps the best of the scores has chosen the features by them.
 */
export function withVariedColumns(m: Machine, of: Data, picked: Value, index: Value | undefined): Value {
  return isOneColumn(m, index)
    ? varying(m, of, picked, columnsVariedBy(m, taintsIn(m, index), 'one'))
    : varying(m, of, picked, asFeatures(m, variedBy(m, index)));
}

/** The same rows with other columns in each round. */
export function varying(m: Machine, of: Data, picked: Value, varied: Taints): Value {
  const data = dataOf(m, picked);
  // Rows that a loop picks are other rows, not other features.
  if (!data || varied.length === 0 || data.rows !== of.rows || of.form === 'column') return picked;
  return derive(m, data, { ...withTaints(data, varied), ...sameAs(data) });
}

/** What varies the features, where that went into making them. */
export function asFeatures(m: Machine, taints: Taints): Taints {
  return columnsVariedBy(m, taints, 'several');
}

/** What features carry of the loops that vary them, and nothing of what else varies in them. */
export function ofFeatures(taints: Taints): Taints {
  return taints.some(({ kind }) => kind === 'vary') ? taints.filter(isOfFeatures) : taints;
}

function isOfFeatures(taint: Taint): boolean {
  return taint.kind !== 'vary' || taint.columns === 'several';
}

function columnsVariedBy(m: Machine, taints: Taints, columns: 'one' | 'several'): Taints {
  const varied = taintsOf(taints, 'vary').filter(({ seed, weighs }) => !seed && !weighs);
  return uniteAll(varied.map(({ loop, pair }) => [varyingColumns(m, loop, pair, columns)]));
}

function varyingColumns(
  m: Machine,
  loop: number,
  pair: boolean | undefined,
  columns: 'one' | 'several',
): VaryTaint {
  return m.taints.add(`columns ${columns} ${loop}`, id => ({
    kind: 'vary',
    id,
    loop,
    columns,
    ...(pair === undefined ? {} : { pair }),
  }));
}

/** `X[name]`, `X[[name]]`, `X[:, i]` */
function isOneColumn(m: Machine, index: Value | undefined): boolean {
  if (index?.tag === 'scalar' || index?.tag === 'const') return true;
  const content = contentOf(m, index);
  if (content?.tag !== 'sequence') return false;
  return content.form === 'tuple'
    ? isOneColumn(m, content.items[1])
    : content.items.length === 1 && !content.rest;
}

/** `[:, :k]`, `[:, names]`, `names` */
function variedBy(m: Machine, index: Value | undefined): Taints {
  if (index?.tag === 'slice') return uniteAll([index.lower, index.upper].map(bound => taintsIn(m, bound)));
  const content = contentOf(m, index);
  return content?.tag === 'sequence' && content.form === 'tuple'
    ? variedBy(m, content.items[1])
    : taintsIn(m, index);
}

/** It is the same table but for what it carries. */
function sameAs(data: Data): Partial<Data> {
  const { symbol, stage, of, column, name, descending, fields, within, names, negated } = data;
  return { symbol, stage, of, column, name, descending, fields, within, names, negated };
}

/** `[name for name in names if name != left_out]`: which names are there changes with the loop around it. */
export function variedByFilter(m: Machine, element: Value): Value {
  if (m.conditions.length === 0 || (element.tag !== 'const' && element.tag !== 'scalar')) return element;
  const own = m.loops.at(-1);
  const varied = taintsOf(uniteAll(m.conditions.map(one => one.varied)), 'vary').filter(
    ({ loop }) => loop !== own && m.loops.includes(loop),
  );
  return varied.length === 0 ? element : { ...element, taints: unite(element.taints ?? CLEAN, varied) };
}
