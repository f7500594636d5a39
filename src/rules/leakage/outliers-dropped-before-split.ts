import type { PredictFact, ScoreFact } from '../../python/flow/facts';
import type { Parting, Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { FilteredTaint, StatTaint } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import { isInner } from '../beforeSplit';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { filterTrain } from '../filterTrain';
import { measurements } from '../heldOut';
import { onePer } from '../onePer';
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
  readonly score: ScoreFact | PredictFact;
  readonly parting: Parting;
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
  },

  guards: {
    'training part only': ({ filters: [filter], heldOut }, program) =>
      !heldOut && isInner(program, filter.out),
    // How well it does for the upper half, or from some quantile on: no row is called unusual.
    'a share of the rows': ({ filters: [filter], heldOut }, program) =>
      heldOut && filter.by.every(one => filter.by.length === 1 && isShare(one, program)),
    // How well the model does for some of the rows, beside how well it does for the others or for all.
    'the others are scored as well': ({ filters: [filter], score, heldOut }, program) =>
      heldOut &&
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
      ({ parting }) => (parting.site ? siteKey(parting.site) : `${parting.a.id} ${parting.b.id}`),
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
      path: pathOf(match),
      scores: [score.site],
    };
  },

  fix({ filters: [filter, ...others], parting, heldOut }, program) {
    if (others.length > 0 || !parting.site || heldOut) return undefined;
    return filterTrain(
      filter.by.map(one => one.site),
      filter.site,
      parting.site,
      program,
    );
  },
});

/** A quantile that is not one of the outermost tenths: `quantile(0.75)`, `quantile(q)`. */
function isShare({ how, site }: StatTaint, program: Program): boolean {
  if (!/quantile|percentile/i.test(how)) return false;
  const [, asked] = /[(,]\s*(?:q\s*=\s*)?([\w.]+)\s*\)$/.exec(program.textOf(site)) ?? [];
  if (asked === undefined) return false;
  const share = Number(asked) / (/percentile|score/i.test(how) ? 100 : 1);
  return Number.isNaN(share) || (share > 0.1 && share < 0.9);
}

function inOrder(filters: readonly [FilteredTaint, ...FilteredTaint[]]): Match['filters'] {
  const distinct = new Map(filters.map(filter => [siteKey(filter.site), filter]));
  const [first, ...others] = [...distinct.values()].sort((a, b) => a.id - b.id);
  return first ? [first, ...others] : filters;
}

function messageOf({ filters, score, parting, heldOut }: Match, program: Program): string {
  const [first] = filters;
  const rows = origin(first.of);
  const labels = [...new Set(first.by.map(one => named(one.label)))].slice(0, 2).join(' and ');
  if (heldOut)
    return (
      `Rows of the held-out part are dropped by ${labels}: ${scoreAt(program, score)} is measured without the unusual rows that the ` +
      'model will meet. Drop outliers from the training part only, and score every held-out row.'
    );
  const split = parting.site ? ` by the split in ${program.whereIs(parting.site)}` : '';
  return (
    `Rows are dropped by ${labels}, learned from all rows${rows ? ` of ${rows}` : ''}, and some of the rest are held out ` +
    `afterwards${split}: ${scoreAt(program, score)} is measured without the unusual rows that the model will meet. Split first, drop ` +
    'outliers from the training part only, and score every held-out row.'
  );
}

function pathOf({ filters, score, parting, heldOut }: Match): readonly SpanStep[] {
  const [first] = filters;
  const split = (note: string): SpanStep[] => (parting.site ? [{ span: parting.site, note }] : []);
  const rows = heldOut ? 'the held-out rows' : 'all rows';
  return distinctSteps([
    ...sourceSteps(first.of),
    ...(heldOut ? split('the rows are split') : []),
    ...callSteps(first.calls, 'this call leads to the filter'),
    ...first.by.map(one => ({ span: one.site, note: `${one.label} learns from ${rows}` })),
    ...filters.map(filter => ({ span: filter.site, note: 'unusual rows are dropped' })),
    ...(heldOut ? [] : split('the rows are split only here')),
    fitStep(score.fit),
    scoreStep(score),
  ]);
}
