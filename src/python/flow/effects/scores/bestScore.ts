import { constantOf, contentOf, scalar, taintsIn } from '../../data';
import type { BestScoreFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Site } from '../../site';
import type { Taints } from '../../taint';
import { taintsOf } from '../../taint';
import type { Value } from '../../value';

/** `search.best_score_`, `study.best_value`: what the winner scored on the rows that chose it. */
export function bestScore(m: Machine, chosen: Taints, tries: number, site: Site): Value {
  const [selected] = taintsOf(chosen, 'sel');
  if (!selected) return scalar(m, chosen);
  const score = record<'best-score'>(m, { kind: 'best-score', site, search: selected.selection, tries });
  return scalar(m, [m.taints.add(`best ${score.order}`, id => ({ kind: 'best', id, score }))]);
}

/** `search.cv_results_`: what each configuration scored on the folds. */
export function foldScores(m: Machine, chosen: Taints, site: Site): Value {
  const [selected] = taintsOf(chosen, 'sel');
  if (selected) record<'fold-scores'>(m, { kind: 'fold-scores', site, search: selected.selection });
  return scalar(m);
}

/** `print(…)`, `display(…)` */
export function noteShown(m: Machine, info: CallInfo): void {
  const values = [...info.args.positional, ...info.args.named.values(), ...info.args.others];
  const best = values.flatMap(value => taintsOf(taintsIn(m, value), 'best').map(taint => taint.score));
  if (best.length === 0) return;
  record<'show'>(m, { kind: 'show', site: info.site, best: [...new Set<BestScoreFact>(best)] });
}

/** Where the number of tries is not written, a search makes at least this many. */
const USUAL_TRIES = 10;

/** At least how many configurations a search tries. */
export function triesOf(m: Machine, api: string, { args: { positional, named } }: CallInfo): number {
  if (/Grid/.test(api)) return gridSize(m, positional[1] ?? named.get('param_grid'));
  return numberOr(named.get('n_iter') ?? named.get('n_trials'), USUAL_TRIES);
}

/** Of `study.optimize(objective, n_trials)`. */
export function trialsOf({ args: { positional, named } }: CallInfo): number {
  return numberOr(positional[1] ?? named.get('n_trials'), USUAL_TRIES);
}

function numberOr(value: Value | undefined, fallback: number): number {
  const known = constantOf(value);
  return typeof known === 'number' ? known : fallback;
}

function gridSize(m: Machine, grid: Value | undefined): number {
  const content = contentOf(m, grid);
  if (content?.tag === 'sequence') {
    return content.items.map(item => gridSize(m, item)).reduce((a, b) => a + b, 0);
  }
  if (content?.tag !== 'dictionary') return 1;
  return [...content.entries.values()].map(value => choices(m, value)).reduce((a, b) => a * b, 1);
}

/** A list that cannot be counted has two elements at least: with one there would be nothing to search. */
function choices(m: Machine, value: Value): number {
  const content = contentOf(m, value);
  return content?.tag === 'sequence' && !content.rest ? content.items.length : 2;
}
