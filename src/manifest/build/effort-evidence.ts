import type { EffortEvidence, TimeboxEvidence } from '../evidence';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import type { EVIDENCE_PIECE } from '../schema/evidence';
import type { Read } from '../schema/types';
import { parseWeeks } from './weeks';

type Piece = Read<typeof EVIDENCE_PIECE>['value'];
type EffortTree = NonNullable<Piece['effort']>;
type TimeboxTree = NonNullable<Piece['timebox']>;

/** `effort: { of: production, at_least: 10, than: proof-of-concept }`; what is missing has been reported. */
export function effortEvidence(reading: Reading, { value, range }: EffortTree): EffortEvidence | undefined {
  if (!value.of || !value.than) return undefined;
  const demand = demandOf(value);
  if (demand) return { kind: 'effort', of: value.of.value, than: value.than.value, demand };
  report(reading, {
    code: 'missing-field',
    message: 'What is asked of the two? Expected `at_least`, or `first` and `before`.',
    range,
  });
  return undefined;
}

function demandOf({
  at_least: least,
  first,
  before,
}: EffortTree['value']): EffortEvidence['demand'] | undefined {
  if (least && !first && !before) return { is: 'times', least: least.value };
  if (least || !first || !before) return undefined;
  return { is: 'first', first: first.value, before: before.value };
}

/** `timebox: { stage: proof-of-concept, weeks: 4..8 }`. */
export function timeboxEvidence({ value: { stage, weeks } }: TimeboxTree): TimeboxEvidence | undefined {
  const range = weeks && parseWeeks(weeks.value);
  return stage && range && { kind: 'timebox', stage: stage.value, weeks: range };
}
