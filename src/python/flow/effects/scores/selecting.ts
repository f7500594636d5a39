import { contentOf, scalar, taintsIn, unknownValue } from '../../data';
import type { FitFact, Happening, SelectFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, record } from '../../machine';
import type { Site } from '../../site';
import type { SelTaint, Taints } from '../../taint';
import { CLEAN, taintsOf } from '../../taint';
import type { Estimator, Ref, Tool, Value } from '../../value';
import { bestScore, foldScores } from './bestScore';

type Selection = Omit<SelectFact, keyof Happening | 'kind'> & { readonly site: Site };

/** Notes that a score decided something; gives what the chosen thing carries from now on. */
export function select(m: Machine, given: Selection): SelTaint {
  const key = `sel ${contextKey(m, given.site)} ${given.rows.id} ${given.how} ${given.what} ${given.scoreOnly ? 'score' : ''}`;
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
    scoreOnly: false,
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
  site: Site,
): Value | undefined {
  if (content.tag === 'tool') return toldByTool(m, self, content, attr, site);
  const chosen = content.chosen ?? CLEAN;
  if (attr === 'best_estimator_') return self;
  if (content.entry.kind === 'searcher' && attr === 'best_score_')
    return bestScore(m, chosen, content.tries ?? 1, site);
  if (content.entry.kind === 'searcher' && attr.startsWith('best_')) return scalar(m, chosen);
  if (content.entry.kind === 'searcher' && attr === 'cv_results_') return foldScores(m, chosen, site);
  if (attr === 'shape') return scalar(m);
  return attr.endsWith('_') ? scalar(m) : undefined;
}

function toldByTool(
  m: Machine,
  self: Ref,
  { entry, taints, tries }: Tool,
  attr: string,
  site: Site,
): Value | undefined {
  if (entry.kind === 'study' && attr === 'best_trial') return self;
  if (entry.kind === 'study' && /^(best_)?value$/.test(attr)) return bestScore(m, taints, tries ?? 1, site);
  if (entry.kind === 'history') return attr === 'history' ? self : undefined;
  return /^best_|^max$|^trials$|^value$|^params$/.test(attr) ? scalar(m, taints) : undefined;
}

/** `fmin(objective, …)` */
export function minimised(m: Machine, name: string, info: CallInfo): Value {
  const objective = info.args.positional[0] ?? info.args.named.get('fn') ?? info.args.named.get('func');
  return scalar(m, objective ? optimise(m, objective, name.split('.').pop() ?? name, info) : CLEAN);
}

/** `study.optimize(objective)`, `fmin(objective)`: what the objective gives back decides. */
export function optimise(m: Machine, objective: Value, label: string, info: CallInfo): Taints {
  const trial = unknownValue(m, info.site, 'a trial');
  const result = m.call(objective, { ...info, args: { positional: [trial], named: new Map(), others: [] } });
  const content = contentOf(m, result);
  // `{'loss': loss, 'status': STATUS_OK, 'model': model}`: only the loss decides.
  const loss = content?.tag === 'dictionary' ? content.entries.get('loss') : undefined;
  return chosenByObjective(m, taintsIn(m, loss ?? result), label);
}

/** Of what decides between trials: the scores that are in it chose the parameters. */
export function chosenByObjective(m: Machine, deciding: Taints, label: string): Taints {
  const scores = taintsOf(deciding, 'scored').map(taint => taint.score);
  const [first] = scores;
  if (!first) return chosenOnFolds(m, deciding, label);
  const rows = m.rows.either(scores.map(score => score.rows));
  const given = { how: 'objective', what: 'parameters', label, rows, scoreOnly: false, scores } as const;
  return [select(m, { ...given, rowsName: first.features, site: first.site })];
}

/** The objective is the score of a cross-validation. */
function chosenOnFolds(m: Machine, deciding: Taints, label: string): Taints {
  const [validation] = taintsOf(deciding, 'validated').map(taint => taint.validation);
  if (!validation) return CLEAN;
  const { rows, site } = validation;
  const given = { how: 'objective', what: 'parameters', label, rows, scores: [], scoreOnly: false } as const;
  return [select(m, { ...given, rowsName: undefined, site })];
}
