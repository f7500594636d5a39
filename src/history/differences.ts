import type { Range } from '../base/place';
import { START_OF_FILE } from '../base/place';
import type { Problem } from '../base/result';
import type { CriterionEntry, Manifest, StageEntry } from '../manifest/model';
import type { DecisionEntry, HistoryEntry } from './entry';
import type { Standing } from './standing';
import { isDecision, standingOf, subjectOf } from './standing';

/**
 * Where the manifest says something else than the log: somebody wrote it by hand, or a merge lost one of the two. The
 * manifest counts. What was decided before the log began is not in it, and no difference.
 */
export function differences(manifest: Manifest, entries: readonly HistoryEntry[]): readonly Problem[] {
  const decisions = entries.filter(isDecision);
  const [first] = decisions;
  if (!first) return [];
  const began = first.time.slice(0, 10);
  const standing = standingOf(decisions);
  return subjectsIn(manifest, standing).flatMap(subject =>
    [signature(subject, standing), tick(subject, standing), waiver(subject, standing)].flatMap(pair =>
      pair && differs(pair, began) ? [problemOf(manifest, subject, pair)] : [],
    ),
  );
}

/** A stage or a criterion that the manifest or the log speaks of. */
interface Subject {
  readonly stage: string;
  readonly criterion?: string;
  readonly inStage?: StageEntry;
  readonly inCriterion?: CriterionEntry;
}

/** The same decision as the manifest and as the log have it. */
interface Pair {
  /** What it is where nothing of the kind is decided: `not ticked`. */
  readonly otherwise: string;
  readonly manifest?: { readonly words: string; readonly on?: string; readonly by?: string };
  readonly log?: { readonly words: string; readonly entry: DecisionEntry; readonly stands: boolean };
}

function subjectsIn(manifest: Manifest, standing: Standing): readonly Subject[] {
  const subjects = new Map<string, Subject>();
  const add = (stage: string, criterion?: string): void => {
    const inStage = manifest.stages.get(stage);
    const inCriterion = criterion === undefined ? undefined : inStage?.criteria.get(criterion);
    subjects.set(subjectOf(stage, criterion), {
      stage,
      ...(criterion !== undefined && { criterion }),
      ...(inStage && { inStage }),
      ...(inCriterion && { inCriterion }),
    });
  };
  for (const [stage, { criteria }] of manifest.stages) {
    add(stage);
    for (const criterion of criteria.keys()) add(stage, criterion);
  }
  for (const part of Object.values(standing) as Standing[keyof Standing][])
    for (const { stage, criterion } of part.values()) add(stage, criterion);
  return [...subjects.values()];
}

function signature({ stage, criterion, inStage }: Subject, { signatures }: Standing): Pair | undefined {
  if (criterion !== undefined) return undefined;
  const signed = inStage?.signedOff;
  const entry = signatures.get(stage);
  return pairOf(signed && { words: `signed off by ${signed.by} on ${signed.on}`, ...signed }, entry, {
    stands: 'signed-off',
    otherwise: 'not signed off',
    words: ({ who, on, what, time }) =>
      what === 'signed-off'
        ? `signed off by ${who} on ${on ?? dayOf(time)}`
        : `reopened by ${who} on ${dayOf(time)}`,
  });
}

function tick({ stage, criterion, inCriterion }: Subject, { ticks }: Standing): Pair | undefined {
  if (criterion === undefined) return undefined;
  const done = inCriterion?.done;
  return pairOf(
    done && { words: `ticked by ${done.by || 'nobody'} on ${done.on}`, ...done },
    ticks.get(subjectOf(stage, criterion)),
    {
      stands: 'ticked',
      otherwise: 'not ticked',
      words: ({ who, on, what, time }) => `${what} by ${who} on ${on ?? dayOf(time)}`,
    },
  );
}

function waiver({ stage, criterion, inCriterion }: Subject, { waivers }: Standing): Pair | undefined {
  if (criterion === undefined) return undefined;
  const waived = inCriterion?.waived;
  return pairOf(
    waived === undefined ? undefined : { words: 'waived' },
    waivers.get(subjectOf(stage, criterion)),
    {
      stands: 'waived',
      otherwise: 'not waived',
      words: ({ who, what, time }) =>
        what === 'waived'
          ? `waived by ${who} on ${dayOf(time)}`
          : `not waived any more since ${dayOf(time)}, by ${who}`,
    },
  );
}

function pairOf(
  manifest: Pair['manifest'],
  entry: DecisionEntry | undefined,
  log: {
    readonly stands: DecisionEntry['what'];
    readonly otherwise: string;
    readonly words: (entry: DecisionEntry) => string;
  },
): Pair {
  return {
    otherwise: log.otherwise,
    ...(manifest && { manifest }),
    ...(entry && { log: { entry, words: log.words(entry), stands: entry.what === log.stands } }),
  };
}

function differs({ manifest, log }: Pair, began: string): boolean {
  if (!log) return manifest?.on !== undefined && manifest.on > began;
  if (!manifest) return log.stands;
  if (!log.stands) return true;
  const { on, who } = log.entry;
  return manifest.on !== undefined && (manifest.on !== on || manifest.by !== who);
}

function problemOf(manifest: Manifest, subject: Subject, { manifest: here, log, otherwise }: Pair): Problem {
  const said = `\`${subject.criterion ?? subject.stage}\` is ${here?.words ?? otherwise} here`;
  const history = log ? `the history has it ${log.words}` : 'the history does not know of it';
  return {
    code: 'differs-from-history',
    severity: 'information',
    message: `${said}; ${history}. The manifest counts.`,
    place: { file: manifest.file, range: rangeOf(manifest, subject) },
  };
}

function rangeOf(manifest: Manifest, { criterion, inStage, inCriterion }: Subject): Range {
  if (criterion === undefined && inStage?.signedOff) return inStage.signedOff.range;
  return inCriterion?.range ?? inStage?.range ?? manifest.fields.get('lifecycle')?.range ?? START_OF_FILE;
}

const dayOf = (time: string): string => time.slice(0, 10);
