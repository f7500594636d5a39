import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../../src/base/result';
import { evaluate } from '../../../src/predictions/evaluate';
import type { Evaluation } from '../../../src/predictions/evaluation';
import type { UnreadFile } from '../../../src/predictions/read';
import type { PredictionsRequest } from '../../../src/predictions/request';
import type { Content } from '../data/memory';
import { largeFiles } from '../data/memory';

const FIXTURES = join(__dirname, '../../fixtures/predictions');

export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

/** What is computed of files in memory; the first is that of the predictions. */
export function evaluated(
  files: Readonly<Record<string, Content>>,
  request: Partial<PredictionsRequest> = {},
  cancellation = { cancelled: false },
): Promise<Result<Evaluation, UnreadFile>> {
  const [first = ''] = Object.keys(files);
  return evaluate(
    { files: [first], columns: {}, splitRoles: [], slices: [], groups: [], ...request },
    {
      files: largeFiles(new Map(Object.entries(files))),
      cancellation,
      onBytes: () => undefined,
      pause: () => Promise.resolve(),
    },
  );
}

/** The same, which must succeed. */
export async function evaluation(
  files: Readonly<Record<string, Content>>,
  request: Partial<PredictionsRequest> = {},
): Promise<Evaluation> {
  const result = await evaluated(files, request);
  if (!result.ok) throw new Error(`${result.failure.file}: ${result.failure.reason}`);
  return result.value;
}

export function scoresIn({ scores }: Pick<Evaluation, 'scores'>): Readonly<Record<string, number>> {
  return Object.fromEntries(scores.map(({ metric, value }) => [metric, value]));
}
