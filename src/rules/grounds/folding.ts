import type {
  BestScoreFact,
  CrossValidationFact,
  DupTaint,
  FitFact,
  FoldScoresFact,
  StatTaint,
  TargetColumn,
} from '../../python/flow/facts';
import type { Assignment } from '../../python/knowledge/entry';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { sameSite } from '../../python/flow/site';
import type { Taints } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import { measurements, watched } from './heldOut';
import { rowsOfSide } from './ownRows';

/** Rows are cut into folds that score each other: by a function, by a search, or by a loop over a splitter. */
export interface Folding {
  readonly form: 'function' | 'search' | 'loop';
  readonly label: string;
  /** What cuts. */
  readonly site: Site;
  /** The rows that are cut; of a loop, the two sides of a fold. */
  readonly rows: readonly Rows[];
  /** Of a search: how it assigns them. */
  readonly assigns?: Assignment | undefined;
  /** What the features carry. */
  readonly taints: Taints;
  readonly target: TargetColumn;
  /** Where a number is computed. */
  readonly scores: readonly Site[];
  /** What learns in the end, and what may be done to each column without moving what it predicts. */
  readonly blindTo: FitFact['blindTo'];
  readonly learner: string | undefined;
  readonly order: number;
  /** The calls that led to where the folds are scored. */
  readonly calls: readonly Site[];
  /** Of a function: the call. */
  readonly validation: CrossValidationFact | undefined;
}

/** Something that prepared rows: what was learned from them, or copies that were made of them. */
export type Preparation = StatTaint | DupTaint;

export function foldings(program: Program): readonly Folding[] {
  return [...byFunctions(program), ...bySearches(program), ...byLoops(program)];
}

function byFunctions(program: Program): Folding[] {
  return program.all('cross-validation').map(validation => {
    const { label, site, rows, taints, target, blindTo, learner, order, calls } = validation;
    return {
      form: 'function',
      label,
      site,
      rows: [rows],
      taints,
      target,
      blindTo,
      learner,
      order,
      calls,
      scores: [site],
      validation,
    };
  });
}

function bySearches(program: Program): Folding[] {
  return program
    .all('fit')
    .filter(fit => fit.searcher)
    .map(fit => ({
      ...ofFit(fit),
      form: 'search',
      label: `${fit.label}.fit`,
      site: fit.site,
      rows: [fit.rows],
      assigns: fit.cuts,
      scores: bestScores(program, fit.site),
    }));
}

/** Where the scores of a search are read; without that, the search itself. */
function bestScores(program: Program, search: Site): readonly Site[] {
  const read = readScores(program, search);
  return read.length > 0 ? read.map(one => one.site) : [search];
}

/** Whoever asks for the scores of a search, its best one or all of them. */
export function readScores(program: Program, search: Site): readonly (BestScoreFact | FoldScoresFact)[] {
  return [...program.all('best-score'), ...program.all('fold-scores')].filter(one =>
    sameSite(one.search.site, search),
  );
}

function byLoops(program: Program): Folding[] {
  return [...program.all('score'), ...watched(program)].flatMap((score): Folding[] => {
    const parting = program.parting(score.rows, score.fit.rows);
    if (parting?.form !== 'folds' || !parting.site || parting.a.kind !== 'part') return [];
    return [
      {
        ...ofFit(score.fit),
        form: 'loop',
        label: `${parting.a.split.label}.split`,
        site: parting.site,
        rows: [score.rows, ...rowsOfSide(score.fit.rows, parting.b)],
        taints: unite(score.taints, score.fit.taints),
        scores: [score.site],
        order: score.order,
      },
    ];
  });
}

function ofFit({
  taints,
  target,
  blindTo,
  learner,
  order,
  calls,
}: FitFact): Omit<Folding, 'form' | 'label' | 'site' | 'rows' | 'scores'> {
  return { taints, target, blindTo, learner, order, calls, validation: undefined };
}

/** What all the rows had part in before they were cut. Copies are another rule's matter where folds are scored. */
export function preparationsOf(program: Program, { form, rows, taints, assigns }: Folding): Preparation[] {
  const statistics = taintsOf(taints, 'stat').filter(taint =>
    rows.every(one => program.covers(taint.rows, one)),
  );
  // Whoever writes the folds down may have kept the copies on one side.
  if (form !== 'search' || assigns === 'as-given') return statistics;
  const copies = taintsOf(taints, 'dup').filter(
    ({ how, out }) => how !== 'under' && rows.every(one => lineage(one).includes(out)),
  );
  return [...statistics, ...copies];
}

/** Are rows measured that had no part in it, though they were parted from those that had? */
export function isMeasuredApart(program: Program, one: Preparation): boolean {
  const rows = one.kind === 'dup' ? one.of : one.rows;
  return measurements(program).some(
    other => program.disjoint(other.rows, rows) && program.parting(other.rows, rows) !== undefined,
  );
}

/** Is what was fitted on these rows measured on rows that may be others, as those of an outer fold? */
export function mayBeMeasuredApart(program: Program, one: Preparation): boolean {
  const rows = one.kind === 'dup' ? one.of : one.rows;
  return (
    rows.kind !== 'all' &&
    measurements(program).some(
      other =>
        program.covers(rows, other.fit.rows) &&
        !program.covers(rows, other.rows) &&
        !program.overlaps(rows, other.rows),
    )
  );
}

/** Is a part scored that was split off only afterwards? */
export function knownBeforeSplit(program: Program, one: Preparation): boolean {
  return measurements(program).some(score => {
    const taints = unite(score.taints, score.fit.taints);
    const parting = program.parting(score.rows, score.fit.rows);
    if (!parting || parting.form === 'folds') return false;
    const sides = [score.rows, ...rowsOfSide(score.fit.rows, parting.b)];
    return taints.some(
      taint => taint.kind === one.kind && sameSite(taint.site, one.site) && knows(program, taint, sides),
    );
  });
}

function knows(program: Program, one: Preparation, sides: readonly Rows[]): boolean {
  const rows = one.kind === 'dup' ? one.out : one.rows;
  return sides.every(side => program.covers(rows, side));
}
