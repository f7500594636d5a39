import type { Entry } from '../../../knowledge/entry';
import { constantOf, contentOf, dataOf, isWrittenOut, scalar, taintsIn, stageOf } from '../../data';
import type { ComparedTaint, PredictFact, ScoreFact, TargetColumn, Varied } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Rows } from '../../rows/rows';
import { rowsFilled } from '../../rows/filled';
import { lineage } from '../../rows/rows';
import type { Site } from '../../site';
import { argumentSite } from '../tables/written';
import type { Taints } from '../../taint';
import { CLEAN, taintsOf, unite, without } from '../../taint';
import type { Data, Dictionary, Estimator, Value } from '../../value';
import { originsIn, told } from '../../columns/provenance';
import { givenTo } from '../models/features';
import { heldAgainst } from '../splits/forecasts';
import { rowsHeld } from '../networks/batches';
import { tableOf } from '../tables/tableNames';

/** A metric of a library: every prediction among its arguments is scored. */
export function metric(
  m: Machine,
  name: string,
  { prevalence, curve }: Pick<Extract<Entry, { kind: 'metric' }>, 'prevalence' | 'curve'>,
  info: CallInfo,
): Value {
  const carried = [...info.args.positional, ...info.args.named.values()]
    .map(value => taintsIn(m, value, 1))
    .filter(taints => taints.some(taint => taint.kind === 'pred'));
  const given = [...info.args.positional, ...info.args.named.values()];
  const predictions = new Set(
    carried.flatMap(taints =>
      taintsOf(taints, 'pred').map(({ prediction }) => heldAgainst(m, prediction, given)),
    ),
  );
  const cut = carried.reduce(unite, CLEAN);
  return scalar(m, scored(m, [...predictions], { metric: name, prevalence, site: info.site, cut, curve }));
}

export interface Measure {
  readonly metric: string;
  readonly prevalence: boolean;
  readonly site: Site;
  /** What the prediction carries by now, as a cut-off it was compared with. */
  readonly cut?: Taints;
  /** Holds one score for each cut-off. */
  readonly curve?: boolean | undefined;
}

/** Notes a score for each prediction; gives what the number carries. */
export function scored(m: Machine, predictions: readonly PredictFact[], measure: Measure): Taints {
  let taints = CLEAN;
  const { metric: name, prevalence, site, cut = CLEAN, curve = false } = measure;
  for (const prediction of predictions) {
    const score = record<'score'>(m, {
      kind: 'score',
      metric: name,
      prevalence,
      site,
      fit: prediction.fit,
      rows: prediction.rows,
      taints: prediction.taints,
      features: prediction.features,
      table: prediction.table,
      certain: prediction.certain,
      varied: [...variedIn(m, prediction, cut), ...(curve ? [CURVE] : [])],
      cutBy: taintsOf(cut, 'sel').filter(taint => taint.selection.what === 'threshold'),
    });
    taints = unite(taints, [scoreTaint(m, score)]);
  }
  return taints;
}

function scoreTaint(m: Machine, score: ScoreFact): Taints[number] {
  return m.taints.add(`scored ${score.order}`, id => ({ kind: 'scored', id, score }));
}

const CURVE: Varied = { loop: undefined, what: 'threshold' };

/** What running loops change: the model's parameters, its state, a seed, or the cut-off on its prediction, or its weight. */
function variedIn(m: Machine, { fit, rows }: PredictFact, cut: Taints): readonly Varied[] {
  // With other answers it is another question, and no other way to answer it.
  const asked = taintsOf(fit.target.taints, 'vary').map(({ loop }) => loop);
  const own = taintsOf(fit.taints, 'vary').filter(one => !one.columns || !asked.includes(one.loop));
  const cuts = taintsOf(cut, 'vary').filter(taint => !own.includes(taint));
  const seeds = lineage(rows).flatMap(one => (one.kind === 'part' ? (one.split.seededBy ?? []) : []));
  const all: readonly Varied[] = [
    ...own.map(({ loop, seed, columns, pair }) => ({
      loop,
      pair,
      what: seed ? ('seed' as const) : columns ? ('features' as const) : ('parameters' as const),
    })),
    ...fit.continuedIn.map(loop => ({ loop, what: 'epoch' as const })),
    ...cuts.map(({ loop, weighs }) => ({
      loop,
      what: weighs ? ('parameters' as const) : ('threshold' as const),
      weighs,
    })),
    ...seeds.map(loop => ({ loop, what: 'seed' as const })),
  ];
  return all.filter(({ loop }) => loop !== undefined && m.loops.includes(loop));
}

