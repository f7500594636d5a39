import { methodEffect } from '../../../knowledge/methods';
import { contentOf } from '../../data';
import type { PredictFact } from '../../facts';
import type { Machine } from '../../machine';
import { record } from '../../machine';
import type { Rows } from '../../rows/rows';
import { steps } from '../../rows/rows';
import type { Site } from '../../site';
import type { Taint } from '../../taint';
import type { Content, Data, Value } from '../../value';

/**
 * What becomes of predictions, models and held-out rows where no score is seen: they are handed to something that is not
 * followed, or a prediction stands beside other rows for somebody to compare.
 */

/** Values are looked for in containers nested this deep. */
const MAX_DEPTH = 2;

interface Used {
  readonly predictions: Set<PredictFact>;
  readonly models: Set<number>;
  readonly rows: Set<Rows>;
}

/** Something that is not followed gets these values: it may score them. */
export function noteUse(m: Machine, values: readonly Value[], site: Site): void {
  const used: Used = { predictions: new Set(), models: new Set(), rows: new Set() };
  for (const value of values) collect(m, value, used, 0);
  noteUsed(m, used, site);
}

/** Who keeps rows and predictions may score them later; a model alone is kept to be used. */
export function noteKeptRows(m: Machine, values: readonly Value[], site: Site, attribute?: string): void {
  const used: Used = { predictions: new Set(), models: new Set(), rows: new Set() };
  for (const value of values) collect(m, value, used, 0);
  noteUsed(m, { ...used, models: new Set() }, site, attribute);
}

/** `said.to_csv(path)`, `said.plot()` */
export function noteLeaving(m: Machine, self: Value, method: string, site: Site): void {
  if (methodEffect(method) === 'sink' && method !== 'info') noteKeptRows(m, [self], site);
}

/** `pd.DataFrame({'true': y_test, 'said': said})`, `zip(y_test, said)`, `print(said, y_test)` */
export function noteBeside(m: Machine, values: readonly Value[], site: Site): void {
  const tables = values.flatMap(value => tablesIn(m, value, 0));
  const said = tables.flatMap(predictionsIn);
  if (said.length === 0 || tables.every(table => predictionsIn(table).length > 0)) return;
  noteUsed(m, { predictions: new Set(said), models: new Set(), rows: new Set() }, site);
}

/** `said[i] == y_test[i]`: one value of a prediction is held against another value. */
export function noteHeldAgainst(m: Machine, taints: readonly Taint[], site: Site): void {
  const predictions = taints.flatMap(taint => (taint.kind === 'pred' ? [taint.prediction] : []));
  noteUsed(m, { predictions: new Set(predictions), models: new Set(), rows: new Set() }, site);
}

function noteUsed(m: Machine, { predictions, models, rows }: Used, site: Site, attribute?: string): void {
  if (predictions.size + models.size + rows.size === 0) return;
  record<'use'>(m, {
    kind: 'use',
    site,
    predictions: [...predictions],
    models: [...models],
    rows: [...rows],
    ...(attribute === undefined ? {} : { attribute }),
  });
}

function collect(m: Machine, value: Value, used: Used, depth: number): void {
  const content = contentOf(m, value);
  if (value.tag === 'ref' && content?.tag === 'estimator' && content.fit) used.models.add(value.id);
  else if (content?.tag === 'data') {
    for (const prediction of predictionsIn(content)) used.predictions.add(prediction);
    if (isParted(content.rows)) used.rows.add(content.rows);
  } else if (depth < MAX_DEPTH)
    for (const inner of partsOf(value, content)) collect(m, inner, used, depth + 1);
}

function tablesIn(m: Machine, value: Value, depth: number): readonly Data[] {
  const content = contentOf(m, value);
  if (content?.tag === 'data') return [content];
  return depth < MAX_DEPTH ? partsOf(value, content).flatMap(inner => tablesIn(m, inner, depth + 1)) : [];
}

function partsOf(value: Value, content: Content | undefined): readonly Value[] {
  if (value.tag === 'choice') return value.options;
  if (value.tag === 'method') return [value.self];
  switch (content?.tag) {
    case 'sequence':
      return content.rest ? [...content.items, content.rest] : content.items;
    case 'dictionary':
      return [...content.entries.values(), ...(content.rest ? [content.rest] : [])];
    case 'instance':
      return [...content.fields.values(), ...(content.network ? [content.network] : [])];
    default:
      return [];
  }
}

function predictionsIn({ taints, columns }: Data): readonly PredictFact[] {
  const found: PredictFact[] = [];
  for (const own of [taints, ...columns.values()])
    for (const taint of own) if (taint.kind === 'pred') found.push(taint.prediction);
  return found;
}

/** Other rows were parted from these. */
function isParted(rows: Rows): boolean {
  return steps(rows).some(({ kind }) => kind === 'part');
}
