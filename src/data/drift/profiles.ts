import type { SummedSplit } from '../audit/split-profile';
import type { DriftProfile } from '../profile';
import type { DriftQuestion } from '../request';
import { columnDrift } from './column-drift';

/** Answers every question whose two splits were read. `leftOut`: columns that say nothing of drift, unless asked for. */
export function driftProfiles(
  questions: readonly DriftQuestion[],
  splits: readonly SummedSplit[],
  leftOut: readonly string[],
): readonly DriftProfile[] {
  return questions.flatMap(question => {
    const reference = splits.find(({ name }) => name === question.reference);
    const current = splits.find(({ name }) => name === question.current);
    return reference && current ? [driftProfile(question, reference, current, leftOut)] : [];
  });
}

function driftProfile(
  question: DriftQuestion,
  reference: SummedSplit,
  current: SummedSplit,
  leftOut: readonly string[],
): DriftProfile {
  const [before, now] = [reference.summary, current.summary];
  const names = question.columns ?? [...before.columns.keys()].filter(name => !leftOut.includes(name));
  const columns: DriftProfile['columns'][number][] = [];
  const left: DriftProfile['left'][number][] = [];
  for (const name of names) {
    const [a, b] = [before.columns.get(name), now.columns.get(name)];
    const drift =
      a && b
        ? columnDrift({ column: a, sample: before.sample }, { column: b, sample: now.sample }, question)
        : `it is no column of ${a ? question.current : question.reference}`;
    if (typeof drift === 'string') left.push({ column: name, reason: drift });
    else columns.push(drift);
  }
  return { question, columns, left, sampled: before.sample.level > 0 || now.sample.level > 0 };
}
