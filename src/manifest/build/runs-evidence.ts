import type { RunsEvidence } from '../evidence';
import { report } from '../read/report';
import { entryOf } from '../read/tree';
import type { Tree } from '../read/tree';
import type { Reading } from '../read/report';
import type { EVIDENCE_PIECE } from '../schema/evidence';
import type { Located, Read } from '../schema/types';
import { parseTarget } from './metrics';

type Runs = NonNullable<Read<typeof EVIDENCE_PIECE>['value']['runs']>;

/** `runs: ">= 2"`, or `runs: { count: ">= 2", history: true }`; one run unless a number is said. */
export function runsEvidence(reading: Reading, runs: Runs, tree: Tree | undefined): RunsEvidence | undefined {
  const text = isText(runs) ? runs : runs.value.count;
  // A count that could not be read is a problem already; it must not pass for one that was not asked.
  if (!text && tree?.kind === 'mapping' && entryOf(tree, 'count')) return undefined;
  const history = isText(runs) ? false : (runs.value.history?.value ?? false);
  const least = text === undefined ? 1 : leastOf(text.value);
  if (least !== undefined) return { kind: 'runs', least, history };
  report(reading, {
    code: 'wrong-value',
    message: `\`${text?.value ?? ''}\` is no least number of runs; expected a comparison such as ">= 2".`,
    range: (text ?? runs).range,
  });
  return undefined;
}

function isText(runs: Runs): runs is Located<string> {
  return typeof runs.value === 'string';
}

function leastOf(text: string): number | undefined {
  const target = parseTarget(text);
  if (target?.op === '>=') return Math.ceil(target.value);
  return target?.op === '>' ? Math.floor(target.value) + 1 : undefined;
}
