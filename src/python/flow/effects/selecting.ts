import { contentOf, scalar, taintsIn, unknownValue, withTaints } from '../data';
import type { FitFact, ScoreFact, SelectFact } from '../facts';
import type { CallInfo, Machine } from '../machine';
import { contextKey, record } from '../machine';
import type { Rows } from '../rows';
import type { Site } from '../site';
import type { SelTaint, Taints } from '../taint';
import { CLEAN, taintsOf, unite } from '../taint';
import type { Estimator, Ref, Tool, Value } from '../value';
import { nameOf, rowsOf } from './scoring';

interface Selection {
  readonly how: SelectFact['how'];
  readonly what: SelectFact['what'];
  readonly label: string;
  readonly rows: Rows;
  readonly scores: readonly ScoreFact[];
  readonly rowsName: string | undefined;
  readonly site: Site;
}

/** Notes that a score decided something; gives what the chosen thing carries from now on. */
function select(m: Machine, given: Selection): SelTaint {
  const key = `sel ${contextKey(m, given.site)} ${given.rows.id} ${given.how}`;
  return m.taints.add(key, id => {
    const selection = record<'select'>(m, { kind: 'select', ...given });
    return { kind: 'sel', id, rows: given.rows, site: given.site, selection };
  });
}

/** A searcher was fitted: its best parameters were chosen by scores on these rows. */
export function noteSearch(m: Machine, self: Ref, fit: FitFact): void {
  const taint = select(m, {
    how: 'search',
    what: 'parameters',
    label: `${fit.label}.fit`,
    rows: fit.rows,
    scores: [],
    rowsName: fit.features,
    site: fit.site,
  });
  const content = m.store.content(self.id);
  if (content?.tag === 'estimator') m.store.update(self.id, { ...content, fit, chosen: [taint] });
}

/** What a fitted searcher, a study or an estimator tells: `best_params_`, `best_estimator_`, `coef_`. */
export function chosenAttribute(
  m: Machine,
  self: Ref,
  content: Estimator | Tool,
  attr: string,
): Value | undefined {
  if (content.tag === 'tool') {
    return /^best_|^trials$|^value$|^params$/.test(attr) ? scalar(m, content.taints) : undefined;
  }
  const chosen = content.chosen ?? CLEAN;
  if (attr === 'best_estimator_') return self;
  if (content.entry.kind === 'searcher' && attr.startsWith('best_')) return scalar(m, chosen);
  if (content.entry.kind === 'searcher' && attr === 'cv_results_') return scalar(m);
  if (attr === 'shape') return scalar(m);
  return attr.endsWith('_') ? scalar(m) : undefined;
}

/**
 * `if score > best: best, best_c = score, c`: where the kept variable holds the very score that the condition compared,
 * all that the branch wrote was chosen by it.
 */
export function noteKept(m: Machine, test: Taints, written: Iterable<number>): void {
  const scores = taintsOf(test, 'scored').map(taint => taint.score);
  if (scores.length === 0) return;
  const varied = scores.filter(score => score.varied.some(one => m.loops.includes(one.loop)));
  const cells = [...written];
  const kept = varied.filter(score => cells.some(cell => holds(m, m.store.read(cell), score)));
  const [first] = kept;
  if (!first) return;
  const taint = selectByLoop(m, kept, first.site);
  for (const cell of cells) {
    const value = m.store.read(cell);
    if (value) m.store.write(cell, mark(m, value, [taint]));
  }
}

function holds(m: Machine, value: Value | undefined, score: ScoreFact): boolean {
  return taintsOf(taintsIn(m, value, 1), 'scored').some(taint => taint.score === score);
}

function selectByLoop(m: Machine, scores: readonly ScoreFact[], site: Site): SelTaint {
  const rows = m.rows.either(scores.map(score => score.rows));
  return select(m, {
    how: 'loop',
    what: 'parameters',
    label: 'a loop',
    rows,
    scores,
    rowsName: scores[0]?.features,
    site,
  });
}

/** The same value, chosen by a score. */
function mark(m: Machine, value: Value, taints: Taints, depth = 0): Value {
  if (value.tag === 'const') return { ...value, taints: unite(value.taints ?? CLEAN, taints) };
  if (value.tag === 'scalar') return { ...value, taints: unite(value.taints, taints) };
  const content = contentOf(m, value);
  if (value.tag !== 'ref' || depth > 1) return value;
  if (content?.tag === 'dictionary') {
    const entries = new Map(
      [...content.entries].map(([key, item]) => [key, mark(m, item, taints, depth + 1)] as const),
    );
    m.store.update(value.id, { ...content, entries });
  } else if (content?.tag === 'data' && content.form === 'unknown')
    m.store.update(value.id, { ...content, ...withTaints(content, taints) });
  return value;
}

/** `max(scores)`, `np.argmax(scores)`, `sorted(results)`: the best of scores that a loop varied. */
export function best(m: Machine, values: readonly Value[], site: Site): Value {
  const taints = values.map(value => taintsIn(m, value)).reduce(unite, CLEAN);
  const scores = taintsOf(taints, 'scored').map(taint => taint.score);
  const varied = scores.filter(
    score => score.varied.length > 0 && !score.varied.some(one => m.loops.includes(one.loop)),
  );
  if (varied.length === 0) return scalar(m, taints);
  return scalar(m, unite(taints, [selectByLoop(m, varied, site)]));
}

/** `study.optimize(objective)`, `fmin(objective)`: what the objective gives back decides. */
export function optimise(m: Machine, objective: Value, label: string, info: CallInfo): Taints {
  const trial = unknownValue(m, info.site, 'a trial');
  const result = m.call(objective, { ...info, args: { positional: [trial], named: new Map(), others: [] } });
  const scores = taintsOf(taintsIn(m, result), 'scored').map(taint => taint.score);
  const [first] = scores;
  if (!first) return CLEAN;
  const rows = m.rows.either(scores.map(score => score.rows));
  const how = 'objective';
  return [
    select(m, { how, what: 'parameters', label, rows, scores, rowsName: first.features, site: first.site }),
  ];
}

/** keras-tuner: `tuner.search(X, y, validation_data=(Xv, yv))`. */
export function tunerMethod(m: Machine, self: Ref, tuner: Estimator, name: string, info: CallInfo): Value {
  const chosen = tuner.chosen ?? CLEAN;
  if (name === 'search') {
    const held = contentOf(m, info.args.named.get('validation_data'));
    const validation = held?.tag === 'sequence' ? held.items[0] : undefined;
    const rows = rowsOf(m, validation);
    if (rows) {
      const rowsName = nameOf(m, validation);
      const given = {
        how: 'tuner',
        what: 'parameters',
        label: 'search',
        rows,
        scores: [],
        rowsName,
        site: info.site,
      } as const;
      m.store.update(self.id, { ...tuner, chosen: [select(m, given)] });
    }
    return scalar(m);
  }
  if (!name.startsWith('get_best')) return scalar(m);
  if (name !== 'get_best_models') return scalar(m, chosen);
  const model = m.store.allocate({
    ...tuner,
    entry: { kind: 'model', task: 'either' },
    api: 'Model',
    parameters: chosen,
  });
  return m.store.allocate({ tag: 'sequence', form: 'list', items: [model], rest: undefined });
}
