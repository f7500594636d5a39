import type { LargeFiles } from '../../../src/base/ports';
import { fail, ok } from '../../../src/base/result';
import { buildOutcomes } from '../../../src/predictions/build-outcomes';
import { taskScores } from '../../../src/predictions/evaluate/task-scores';
import { load } from '../../../src/predictions/load';
import { contextOf } from '../../../src/predictions/main-rows';
import type { PredictionsRequest } from '../../../src/predictions/request';
import { usableRows } from '../../../src/predictions/usable';
import type { Table } from './inputs';

const FILE = '/p/predictions.csv';

/** The table as a file of predictions, read and scored as any. No replicates are drawn: they are compared elsewhere, draw by draw. */
export async function scoresOfTable(
  task: Table,
  columns: Readonly<Record<string, readonly (number | string)[]>>,
): Promise<Readonly<Record<string, number>>> {
  const names = Object.keys(columns);
  const rows = columns[names[0] ?? '']?.length ?? 0;
  const lines = Array.from({ length: rows }, (_, row) => names.map(name => columns[name]?.[row]).join(','));
  const request: PredictionsRequest = {
    files: [FILE],
    columns: {},
    task,
    splitRoles: [],
    slices: [],
    groups: [],
  };
  const cancellation = { cancelled: false };
  const pause = (): Promise<void> => Promise.resolve();
  const reading = {
    files: inMemory([names.join(','), ...lines].join('\n')),
    cancellation,
    pause,
    onBytes: () => undefined,
  };
  const loaded = await load(request, reading);
  if (!loaded.ok) throw new Error(loaded.failure.reason);
  const { outcomes } = buildOutcomes(loaded.value, request);
  const usable = usableRows(loaded.value, outcomes).rows;
  const context = contextOf(loaded.value, { cancellation: { cancelled: true }, pause });
  const scores = await taskScores(outcomes, usable, context, { task, season: 1 });
  return Object.fromEntries(
    scores.flatMap(({ metric, class: of, value }) =>
      of === undefined ? [[`${task} ${metric}`, value]] : [],
    ),
  );
}

function inMemory(text: string): LargeFiles {
  const bytes = new TextEncoder().encode(text);
  return {
    open: path =>
      Promise.resolve(
        path === FILE
          ? ok({
              size: bytes.length,
              stamp: '',
              read: (start: number, end: number) => Promise.resolve(ok(bytes.subarray(start, end))),
              fingerprint: () => Promise.resolve(ok('')),
              close: () => Promise.resolve(),
            })
          : fail({ kind: 'missing', message: 'it is not there' } as const),
      ),
  };
}
