import type { Files } from '../base/ports';
import type { FileReport } from './file-report';
import { NO_SIGHTS, unparsed } from './file-report';
import { fingerprint } from '../base/fingerprint';
import type { LintContext } from './lint-module';
import { lintWhole } from './lint-module';
import { moduleOf } from './module';
import { readText } from './text';
import type { TouchLog } from './touch-log';

/**
 * Remembers what is known about each saved script and notebook. A file is read again after a change was announced of it
 * or of a module that it imports, and analysed again only when something is different.
 */
export interface LintStore {
  report(file: string, context: LintContext): Promise<FileReport>;
  /** What `report` would answer, when no reading is needed for it. */
  known(file: string, context: LintContext): FileReport | undefined;
}

interface Entry {
  /** Of the settings, and of where imports are looked for. */
  readonly contextKey: string;
  readonly textKey: string | undefined;
  readonly report: FileReport;
  /** Other files that the report rests on. */
  readonly looked: ReadonlySet<string>;
  /** When its reading began, by the log of touches. */
  readonly readAt: number;
}

export function createLintStore(files: Files, log: TouchLog): LintStore {
  const entries = new Map<string, Entry>();
  const known = (file: string, context: LintContext): FileReport | undefined => {
    const entry = entries.get(file);
    if (!entry || entry.contextKey !== keyOf(context) || log.isTouched(file, entry.readAt)) return undefined;
    return importsStand(entry, log) ? entry.report : undefined;
  };
  return {
    known,
    report: async (file, context) => {
      const report = known(file, context);
      if (report) return report;
      const before = entries.get(file);
      const readAt = log.now();
      const reusable = before && importsStand(before, log) ? before : undefined;
      const entry = { ...(await renewed(reusable, file, context, files)), readAt };
      entries.set(file, entry);
      return entry.report;
    },
  };
}

function keyOf({ settings, importRoots }: LintContext): string {
  return [settings.key, ...importRoots].join('\n');
}

function importsStand({ looked, readAt }: Entry, log: TouchLog): boolean {
  for (const path of looked) if (log.isTouched(path, readAt)) return false;
  return true;
}

async function renewed(
  before: Entry | undefined,
  file: string,
  context: LintContext,
  files: Files,
): Promise<Omit<Entry, 'readAt'>> {
  const contextKey = keyOf(context);
  const read = await readText(files, file);
  if (!read.ok) return { contextKey, textKey: undefined, ...skipped(file, 0, read.failure.message) };
  const { text, bytes } = read.value;
  const textKey = fingerprint(text);
  if (before?.textKey === textKey && before.contextKey === contextKey) return before;
  return { contextKey, textKey, ...(await analyse(file, text, bytes, context)) };
}

type Analysed = Pick<Entry, 'report' | 'looked'>;

async function analyse(file: string, text: string, bytes: number, context: LintContext): Promise<Analysed> {
  const source = moduleOf(file, text);
  if (!source.ok) return skipped(file, bytes, source.failure);
  const { module, remarks } = source.value;
  const { result, looked, failure } = await lintWhole(module, context);
  if (failure !== undefined) return skipped(file, bytes, failure);
  const { findings, problems, cutShort, ...seen } = result;
  const partly = [...remarks, ...unparsed(problems)].join(' ') || undefined;
  return {
    looked,
    report: {
      file,
      findings,
      sights: seen.sights,
      testScores: seen.testScores,
      cutShort,
      bytes,
      ...(partly === undefined ? {} : { partly }),
    },
  };
}

function skipped(file: string, bytes: number, reason: string): Analysed {
  const report = {
    file,
    findings: [],
    sights: NO_SIGHTS,
    testScores: [],
    cutShort: false,
    bytes,
    skipped: reason,
  };
  return { report, looked: new Set() };
}
