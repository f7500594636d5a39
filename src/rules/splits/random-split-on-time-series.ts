import type { Severity } from '../../base/finding';
import type { SortFact } from '../../python/flow/facts';
import type { Lag } from '../../python/flow/rows/order';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { sourcesOf } from '../../python/flow/rows/rows';
import { taintsOf, unite } from '../../python/flow/taint';
import type { Site } from '../../python/flow/site';
import { defineRule } from '../contract';
import { isNamed } from '../grounds/declared';
import { splitInOrder } from '../fixes/splitInOrder';
import type { SplitNumber } from '../grounds/splitNumbers';
import { isInner, numberAt, numbersOf, perSplit, splitNumbers, stepsOf } from '../grounds/splitNumbers';
import { distinctSteps, named, sourceSteps } from '../wording';

/** Rows in the order of time were dealt out to both sides of a split at random. */
interface Match {
  readonly one: SplitNumber;
  readonly evidence: Evidence;
}

type Evidence =
  /** What the model learns from or is to learn looks at the rows before or after. */
  | { readonly kind: 'lag'; readonly lag: Lag }
  /** The project says which column is the time, and the program names it. */
  | { readonly kind: 'declared'; readonly column: string }
  /** The program brings the rows into the order of a date. */
  | { readonly kind: 'sorted'; readonly sort: SortFact };

export const randomSplitOnTimeSeries = defineRule<Match>({
  id: 'random-split-on-time-series',
  code: 'D1',
  group: 'splits',
  stage: 'evaluation',
  severity: 'error',
  tier: 'probable',
  since: '0.1.0',
  outranks: ['group-leak-in-split'],

  find(program) {
    return splitNumbers(program).flatMap(one => {
      const evidence = evidenceOf(program, one);
      return evidence ? [{ one, evidence }] : [];
    });
  },

  guards: {
    'not at random': ({ one }) => one.assigns !== 'at-random',
    'inner split': ({ one }, program) => isInner(program, one),
    'held against folds in the order of time': ({ one }, program) => isHeldAgainstTime(program, one),
  },

  merge(matches) {
    const strong = perSplit(matches).filter(({ evidence }) => evidence.kind !== 'sorted');
    return strong.length > 0 ? strong : perSplit(matches).slice(0, 1);
  },

  word({ one, evidence }, program) {
    const hint = evidence.kind === 'sorted';
    return {
      span: one.split?.site ?? one.number.site,
      message: `${reasonOf(program, evidence)} ${consequenceOf(program, one, hint)}`,
      severity: severityOf(evidence, one),
      path: distinctSteps([
        ...sourceSteps(one.rows),
        ...(evidence.kind === 'declared'
          ? []
          : [{ span: placeOf(evidence), note: 'the rows stand in the order of time' }]),
        ...stepsOf(one, 'they are split at random'),
      ]),
      scores: numbersOf(program, one),
    };
  },

  fix: ({ one }, program) => splitInOrder(program, one.split, 'Split in the order of time'),
});

/** Folds of the same rows in the order of time are scored as well: the difference is what is shown. */
function isHeldAgainstTime(program: Program, one: SplitNumber): boolean {
  if (one.form !== 'folds') return false;
  const cut = cutRows(one);
  return splitNumbers(program).some(
    other =>
      other.form === 'folds' && other.assigns === 'by-time' && cut !== undefined && cutRows(other) === cut,
  );
}

/** The rows that are cut into folds. */
function cutRows({ rows, number }: SplitNumber): Rows | undefined {
  if (number.kind === 'cross-validation') return rows;
  return rows.kind === 'part' ? rows.of : undefined;
}

/** Methods that make sense only where rows stand in an order; sums so far are also taken for a plot. */
const LAGS: ReadonlySet<string> = new Set(['shift', 'diff', 'pct_change', 'rolling', 'expanding', 'ewm']);

function evidenceOf(program: Program, one: SplitNumber): Evidence | undefined {
  const lags = taintsOf(unite(one.shared, one.target), 'lag').filter(
    ({ lag }) => LAGS.has(lag.method) && isOfThese(lag, one),
  );
  const [first] = lags;
  if (first) return { kind: 'lag', lag: first.lag };
  const { time } = program.declarations;
  if (time !== undefined && isNamed(program, time, one.rows)) return { kind: 'declared', column: time };
  const sort = program.all('sort').find(
    ({ columns, rows }) =>
      // One side alone that is sorted afterwards says nothing of the order in which they were dealt out.
      isDate(columns[0]) && program.descends(one.trained, rows) && program.descends(one.rows, rows),
  );
  return sort && { kind: 'sorted', sort };
}

/** What is split are rows of the series, not something else of which each has a number out of a series of its own. */
function isOfThese({ rows }: Lag, one: SplitNumber): boolean {
  const series = sourcesOf(rows).map(({ key }) => key);
  return sourcesOf(one.rows).some(({ key }) => series.includes(key));
}

/** By its name; where it stands alone, so that a birth date or the date of a contract is not taken for the time of the row. */
function isDate(column: string | undefined): boolean {
  return column !== undefined && /^(date|time|datetime|timestamp|date_?time|ds|day)$/i.test(column);
}

/** Lags within groups that do not hold answers are what event data have as well. */
function severityOf(evidence: Evidence, { targetColumn }: SplitNumber): Severity {
  if (evidence.kind === 'sorted') return 'hint';
  if (evidence.kind === 'declared' || !evidence.lag.within) return 'error';
  return evidence.lag.column === targetColumn ? 'error' : 'warning';
}

function placeOf(evidence: Exclude<Evidence, { kind: 'declared' }>): Site {
  return evidence.kind === 'lag' ? evidence.lag.site : evidence.sort.site;
}

function reasonOf(program: Program, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'lag':
      return `${named(evidence.lag.label)} (${program.whereIs(evidence.lag.site)}) looks at ${evidence.lag.ahead ? 'later' : 'earlier'} rows, so the rows are a series, and they are split at random:`;
    case 'declared':
      return `The project declares ${named(evidence.column)} to be the time of its rows, and they are split at random:`;
    case 'sorted':
      return `The rows are sorted by ${named(evidence.sort.columns[0] ?? '')} (${program.whereIs(evidence.sort.site)}), and then split at random.`;
  }
}

function consequenceOf(program: Program, one: SplitNumber, hint: boolean): string {
  const number = numberAt(program, one);
  if (hint)
    return `If what is predicted drifts or repeats itself with time, ${number} is better than what the future will bring: hold out the last stretch of time instead.`;
  return `the rows before and after each held-out row are trained on, and ${number} tells how well gaps are filled, not how well the future is predicted. Hold out the last stretch of time, with \`shuffle=False\` or \`TimeSeriesSplit\`.`;
}
