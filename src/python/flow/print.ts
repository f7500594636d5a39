import type {
  AxisFact,
  BestScoreFact,
  FoldScoresFact,
  InflationFact,
  RestoreFact,
  SaveFact,
  ServeFact,
  TrackFact,
  UseFact,
  ShowFact,
  DrawFact,
  Fact,
  FitFact,
  ScoreFact,
  SplitFact,
  UnpackFact,
} from './facts';
import type { Program } from './program';
import { printRows } from './rows/printRows';
import type { Taint, Taints } from './taint';
import { withoutOrigins } from './taint';

/** The facts of an analysis, one a line, in order: what golden tests compare. */
export function printFacts(program: Program): string {
  const lines = program.facts.map(fact => {
    const path = fact.calls.map(call => `${program.lineOf(call)}>`).join('');
    return `${path}${program.lineOf(fact.site)}: ${printFact(fact)}`;
  });
  if (program.cutShort) lines.push('… cut short: the budget of steps ran out');
  return lines.join('\n') + '\n';
}

function printFact(fact: Fact): string {
  switch (fact.kind) {
    case 'load':
      return `load ${fact.source.label}${fact.source.role ? ` as ${fact.source.role}` : ''}`;
    case 'statistic':
      return `statistic ${fact.cls} by ${fact.label} of ${printRows(fact.rows)}`;
    case 'split':
    case 'unpack':
    case 'draw':
      return printTaking(fact);
    case 'resample':
      return `resample by ${fact.label} of ${printRows(fact.rows)}`;
    case 'transform':
      return `transform by ${fact.label} of ${printRows(fact.rows)}`;
    case 'fit':
      return `fit ${fact.label} on ${printRows(fact.rows)} carrying ${printTaints(fact.taints)}${watching(fact)}`;
    case 'predict':
      return `predict ${printRows(fact.rows)} by ${fact.fit.label}`;
    case 'score':
      return printScore(fact);
    case 'cross-validation':
      return `cross-validation ${fact.label} on ${printRows(fact.rows)} carrying ${printTaints(fact.taints)}`;
    case 'sort':
      return `sort ${printRows(fact.rows)} by ${fact.columns.join()}`;
    case 'lag':
      return `lag ${fact.lag.label} of ${printRows(fact.lag.rows)}`;
    case 'group':
      return `group ${printRows(fact.rows)} by ${fact.columns.join()} for ${fact.how}`;
    case 'use':
      return printUse(fact);
    case 'select':
      return `select ${fact.what} by ${fact.how}${fact.scoreOnly ? ', its score only,' : ''} on ${printRows(fact.rows)}`;
    default:
      return isKept(fact) ? printKept(fact) : printNumber(fact);
  }
}

function printUse({ predictions, models, rows }: UseFact): string {
  const parts = [
    ...predictions.map(({ fit }) => `a prediction of ${fit.label}`),
    ...models.map(() => 'a model'),
    ...rows.map(one => printRows(one)),
  ];
  return `hand on ${[...new Set(parts)].join(' and ')}`;
}

/** What is kept for other runs, and what others kept. */
type KeptFact = SaveFact | RestoreFact | ServeFact | TrackFact;

function isKept<T extends { readonly kind: string }>(fact: T | KeptFact): fact is KeptFact {
  return /^(save|restore|serve|track)$/.test(fact.kind);
}

function printKept(fact: KeptFact): string {
  if (fact.kind === 'save')
    return `save by ${fact.label}: ${[...fact.fits.map(fit => fit.label), ...(fact.whole ? [] : ['more'])].join()}`;
  if (fact.kind === 'serve')
    return `serve ${printRows(fact.rows)} by what ${fact.label} loaded, carrying ${printTaints(fact.taints)}`;
  return fact.kind === 'restore' ? `restore by ${fact.label}` : 'track scores';
}

function printNumber(fact: BestScoreFact | FoldScoresFact | ShowFact | InflationFact | AxisFact): string {
  if (fact.kind === 'best-score')
    return `best score of ${fact.search.label} on ${printRows(fact.search.rows)}, of ${fact.tries} tries or more`;
  if (fact.kind === 'fold-scores')
    return `scores of ${fact.search.label} on folds of ${printRows(fact.search.rows)}`;
  if (fact.kind === 'show')
    return `show ${fact.best.map(one => `the best score of ${one.search.label}`).join(', ')}`;
  if (fact.kind === 'axis') return 'ends of an axis by the best of scores';
  return `inflation factor of ${fact.scores.map(({ metric }) => metric).join()}`;
}

function printTaking(fact: SplitFact | UnpackFact | DrawFact): string {
  if (fact.kind === 'draw') return `draw ${printRows(fact.rows)}`;
  const { id, form, label } = fact.split;
  if (fact.kind === 'unpack') return `unpack split#${id} into ${fact.targets.length} names`;
  return `split#${id} ${form} by ${label}${fact.of ? ` of ${printRows(fact.of)}` : ''}`;
}

function printScore({ metric, fit, rows, taints, varied }: ScoreFact): string {
  const loops = varied.length > 0 ? ` varied by ${varied.map(one => one.what).join()}` : '';
  return `score ${metric} of ${fit.label} on ${printRows(rows)} carrying ${printTaints(taints)}${loops}`;
}

function watching({ watches, stopper }: FitFact): string {
  const watched = watches.map(({ rows }) => ` watching ${printRows(rows)}`).join();
  return stopper ? `${watched} for ${stopper.label}` : watched;
}

export function printTaints(taints: Taints): string {
  const shown = withoutOrigins(taints);
  return shown.length === 0 ? 'nothing' : `{${shown.map(printTaint).join(', ')}}`;
}

function printTaint(taint: Taint): string {
  switch (taint.kind) {
    case 'stat':
      return `${taint.cls} statistic ${taint.label} of ${printRows(taint.rows)}`;
    case 'threshold':
      return `above or below ${taint.statistic.label}`;
    case 'filtered':
      return `filtered by ${taint.by.map(one => one.label).join(' and ')}`;
    case 'dup':
      return `${taint.how}-sampled from ${printRows(taint.of)}`;
    case 'order':
      return taint.how;
    case 'lag':
      return `${taint.lag.method} of other rows`;
    case 'sel':
      return `chosen on ${printRows(taint.rows)}`;
    case 'pred':
      return `predicted by ${taint.prediction.fit.label}`;
    case 'output':
      return `output of a network on ${printRows(taint.rows)}`;
    case 'compared':
      return 'compared prediction';
    case 'scored':
      return `score ${taint.score.metric}`;
    case 'validated':
      return `score of ${taint.validation.label}`;
    case 'best':
      return `best score of ${taint.score.search.label}`;
    case 'watched':
      return 'watched score';
    case 'vary':
      return 'loop variable';
    case 'column':
      return `computed from ${taint.column.name ?? 'a column'}`;
    case 'unseen':
      return 'computed from something unknown';
  }
}
