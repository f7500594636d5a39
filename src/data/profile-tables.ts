import type { Cancellation, LargeFiles, OpenFile } from '../base/ports';
import { fail } from '../base/result';
import { pairProfiles } from './audit/pairs';
import { agreementOf } from './audit/agreement-of';
import { splitProfile } from './audit/split-profile';
import { driftProfiles } from './drift/profiles';
import type { FileCache } from './file-cache';
import { summariseOnce } from './file-cache';
import type { Head } from './head';
import { readHead } from './head';
import type { FileOfTable } from './join-files';
import { joinFiles } from './join-files';
import { makePlan } from './make-plan';
import type { DataProfile, UnreadTable } from './profile';
import type { DataRequest, TableSource } from './request';
import type { Plan } from './summary/plan';
import type { TableProblem } from './table/batch';
import { notRead } from './table/reader';

export interface Profiling {
  readonly files: LargeFiles;
  /** Summaries of files that may not have changed since. */
  readonly cache: FileCache;
  readonly cancellation: Cancellation;
  /** Bytes that are read, of all that are to be read. */
  readonly onProgress: (done: number, of: number) => void;
}

/** Reads the tables of a project and says what is in them. What was cancelled is among `unread`. */
export async function profileTables(request: DataRequest, profiling: Profiling): Promise<DataProfile> {
  const opened = await openAll(request, profiling);
  try {
    const { plan, compared, comparable } = makePlan(
      request,
      opened.files.map(({ table, head }) => ({ role: table.role, head })),
    );
    const { read, unread } = await sumUp(request, plan, opened.files, profiling);
    const missing = [...opened.unread, ...unread];
    // What of a split could be read is not that split.
    const splits = joinFiles(plan, read).filter(({ name }) => missing.every(({ split }) => split !== name));
    return {
      splits: splits.map(splitProfile),
      unread: missing,
      pairs: pairProfiles(splits, comparable),
      compared,
      ...agreementOf(splits),
      drift: driftProfiles(request.drift, splits, [
        ...plan.notFeatures,
        ...(plan.time === undefined ? [] : [plan.time]),
      ]),
      digests: read.flatMap(({ path }) => {
        const digest = profiling.cache.get(path)?.fingerprint;
        return digest === undefined ? [] : [{ file: path, digest }];
      }),
    };
  } finally {
    for (const { file } of opened.files) await file.close();
  }
}

/** A file that is open, and begins like a table. */
interface Opened {
  readonly table: TableSource;
  readonly path: string;
  readonly file: OpenFile;
  readonly head: Head;
}

async function openAll(
  { tables }: DataRequest,
  { files, cancellation }: Profiling,
): Promise<{ readonly files: readonly Opened[]; readonly unread: readonly UnreadTable[] }> {
  const opened: Opened[] = [];
  const unread: UnreadTable[] = [];
  for (const table of tables) {
    for (const path of table.files) {
      const file = await files.open(path);
      const head = file.ok ? await readHead(file.value, path, cancellation) : fail(notRead(file.failure));
      if (file.ok && head.ok) opened.push({ table, path, file: file.value, head: head.value });
      else if (!head.ok) {
        unread.push(unreadOf(table, path, head.failure));
        if (file.ok) await file.value.close();
      }
    }
  }
  return { files: opened, unread };
}

function unreadOf({ name, role }: TableSource, file: string, { message, line }: TableProblem): UnreadTable {
  return { split: name, role, file, reason: message, ...(line !== undefined && { line }) };
}

async function sumUp(
  request: DataRequest,
  plan: Plan,
  opened: readonly Opened[],
  { cache, cancellation, onProgress }: Profiling,
): Promise<{ readonly read: readonly FileOfTable[]; readonly unread: readonly UnreadTable[] }> {
  const total = opened.reduce((sum, { file }) => sum + file.size, 0);
  const read: FileOfTable[] = [];
  const unread: UnreadTable[] = [];
  let done = 0;
  const onBytes = (bytes: number): void => {
    onProgress(Math.min((done += bytes), total), total);
  };
  for (const { table, path, file } of opened) {
    const { name, role } = table;
    const summarising = { plan, division: request.division, own: { name, role }, cancellation, onBytes };
    const summary = await summariseOnce(cache, file, path, summarising);
    if (summary.ok) read.push({ path, summary: summary.value });
    else unread.push(unreadOf(table, path, summary.failure));
  }
  return { read, unread };
}
