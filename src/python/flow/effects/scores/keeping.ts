import { constantOf, contentOf, derive, scalar, taintsIn, withTaints } from '../../data';
import type { Chosen, ScoreFact } from '../../facts';
import type { Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Site } from '../../site';
import { sameSite, siteKey } from '../../site';
import type { SelTaint, Taints } from '../../taint';
import { CLEAN, taintsOf, unite } from '../../taint';
import type { Content, Value } from '../../value';
import { rivalsAmong } from './rivals';
import { select } from './selecting';

export interface Kept {
  readonly test: Value;
  /** The cells that the branch wrote. */
  readonly written: Iterable<number>;
  /** The objects that it changed, as they were before. */
  readonly changed: ReadonlyMap<number, Content | undefined>;
  /** Of a conditional expression. */
  readonly result: Value | undefined;
  readonly site: Site;
}

/**
 * `if score > best: best, best_c = score, c`, `model = a if a_score > b_score else b`: where what is kept is the very
 * score that the condition compared, or its model, all that the branch wrote was chosen by it.
 */
export function noteKept(m: Machine, { test, written, changed, result, site }: Kept): Value | undefined {
  const scores = scoresIn(m, test);
  if (scores.length === 0) return result;
  const cells = [...written];
  const fields = [...changed].flatMap(([id, old]) => fieldsSet(m, id, old));
  const values = [...cells.map(cell => m.store.read(cell)), ...fields.map(({ value }) => value), result];
  const kept = scores.filter(score => values.some(value => holds(m, value, score)));
  const taint = keptInLoop(m, kept) ?? betterOfTwo(m, scores, kept, site) ?? keptAfterwards(m, kept, site);
  if (!taint) return result;
  for (const cell of cells) {
    const value = m.store.read(cell);
    if (value) m.store.write(cell, chosen(m, value, [taint]));
  }
  for (const { id, name, value } of fields) {
    const content = m.store.content(id);
    if (content?.tag === 'instance')
      m.store.update(id, {
        ...content,
        fields: new Map([...content.fields, [name, chosen(m, value, [taint])]]),
      });
  }
  return result && chosen(m, result, [taint]);
}

interface FieldSet {
  readonly id: number;
  readonly name: string;
  readonly value: Value;
}

/** `self.best = score`: attributes that were set since. */
function fieldsSet(m: Machine, id: number, old: Content | undefined): readonly FieldSet[] {
  const present = m.store.content(id);
  if (present?.tag !== 'instance' || old?.tag !== 'instance') return [];
  return [...present.fields].flatMap(([name, value]) =>
    old.fields.get(name) === value ? [] : [{ id, name, value }],
  );
}

function scoresIn(m: Machine, value: Value | undefined, depth = 0): readonly ScoreFact[] {
  return taintsOf(taintsIn(m, value, depth), 'scored').map(taint => taint.score);
}

/** What is kept may be a record within a record: `best = {"model": model, "scores": {"f1": f1}}`. */
const RECORD_DEPTH = 2;

function holds(m: Machine, value: Value | undefined, score: ScoreFact): boolean {
  if (scoresIn(m, value, RECORD_DEPTH).includes(score)) return true;
  const content = contentOf(m, value);
  return content?.tag === 'estimator' && content.fit === score.fit;
}

/** The scores of one loop's rounds, by what the loop varies. */
function keptInLoop(m: Machine, kept: readonly ScoreFact[]): SelTaint | undefined {
  const varied = kept.filter(score => score.varied.some(one => isRunning(m, one.loop)));
  const what = chosenBy(varied, loop => isRunning(m, loop));
  return what && decidedBy(m, { how: 'loop', what, scores: varied, site: varied[0]?.site });
}

/** `for k, score in scores.items(): if score > best: best, best_k = score, k`: another loop has made the scores. */
function keptAfterwards(m: Machine, kept: readonly ScoreFact[], site: Site): SelTaint | undefined {
  if (m.loops.length === 0 || kept.some(score => score.varied.some(one => isRunning(m, one.loop))))
    return undefined;
  const tried = kept.filter(score =>
    score.varied.some(({ what, loop }) => isOfModel(what) && loop !== undefined),
  );
  const what = chosenBy(tried, loop => loop !== undefined);
  return what && decidedBy(m, { how: 'loop', what, scores: tried, site });
}