/** `model.score(X, y)`, `model.evaluate(X, y)` */
export function scoreModel(m: Machine, model: Estimator, info: CallInfo): Value {
  const features =
    info.args.positional[0] ??
    info.args.named.get('X') ??
    info.args.named.get('x') ??
    info.args.named.get('generator');
  // Without answers it may be anything that a class of its own takes for a score: points for each row, say.
  const asks = info.args.positional.length > 1 || info.args.named.has('y');
  if (model.api === 'model' && !asks && m.options.textOf(info.nameSpan) === 'score') return scalar(m);
  const prediction = features && predicted(m, model, features, info);
  if (!prediction) return scalar(m);
  const classifies = model.entry.kind === 'model' && model.entry.task === 'classification';
  const taints = scored(m, [prediction], {
    metric: m.options.textOf(info.nameSpan) || 'score',
    prevalence: classifies,
    site: info.site,
  });
  return scalar(m, taints);
}

/** Notes that a model predicts rows. `undefined` when it was not fitted in sight. */
export function predicted(
  m: Machine,
  model: Estimator,
  features: Value,
  info: CallInfo,
): PredictFact | undefined {
  const { site } = info;
  const rows = rowsOf(m, features, site);
  if (!model.fit || !rows) return undefined;
  return record<'predict'>(m, {
    kind: 'predict',
    site,
    fit: model.fit,
    rows,
    taints: taintsIn(m, features, 2),
    features: nameOf(m, features),
    stage: stageIn(m, features),
    certain: m.forks === 0 && model.forked !== true,
    given: argumentSite(m, info, 0, 'X', 'x', 'data'),
    columns: givenTo(m, model, features),
    table: tableOf(m, features),
  });
}

export function stageIn(m: Machine, features: Value | undefined): PredictFact['stage'] {
  const data = dataOf(m, features);
  return data && stageOf(m, data);
}

export function predictionTaint(m: Machine, prediction: PredictFact): Taints {
  return [m.taints.add(`pred ${prediction.order}`, id => ({ kind: 'pred', id, prediction }))];
}

/** The rows that a value holds; those of the first table in a list of inputs. */
export function rowsOf(m: Machine, value: Value | undefined, site = NOWHERE): Rows | undefined {
  const data = dataOf(m, value);
  if (data) return data.rows;
  const content = contentOf(m, value);
  if (content?.tag === 'instance') return rowsHeld(m, value);
  if (content?.tag === 'dictionary') return rowsByName(m, content);
  if (content?.tag !== 'sequence') return undefined;
  const filled = rowsFilled(m, content);
  if (filled) return filled;
  const first = firstOf(m, content.items[0] ?? content.rest);
  if (first && first.form !== 'unknown') return first.rows;
  if (value?.tag !== 'ref') return undefined;
  // A list of texts or of numbers holds rows of its own.
  const kind = isWrittenOut(m, value) && site !== NOWHERE ? 'literal' : 'unknown';
  return m.rows.all({ key: `${kind} list ${value.id}`, kind, site, label: 'a list' });
}

/** Of inputs by their names: `model.fit({'age': age_train, 'text': text_train}, y_train)`. */
function rowsByName(m: Machine, { entries, rest }: Dictionary): Rows | undefined {
  const tables = [...entries.values(), rest].map(value => dataOf(m, value));
  return tables.find(table => table !== undefined && table.form !== 'unknown')?.rows;
}

