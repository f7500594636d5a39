import type { PredictFact, ScoreFact, StatClass } from '../../python/flow/facts';
import type { Parting, Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { StatTaint } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { measurements } from '../heldOut';
import {
  callSteps,
  distinctSteps,
  fitStep,
  named,
  origin,
  scoreAt,
  scoreStep,
  sourceSteps,
} from '../wording';

/** Statistics over rows that one split parted afterwards, and the first score on one of its sides. */
interface Match {
  /** The most harmful first. */
  readonly statistics: readonly [StatTaint, ...StatTaint[]];
  readonly score: ScoreFact | PredictFact;
  readonly parting: Parting;
}

/** From mild to worse. Classes that look at the target are the matter of other rules. */
const CLASSES: readonly StatClass[] = ['location', 'unsupervised-selection', 'vocabulary', 'projection'];

export const fitBeforeSplit = defineRule<Match>({
  id: 'fit-before-split',
  code: 'A5',
  group: 'leakage',
  stage: 'features',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return measurements(program).flatMap(score => {
      const parting = program.parting(score.rows, score.fit.rows);
      return parting ? statisticsOf(program, score).map(one => ({ statistics: [one], score, parting })) : [];
    });
  },

  guards: {
    // Statistics outside cross-validation are the matter of another rule.
    'cross-validation': ({ parting }) => parting.form === 'folds',
    'statistic of the target': ({ statistics: [one], score }) =>
      one.column !== undefined && one.column === score.fit.target.column,
    'inner split': ({ statistics: [one] }, program) => one.cls === 'location' && isInner(program, one),
  },

  merge(matches) {
    const bySplit = new Map<string, Match>();
    for (const match of matches) {
      const { parting } = match;
      const key = parting.site ? siteKey(parting.site) : `${parting.a.id} ${parting.b.id}`;
      const known = bySplit.get(key);
      bySplit.set(key, known ? joined(known, match.statistics) : match);
    }
    return onePerStatistic(bySplit.values());
  },

  word(match, program) {
    const [first] = match.statistics;
    return {
      span: first.site,
      message: messageOf(match, program),
      severity: first.cls === 'location' ? 'information' : 'warning',
      path: pathOf(match),
    };
  },
});

/** Statistics that saw both the scored rows and the training rows, and are in what the model was given. */
function statisticsOf(program: Program, score: ScoreFact | PredictFact): StatTaint[] {
  return taintsOf(unite(score.taints, score.fit.taints), 'stat').filter(
    taint =>
      CLASSES.includes(taint.cls) &&
      program.covers(taint.rows, score.rows) &&
      program.covers(taint.rows, score.fit.rows),
  );
}

/**
 * The statistic saw only a training part, and the part beside it is measured: the later split serves to choose, and
 * the final number is untouched.
 */
function isInner(program: Program, { rows }: StatTaint): boolean {
  return measurements(program).some(other => {
    const parting = program.parting(other.rows, rows);
    return parting !== undefined && parting.form !== 'folds' && program.disjoint(other.rows, rows);
  });
}

/** One statistic before several splits is one finding. */
function onePerStatistic(matches: Iterable<Match>): Iterable<Match> {
  const bySite = new Map<string, Match>();
  for (const match of matches) {
    const key = siteKey(match.statistics[0].site);
    const known = bySite.get(key);
    bySite.set(key, known ? joined(known, match.statistics) : match);
  }
  return bySite.values();
}

function inOrder(statistics: readonly StatTaint[]): StatTaint[] {
  const distinct = new Map<string, StatTaint>();
  for (const one of statistics) if (!distinct.has(siteKey(one.site))) distinct.set(siteKey(one.site), one);
  return [...distinct.values()].sort(
    (a, b) => CLASSES.indexOf(b.cls) - CLASSES.indexOf(a.cls) || a.id - b.id,
  );
}

function joined(match: Match, more: readonly StatTaint[]): Match {
  const [first, ...others] = inOrder([...match.statistics, ...more]);
  return first ? { ...match, statistics: [first, ...others] } : match;
}

function messageOf({ statistics, score, parting }: Match, program: Program): string {
  const [first, ...others] = statistics;
  const rows = origin(first.rows);
  const also =
    others.length === 0
      ? ''
      : others.length === 1
        ? ', as does one more statistic'
        : `, as do ${others.length} more statistics`;
  const split = parting.site ? ` by the split in ${program.whereIs(parting.site)}` : '';
  return (
    `${named(first.label)} learns from all rows${rows ? ` of ${rows}` : ''}${also}, and some of them are held out afterwards${split}: ` +
    `${scoreAt(program, score)} is measured on rows that the training features already knew. ` +
    harmOf(first.cls) +
    'Split first, fit on the training part only and apply it to the other, or put it into a Pipeline with the model.'
  );
}

function harmOf(cls: StatClass): string {
  return cls === 'location'
    ? 'The bias of such a statistic is usually small; with few rows, many columns, heavy tails or a trend it is not. '
    : '';
}

function pathOf({ statistics, score, parting }: Match): readonly SpanStep[] {
  const [first] = statistics;
  const split = parting.site ? [{ span: parting.site, note: 'the rows are split only here' }] : [];
  return distinctSteps([
    ...sourceSteps(first.rows),
    ...callSteps(first.calls, 'this call leads to the statistic'),
    ...statistics.map(one => ({ span: one.site, note: `${one.label} learns from all rows` })),
    ...split,
    fitStep(score.fit),
    scoreStep(score),
  ]);
}
