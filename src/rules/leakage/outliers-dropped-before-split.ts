import type { CrossValidationFact, PredictFact, ScoreFact } from '../../python/flow/facts';
import type { Parting, Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { FilteredTaint, StatTaint } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import { isInner } from '../grounds/beforeSplit';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { filterTrain } from '../fixes/filterTrain';
import { measurements } from '../grounds/heldOut';
import { onePer } from '../grounds/onePer';
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

/** Rows that a statistic called unusual were dropped, and what is left was split and scored. */
interface Match {
  /** In the order in which they were executed. */
  readonly filters: readonly [FilteredTaint, ...FilteredTaint[]];
  readonly score: ScoreFact | PredictFact | CrossValidationFact;
  /** Undefined of a cross-validation, which parts the rows itself. */
  readonly parting: Parting | undefined;
  /** They were dropped from the held-out part by itself. */
  readonly heldOut: boolean;
}

export const outliersDroppedBeforeSplit = defineRule<Match>({
  id: 'outliers-dropped-before-split',
  code: 'A11',
  group: 'leakage',
  stage: 'data',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return [...ofParts(program), ...ofFolds(program)];
  },

  guards: {
    'training part only': ({ filters: [filter], heldOut }, program) =>
      !heldOut && isInner(program, filter.out),
    // A row in a thousand at each end, which nobody misses: the broken ones among them are more.
    'fewer than one row in a hundred': (match, program) => isBelow(HARDLY_ANY, match, program),
    // How well it does for the upper half, or from some quantile on: no row is called unusual.
    'a share of the rows': ({ filters: [filter], heldOut }) =>
      heldOut && filter.by.every(one => filter.by.length === 1 && isShare(one)),
    // How well the model does for some of the rows, beside how well it does for the others or for all.
    'the others are scored as well': ({ filters: [filter], score, heldOut }, program) =>
      heldOut &&
      score.kind !== 'cross-validation' &&
      program
        .all('score')
        .some(
          other =>
            other.fit === score.fit &&
            program.disjoint(other.rows, other.fit.rows) &&
            !program.contains(filter.out, other.rows),
        ),
  },

  merge(matches) {
    const bySplit = onePer(
      matches,
      ({ parting, score }) =>
        parting?.site
          ? siteKey(parting.site)
          : parting
            ? `${parting.a.id} ${parting.b.id}`
            : siteKey(score.site),
      (known, next) => ({ ...known, filters: inOrder([...known.filters, ...next.filters]) }),
    );
    // One filter before several splits is one finding.
    return onePer(bySplit, match => siteKey(match.filters[0].site));
  },

  word(match, program) {
    const { filters, score } = match;
    return {
      span: filters[0].site,
      message: messageOf(match, program),
      severity: isBelow(FEW, match, program) ? 'information' : 'warning',
      path: pathOf(match),
      scores: [score.site],
    };
  },

  fix({ filters: [filter, ...others], parting, heldOut }, program) {
    if (others.length > 0 || !parting?.site || heldOut) return undefined;
    return filterTrain(
      filter.by.map(one => one.site),
      filter.site,
      parting.site,
      program,
    );
  },
});

/** A quantile that is not one of the outermost tenths: `quantile(0.75)`, `quantile(q)`. */
function isShare({ share }: StatTaint): boolean {
  return share !== undefined && (share === 'unknown' || (share > 0.1 && share < 0.9));
}

/** The share of the rows that all the cuts drop, at most, where quantiles say it. */
function shareDropped({ filters }: Match): number | undefined {
  const cuts = filters.flatMap(filter => filter.by).map(({ share }) => share);
  const known = cuts.filter(share => typeof share === 'number');
  if (known.length < cuts.length) return undefined;
  return known.reduce((sum, share) => sum + Math.min(share, 1 - share), 0);
}

/** So few rows that a score hardly depends on them, unless they are of the answers' column. */
function isBelow(most: number, match: Match, program: Program): boolean {
  const dropped = shareDropped(match);
  const { score } = match;
  const answers = answersColumn(program, score.kind === 'cross-validation' ? score.target : score.fit.target);
  const ofAnswers = match.filters.some(({ by }) => by.some(one => one.column === answers));
  return !match.heldOut && dropped !== undefined && dropped < most && (answers === undefined || !ofAnswers);
}

