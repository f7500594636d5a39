import type { Cancellation, LargeFiles, OpenFile } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
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

/**
 * Reads the tables of a project and says what is in them. What was cancelled is among `unread`. One file is open at a time: a
 * table may be made of more of them than a process may have open.
 */
export async function profileTables(request: DataRequest, profiling: Profiling): Promise<DataProfile> {
  const looked = await lookAtAll(request, profiling);
  const { plan, compared, comparable } = makePlan(
    request,
    looked.files.map(({ table, head }) => ({ role: table.role, head })),
  );
  const { read, unread } = await sumUp(request, plan, looked.files, profiling);
  const missing = [...looked.unread, ...unread];
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
}

/** A file that begins like a table. */
interface Looked {
  readonly table: TableSource;
  readonly path: string;
  readonly head: Head;
  /** Bytes. */
  readonly size: number;
  readonly stamp: string;
}

async function lookAtAll(
  { tables }: DataRequest,
  profiling: Profiling,
): Promise<{ readonly files: readonly Looked[]; readonly unread: readonly UnreadTable[] }> {
  const files: Looked[] = [];
  const unread: UnreadTable[] = [];
  for (const table of tables) {
    for (const path of table.files) {
      const looked = await lookAt(table, path, profiling);
      if (looked.ok) files.push(looked.value);
      else unread.push(unreadOf(table, path, looked.failure));
    }
  }
  return { files, unread };
}

async function lookAt(
  table: TableSource,
  path: string,
  { files, cancellation }: Profiling,
): Promise<Result<Looked, TableProblem>> {
  const file = await files.open(path);
  if (!file.ok) return fail(notRead(file.failure));
  const { size, stamp } = file.value;
  try {
    const head = await readHead(file.value, path, cancellation);
    return head.ok ? ok({ table, path, head: head.value, size, stamp }) : head;
  } finally {
    await file.value.close();
  }
}

function unreadOf({ name, role }: TableSource, file: string, { message, line }: TableProblem): UnreadTable {
  return { split: name, role, file, reason: message, ...(line !== undefined && { line }) };
}

async function sumUp(
  request: DataRequest,
  plan: Plan,
  looked: readonly Looked[],
  { files, cache, cancellation, onProgress }: Profiling,
): Promise<{ readonly read: readonly FileOfTable[]; readonly unread: readonly UnreadTable[] }> {
  const total = looked.reduce((sum, { size }) => sum + size, 0);
  const read: FileOfTable[] = [];
  const unread: UnreadTable[] = [];
  let done = 0;
  const onBytes = (bytes: number): void => {
    onProgress(Math.min((done += bytes), total), total);
  };
  for (const { table, path, stamp } of looked) {
    const { name, role } = table;
    const summarising = { plan, division: request.division, own: { name, role }, cancellation, onBytes };
    const summary = await openAsLooked(files, path, stamp, file =>
      summariseOnce(cache, file, path, summarising),
    );
    if (summary.ok) read.push({ path, summary: summary.value });
    else unread.push(unreadOf(table, path, summary.failure));
  }
  return { read, unread };
}

/** What was made of the first rows is not of this file where it has become another. */
async function openAsLooked<T>(
  files: LargeFiles,
  path: string,
  stamp: string,
  use: (file: OpenFile) => Promise<Result<T, TableProblem>>,
): Promise<Result<T, TableProblem>> {
  const file = await files.open(path);
  if (!file.ok) return fail(notRead(file.failure));
  try {
    return file.value.stamp === stamp ? await use(file.value) : fail(notRead(CHANGED));
  } finally {
    await file.value.close();
  }
}

const CHANGED = {
  kind: 'unreadable',
  message: 'it changed while it was read; it will be read again',
} as const;
