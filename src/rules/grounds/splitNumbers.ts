import type { CrossValidationFact, PredictFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import type { Taints } from '../../python/flow/taint';
import { taintsOf } from '../../python/flow/taint';
import type { Assignment } from '../../python/knowledge/entry';
import type { SpanStep } from '../contract';
import { measurements } from './heldOut';
import { fitStep, named, scoreAt, scoreStep } from '../wording';

/** A number that is measured on one side of a split while the other side trains. */
export interface SplitNumber {
  readonly number: ScoreFact | PredictFact | CrossValidationFact;
  /** How it was decided on which side a row comes. */
  readonly assigns: Assignment;
  readonly form: 'holdout' | 'folds' | 'subsets';
  /** The call that splits, where there is one, as it is called. */
  readonly split: { readonly site: Site; readonly label: string } | undefined;
  readonly rows: Rows;
  readonly trained: Rows;
  /** What the features carry on both sides: it was there before the split. */
  readonly shared: Taints;
  /** What the target of the training side carries, and its name. */
  readonly target: Taints;
  readonly targetColumn: string | undefined;
}

/** Every such number: scores and predictions of held-out rows, and cross-validations. */
export function splitNumbers(program: Program): readonly SplitNumber[] {
  const labels = new Map(program.all('split').map(({ split }) => [split.site, split.label]));
  return [
    ...measurements(program).flatMap(number => ofScore(program, number, labels)),
    ...program.all('cross-validation').map(ofValidation),
  ];
}

function ofScore(
  program: Program,
  number: ScoreFact | PredictFact,
  labels: ReadonlyMap<Site, string>,
): SplitNumber[] {
  const { rows, fit } = number;
  const parting = program.parting(rows, fit.rows);
  if (!parting) return [];
  const shared = number.taints.filter(taint => fit.taints.includes(taint));
  const { site, form } = parting;
  return [
    {
      number,
      assigns: afterShuffling(parting.assigns, shared),
      form,
      split: site && { site, label: labels.get(site) ?? 'split' },
      rows,
      trained: fit.rows,
      shared,
      target: fit.target.taints,
      targetColumn: fit.target.column,
    },
  ];
}

function ofValidation(number: CrossValidationFact): SplitNumber {
  const { rows, taints, target, site, label, assigns } = number;
  return {
    number,
    assigns: afterShuffling(assigns, taints),
    form: 'folds',
    split: { site, label },
    rows,
    trained: rows,
    shared: taints,
    target: target.taints,
    targetColumn: target.column,
  };
}

/** Blocks of rows that were shuffled before are drawn at random. */
function afterShuffling(assigns: Assignment, shared: Taints): Assignment {
  const shuffled = taintsOf(shared, 'order').some(({ how }) => how === 'shuffled');
  return assigns === 'in-order' && shuffled ? 'at-random' : assigns;
}

/** The same model, or a split inside its rows, is measured on rows that no chance picked: this split serves to choose. */
export function isInner(program: Program, one: SplitNumber): boolean {
  return splitNumbers(program).some(
    other =>
      (other.assigns !== 'at-random' || other.number.kind === 'cross-validation') &&
      other.number.kind !== 'cross-validation' &&
      program.disjoint(other.rows, one.rows) &&
      program.disjoint(other.rows, one.trained),
  );
}

/** The most telling number of those of one split: a score rather than a prediction. */
export function perSplit<T extends { readonly one: SplitNumber }>(matches: readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const match of matches) {
    const { split, rows } = match.one;
    const key = split ? `${split.site.start}-${split.site.end}` : `rows ${rows.id}`;
    const known = found.get(key);
    if (!known || (known.one.number.kind === 'predict' && match.one.number.kind !== 'predict'))
      found.set(key, match);
  }
  return [...found.values()];
}

/** Every number of the same split, as places. */
export function numbersOf(program: Program, one: SplitNumber): readonly Site[] {
  return splitNumbers(program)
    .filter(other => other.split?.site === one.split?.site)
    .map(({ number }) => number.site);
}

/** `accuracy_score (line 12)` */
export function numberAt(program: Program, { number }: SplitNumber): string {
  if (number.kind !== 'cross-validation') return scoreAt(program, number);
  return `${named(number.label)} (${program.whereIs(number.site)})`;
}

/** From the split to the number. */
export function stepsOf({ split, number }: SplitNumber, note: string): readonly SpanStep[] {
  const cut = split ? [{ span: split.site, note }] : [];
  return number.kind === 'cross-validation' ? cut : [...cut, fitStep(number.fit), scoreStep(number)];
}