/** The table itself, or the first of a tuple, as a generator gives portions. */
function firstOf(m: Machine, value: Value | undefined): Data | undefined {
  if (value?.tag === 'choice') return firstOf(m, value.options[0]);
  const content = contentOf(m, value);
  if (content?.tag === 'data') return content;
  return content?.tag === 'sequence' && content.form === 'tuple' ? dataOf(m, content.items[0]) : undefined;
}

const NOWHERE: Site = { start: 0, end: 0 };

export function nameOf(m: Machine, value: Value | undefined): string | undefined {
  const data = dataOf(m, value);
  return data?.name ?? data?.within;
}

/** A prediction set against other observations, as in `y_test - predicted`. */
export function comparedTaints(m: Machine, left: Value, right: Value): Taints {
  const [a, b] = [dataOf(m, left), dataOf(m, right)];
  if (!a || !b) return CLEAN;
  const [x, y] = [taintsOf(taintsIn(m, left), 'pred'), taintsOf(taintsIn(m, right), 'pred')];
  const one = x.length > 0 ? x : y;
  if (one.length === 0 || (x.length > 0 && y.length > 0)) return CLEAN;
  const made = one.map(taint => {
    const prediction = heldAgainst(m, taint.prediction, [left, right]);
    const key = `compared ${prediction.order} ${prediction.rows.id}`;
    return m.taints.add(key, id => ({ kind: 'compared' as const, id, prediction }));
  });
  return made.sort((p, q) => p.id - q.id);
}

/** Where one model is right and another is wrong: no average of that is a score of either. */
export function setApart(m: Machine, left: Value, right: Value): boolean {
  const a = comparedModels(m, left);
  const b = comparedModels(m, right);
  return a.length > 0 && b.length > 0 && !a.some(design => b.includes(design));
}

function comparedModels(m: Machine, value: Value): readonly string[] {
  return taintsOf(taintsIn(m, value), 'compared').map(({ prediction }) => prediction.fit.design);
}

/** A prediction that a function which is not known held against answers. */
export function comparedBy(m: Machine, prediction: PredictFact, by: string): ComparedTaint {
  const key = `compared ${prediction.order} ${prediction.rows.id} by ${by}`;
  return m.taints.add(key, id => ({ kind: 'compared' as const, id, prediction, by }));
}

/** What a function that is not known made of a prediction and answers is a score where it is used as a number. */
export function asNumber(m: Machine, value: Value, site: Site): Value {
  const data = dataOf(m, value);
  if (data?.form !== 'unknown' || !data.taints.some(({ kind }) => kind === 'compared')) return value;
  const others = without(data.taints, 'compared', 'pred', 'vary');
  return scalar(m, unite(others, scoredByHand(m, data.taints, site)));
}

/** `np.mean(scores)`, also of what functions that are not known held against answers. */
export function averaged(m: Machine, list: Value | undefined, site: Site): Value {
  const taints = taintsIn(m, list);
  const score = scoredByHand(m, taints, site);
  return scalar(m, score.length > 0 ? unite(without(taints, 'compared', 'pred'), score) : taints);
}

/** An average of comparisons is a score computed by hand. */
export function scoredByHand(m: Machine, taints: Taints, site: Site): Taints {
  const compared = taintsOf(taints, 'compared');
  const predictions = new Set(compared.map(taint => taint.prediction));
  if (predictions.size === 0) return CLEAN;
  return scored(m, [...predictions], {
    metric: compared.find(({ by }) => by !== undefined)?.by ?? 'a score computed by hand',
    prevalence: false,
    site,
    cut: taints,
  });
}

/** The target beside the features of a fit. */
export function targetOf(m: Machine, target: Value | undefined): TargetColumn {
  const data = dataOf(m, target);
  const given = target !== undefined && constantOf(target) !== null;
  const named = { column: data?.column, rows: data?.rows, name: data?.name };
  return { ...named, given, taints: taintsIn(m, target, 2), ...told(originsIn(m, target)) };
}