const FEW = 0.021;
const HARDLY_ANY = 0.01;

function ofParts(program: Program): Match[] {
  return measurements(program).flatMap(score => {
    const parting = program.parting(score.rows, score.fit.rows);
    if (!parting) return [];
    return taintsOf(unite(score.taints, score.fit.taints), 'filtered').flatMap((filter): Match[] => {
      if (!program.contains(filter.out, score.rows)) return [];
      const heldOut = score.kind === 'score' && program.disjoint(filter.of, score.fit.rows);
      return heldOut || program.contains(filter.out, score.fit.rows)
        ? [{ filters: [filter], score, parting, heldOut }]
        : [];
    });
  });
}

function ofFolds(program: Program): Match[] {
  return program.all('cross-validation').flatMap(score =>
    taintsOf(score.taints, 'filtered')
      .filter(filter => program.contains(filter.out, score.rows))
      .map((filter): Match => ({ filters: [filter], score, parting: undefined, heldOut: false })),
  );
}

function inOrder(filters: readonly [FilteredTaint, ...FilteredTaint[]]): Match['filters'] {
  const distinct = new Map(filters.map(filter => [siteKey(filter.site), filter]));
  const [first, ...others] = [...distinct.values()].sort((a, b) => a.id - b.id);
  return first ? [first, ...others] : filters;
}

function messageOf(match: Match, program: Program): string {
  const { filters, score, parting, heldOut } = match;
  const [first] = filters;
  const rows = origin(first.of);
  const labels = [...new Set(first.by.map(one => named(one.label)))].slice(0, 2).join(' and ');
  if (heldOut && score.kind !== 'cross-validation')
    return (
      `Rows of the held-out part are dropped by ${labels}: ${scoreAt(program, score)} is measured without the unusual rows that the ` +
      'model will meet. Drop outliers from the training part only, and score every held-out row.'
    );
  if (score.kind === 'cross-validation')
    return (
      `Rows are dropped by ${labels}, learned from all rows${rows ? ` of ${rows}` : ''}, before the rest are cut into folds: ` +
      `${named(score.label)} (${program.whereIs(score.site)}) scores each fold without the unusual rows that the model will meet. ${weightInWords(match, program)}Drop ` +
      'outliers from the training rows of each fold only, and score every row.'
    );
  const split = parting?.site ? ` by the split in ${program.whereIs(parting.site)}` : '';
  return (
    `Rows are dropped by ${labels}, learned from all rows${rows ? ` of ${rows}` : ''}, and some of the rest are held out ` +
    `afterwards${split}: ${scoreAt(program, score)} is measured without the unusual rows that the model will meet. ${weightInWords(match, program)}Split first, drop ` +
    'outliers from the training part only, and score every held-out row.'
  );
}

/** What follows from dropping so few. */
function weightInWords(match: Match, program: Program): string {
  if (!isBelow(FEW, match, program)) return '';
  const perMille = Math.max(1, Math.round((shareDropped(match) ?? 0) * 1000));
  return `Quantiles so far out drop about ${perMille} ${perMille === 1 ? 'row' : 'rows'} in a thousand for a column, so that it is hardly another number. `;
}

function pathOf({ filters, score, parting, heldOut }: Match): readonly SpanStep[] {
  const [first] = filters;
  const split = (note: string): SpanStep[] => (parting?.site ? [{ span: parting.site, note }] : []);
  const rows = heldOut ? 'the held-out rows' : 'all rows';
  return distinctSteps([
    ...sourceSteps(first.of),
    ...(heldOut ? split('the rows are split') : []),
    ...callSteps(first.calls, 'this call leads to the filter'),
    ...first.by.map(one => ({ span: one.site, note: `${one.label} learns from ${rows}` })),
    ...filters.map(filter => ({ span: filter.site, note: 'unusual rows are dropped' })),
    ...(heldOut ? [] : split('the rows are split only here')),
    ...(score.kind === 'cross-validation'
      ? [{ span: score.site, note: `${score.label} cuts the rows into folds` }]
      : [fitStep(score.fit), scoreStep(score)]),
  ]);
}