/** The scores of several models on the same rows. */
function betterOfTwo(
  m: Machine,
  compared: readonly ScoreFact[],
  kept: readonly ScoreFact[],
  site: Site,
): SelTaint | undefined {
  if (kept.length === 0) return undefined;
  const rivals = rivalsAmong(m, compared);
  return rivals.length > 1
    ? decidedBy(m, { how: 'comparison', what: 'model', scores: rivals, site })
    : undefined;
}

function isRunning(m: Machine, loop: number | undefined): boolean {
  return loop !== undefined && m.loops.includes(loop);
}

const BY_WEIGHT: readonly Chosen[] = ['parameters', 'features', 'epoch', 'threshold', 'seed'];

function chosenBy(
  scores: readonly ScoreFact[],
  counts: (loop: number | undefined) => boolean,
): Chosen | undefined {
  const found = new Set(
    scores.flatMap(score => score.varied.filter(one => counts(one.loop)).map(one => one.what)),
  );
  return BY_WEIGHT.find(what => found.has(what));
}

/** A model is made anew for each. */
function isOfModel(what: Chosen): boolean {
  return what === 'parameters' || what === 'features';
}

interface Decision {
  readonly how: 'loop' | 'comparison';
  readonly what: Chosen;
  readonly scores: readonly ScoreFact[];
  readonly site: Site | undefined;
  readonly scoreOnly?: boolean;
  readonly mixed?: true;
}

function decidedBy(m: Machine, decision: Decision): SelTaint | undefined {
  const { how, what, scores, site, scoreOnly = false, mixed } = decision;
  const [first] = scores;
  if (!first || !site) return undefined;
  const rows = m.rows.either(scores.map(score => score.rows));
  const label = how === 'loop' ? 'a loop' : 'a comparison';
  return select(m, {
    how,
    what,
    label,
    rows,
    scoreOnly,
    scores,
    rowsName: first.features,
    site,
    ...(mixed && { mixed }),
    ...(m.loops.length > 0 && { looped: true }),
  });
}

/** The same value, chosen by a score. */
export function chosen(m: Machine, value: Value, taints: Taints, depth = 0): Value {
  if (taints.length === 0) return value;
  if (value.tag === 'const') return { ...value, taints: unite(value.taints ?? CLEAN, taints) };
  if (value.tag === 'scalar') return { ...value, taints: unite(value.taints, taints) };
  if (value.tag === 'choice')
    return { ...value, options: value.options.map(option => chosen(m, option, taints, depth + 1)) };
  const content = contentOf(m, value);
  if (value.tag !== 'ref' || depth > 2) return value;
  switch (content?.tag) {
    case 'dictionary': {
      const entries = new Map(
        [...content.entries].map(([key, item]) => [key, chosen(m, item, taints, depth + 1)] as const),
      );
      m.store.update(value.id, { ...content, entries });
      return value;
    }
    case 'estimator':
      return m.store.allocate({ ...content, parameters: unite(content.parameters, taints) });
    case 'sequence':
      return m.store.allocate({
        ...content,
        items: content.items.map(item => chosen(m, item, taints, depth + 1)),
        rest: content.rest && chosen(m, content.rest, taints, depth + 1),
      });
    case 'data':
      if (content.form === 'unknown') {
        m.store.update(value.id, { ...content, ...withTaints(content, taints) });
        return value;
      }
      return derive(m, content, {
        ...withTaints(content, taints),
        symbol: content.symbol,
        name: content.name,
      });
    default:
      return value;
  }
}

export interface Best {
  readonly values: readonly Value[];
  /** What the keys carry that order them, where there are some. */
  readonly by?: Taints;
  /** Gives the best score itself: `max(scores)`. */
  readonly scoreOnly: boolean;
  readonly site: Site;
}

/** `max(scores)`, `np.argmax(scores)`, `sorted(results)[0]`: the best of scores that something varied. */
export function best(m: Machine, { values, by = CLEAN, scoreOnly, site }: Best): Value {
  const taints = values.map(value => taintsIn(m, value)).reduce(unite, CLEAN);
  const keys = taintsOf(by, 'scored');
  const scores = (keys.length > 0 ? keys : taintsOf(taints, 'scored')).map(taint => taint.score);
  if (scores.length === 0) return scalar(m, unite(taints, bestEpoch(m, taints, site)));
  const taint = bestInLoop(m, values) ?? bestAfterLoop(m, { values, scores, scoreOnly, site });
  return scalar(m, taint ? unite(taints, [taint]) : taints);
}

