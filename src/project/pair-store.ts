import type { Result } from '../base/result';
import { fail } from '../base/result';
import type { Pair, PairFacts } from '../predictions/facts';
import type { Footprint, Footprints } from './footprints';
import { forgetWithin } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import type { Run } from '../metrics/table';
import { folderOf } from './paths';
import type { PairsPlan } from './plan-pairs';
import type { DataPort, DataTask } from './ports';

/** Remembers how the predictions of runs compare that somebody looks at, until one of their files changes. */
export interface PairStore {
  /** What is known without reading predictions; what is not is read by the next `read`. */
  known(project: ManifestContent, asked: AskedRuns): Promise<PairFacts>;
  /** Compares what is not known, and gives the manifests of which something else is known now. */
  read(task: DataTask): Promise<readonly string[]>;
  /** Forgets the projects in a folder. */
  drop(folder: string): void;
}

export interface AskedRuns {
  /** Every run of the project, those that count first. */
  readonly runs: readonly Run[];
  /** Those to be compared, the one that the others are held against first. */
  readonly picked: readonly Run[];
}

interface Asked {
  readonly question: string;
  readonly footprint: Footprint;
  readonly plan: Result<PairsPlan, string>;
  facts?: PairFacts;
}

const NOT_HERE: PairFacts = { state: 'off', reason: 'files of predictions are not read here' };
const CANCELLED: PairFacts = {
  state: 'off',
  reason: 'reading its predictions was cancelled; refresh to read them',
};

export function createPairStore(port: DataPort | undefined, footprints: Footprints): PairStore {
  const asked = new Map<string, Asked>();
  return {
    known: async (project, { runs, picked }) => {
      if (!port) return NOT_HERE;
      const { manifest } = project;
      const question = questionOf(project, { runs, picked });
      const before = asked.get(manifest.file);
      if (before?.question === question && !before.footprint.touched) return factsOf(before);
      const footprint = footprints.begin();
      const { planPairs } = await import('./plan-pairs');
      const plan = await planPairs(port.files, manifest, { runs, picked }, footprint);
      const now: Asked = { question, footprint, plan, ...withoutReading(plan) };
      // Somebody else may have asked meanwhile.
      asked.get(manifest.file)?.footprint.end();
      asked.set(manifest.file, now);
      return factsOf(now);
    },
    read: async task => {
      const news: string[] = [];
      for (const [file, one] of asked) {
        if (!port || one.facts || !one.plan.ok) continue;
        one.facts = await compared(port, one.plan.value, task);
        news.push(file);
      }
      return news;
    },
    drop: folder => {
      forgetWithin(folder, asked);
    },
  };
}

/** Where no other run has predictions, nothing is read. */
function withoutReading(plan: Result<PairsPlan, string>): { readonly facts?: PairFacts } {
  if (!plan.ok || plan.value.request.others.length > 0) return {};
  const others = plan.value.others.map(one => (one.ok ? fail('it was not compared') : one));
  return { facts: { state: 'read', others } };
}

function factsOf({ facts, plan }: Asked): PairFacts {
  if (facts) return facts;
  return plan.ok ? { state: 'reading' } : { state: 'off', reason: plan.failure };
}

async function compared(port: DataPort, plan: PairsPlan, task: DataTask): Promise<PairFacts> {
  try {
    return await asFacts(port, plan, task);
  } catch (error) {
    return { state: 'off', reason: `they could not be compared: ${String(error)}` };
  }
}

async function asFacts(port: DataPort, plan: PairsPlan, task: DataTask): Promise<PairFacts> {
  const answer = await port.pairs(plan.request, task);
  if (task.cancellation.cancelled) return CANCELLED;
  if (!answer.ok) {
    const { file, reason } = answer.failure;
    return { state: 'off', reason: `\`${file.slice(file.lastIndexOf('/') + 1)}\`: ${reason}` };
  }
  const { others, ...rest } = answer.value;
  const pairOf = (place: number): Result<Pair, string> => others[place] ?? fail('it was not compared');
  return { state: 'read', ...rest, others: plan.others.map(one => (one.ok ? pairOf(one.value) : one)) };
}

/** All that the comparison rests on beside the files. */
function questionOf(
  { manifest: { root, declarations, data, runs, fields } }: ManifestContent,
  { runs: all, picked }: AskedRuns,
) {
  const texts = ['task', 'data.slices'].map(path => fields.get(path)?.text ?? null);
  const sources = runs.map(source => ['path' in source ? source.path : '', source.predictions ?? '']);
  return JSON.stringify([
    root,
    declarations.target ?? null,
    declarations.groups,
    data.predictions ?? null,
    sources,
    texts,
    picked.map(({ id, file }) => [id, file]),
    // The first run has what `data.predictions` names, and one that shares its folder does not have all that is in there.
    all[0]?.id ?? null,
    picked.map(({ file }) => all.filter(other => folderOf(other.file) === folderOf(file)).length),
  ]);
}