/** `max(history.history['val_accuracy'])` */
function bestEpoch(m: Machine, taints: Taints, site: Site): Taints {
  return taintsOf(taints, 'watched').flatMap(({ fit }) => {
    const [watch] = fit.watches;
    if (!watch) return [];
    const { rows, features: rowsName } = watch;
    const label = 'the history';
    return [
      select(m, {
        how: 'comparison',
        what: 'epoch',
        label,
        rows,
        scoreOnly: false,
        scores: [],
        rowsName,
        site,
        watched: fit,
      }),
    ];
  });
}

/** `best = max(best, score)`, in the loop that gives the scores. */
function bestInLoop(m: Machine, values: readonly Value[]): SelTaint | undefined {
  const [a, b] = values;
  if (!a || !b || values.length > 2 || a.tag === 'ref' || b.tag === 'ref') return undefined;
  // What was kept so far is a score of an earlier round.
  const [x, y] = [scoresIn(m, a), scoresIn(m, b)];
  const again = x.some(one => y.some(other => siteKey(one.site) === siteKey(other.site)));
  return again ? keptInLoop(m, [...x.slice(-1), ...y.slice(-1)]) : undefined;
}

/** `np.argmax(f_scores)`: the best point of one curve, whose prediction may be that of several models. */
function isOneCurve(m: Machine, values: readonly Value[], scores: readonly ScoreFact[]): boolean {
  const [only] = values;
  const [first] = scores;
  return (
    values.length === 1 &&
    contentOf(m, only)?.tag === undefined &&
    scores.every(
      ({ varied, site }) =>
        first !== undefined &&
        sameSite(site, first.site) &&
        varied.some(({ what, loop }) => what === 'threshold' && loop === undefined),
    )
  );
}

function bestAfterLoop(
  m: Machine,
  { values, scores, scoreOnly, site }: Best & { readonly scores: readonly ScoreFact[] },
): SelTaint | undefined {
  const done = scores.filter(score => !score.varied.some(one => isRunning(m, one.loop)));
  const varied = done.filter(score => score.varied.length > 0);
  const rivals = isOneCurve(m, values, done) ? [] : rivalsAmong(m, done);
  const what = chosenBy(varied, () => true);
  // `max(importances)`, each the score of all features less that without one: it tells of the feature.
  if (what === 'features' && varied.length < done.length) return undefined;
  if (what && (isOfModel(what) || rivals.length < 2))
    return decidedBy(m, { how: 'loop', what, scores: varied, site, scoreOnly });
  return rivals.length > 1
    ? decidedBy(m, { how: 'comparison', what: 'model', scores: rivals, site, scoreOnly, ...mixedIn(done) })
    : undefined;
}

/** A table with a column for each metric. */
function mixedIn(scores: readonly ScoreFact[]): { mixed?: true } {
  return new Set(scores.map(({ metric }) => metric)).size > 1 ? { mixed: true } : {};
}

/** The symbol of a list or table that was sorted. */
export function ranked(m: Machine): string {
  return `ranked ${freshSymbol(m)}`;
}

/** `ranked[0]`: the best of what was sorted by scores. */
export function bestOfRanked(
  m: Machine,
  value: Value,
  symbol: string,
  index: Value,
  site: Site,
): Value | undefined {
  if (!symbol.startsWith('ranked ') || typeof constantOf(index) !== 'number') return undefined;
  return scoresIn(m, value, 3).length > 0 ? best(m, { values: [value], scoreOnly: false, site }) : undefined;
}

/** `results[0]` of a list that was sorted in place by scores. */
export function itemOfRanked(
  m: Machine,
  list: Value | undefined,
  index: Value,
  item: Value,
  site: Site,
): Value {
  const best = list && bestOfRanked(m, list, 'ranked ', index, site);
  return best ? chosen(m, item, taintsOf(taintsIn(m, best), 'sel')) : item;
}

/** What chose an index also chose what is found there. */
export function found(m: Machine, value: Value, index: Value): Value {
  if (index.tag !== 'scalar' && !(index.tag === 'const' && index.taints)) return value;
  const taints = taintsOf(taintsIn(m, index, 0), 'sel');
  return constantOf(value) === null ? value : chosen(m, value, taints);
}
