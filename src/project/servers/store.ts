import type { Clock, Network } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail } from '../../base/result';
import type { ServerFacts } from '../../evidence/facts';
import type { RegistryQuestion } from '../../evidence/registry/questions';
import type { RegistrySource } from '../../metrics/mlflow/registry-source';
import type { Series } from '../../metrics/table';
import type { ManifestContent } from '../loaded-manifest';
import type { Answers, ServerTask } from './answers';
import { createAnswers } from './answers';
import type { Asking, ServerRuns } from './ask';
import type { RunsQuestion, StepsQuestion } from './questions';
import { projectQuestions } from './questions';

/**
 * Remembers what tracking servers answered. They are asked beside everything else, not more often than every few minutes, and
 * only where the host allows it: whatever else wants to know is answered at once with what is known.
 */
export interface ServerStore {
  /** The runs of a server; or why they are not known, a clause. */
  runs(question: RunsQuestion): Result<ServerRuns, string>;
  /** The values over steps of a run's metrics; or why they are not known. */
  steps(question: StepsQuestion): Result<readonly Series[], string>;
  /** When the runs of a server that are known were asked for, where asking anew was cancelled. */
  keptSince(question: RunsQuestion): number | undefined;
  /** What criteria ask of servers; the same object as long as the answers are. */
  facts(project: ManifestContent): ServerFacts;
  /** A text that is another when the answers to what a project asks may be. */
  standing(project: ManifestContent): string;
  /** Asks what a project wants to know and nobody asked lately. True when something else is known now. */
  read(project: ManifestContent, task: ServerTask): Promise<boolean>;
  /** What servers answered is asked for again. */
  forget(): void;
}

interface Kinds {
  readonly runs: Answers<RunsQuestion, ServerRuns>;
  readonly steps: Answers<StepsQuestion, readonly Series[]>;
  readonly registries: Answers<RegistryQuestion, RegistrySource>;
}

export function createServerStore(network: Network, clock: Clock): ServerStore {
  const kinds = createKinds(network, clock);
  const facts = new Map<string, Facts>();
  let version = 0;
  let busy: Promise<unknown> = Promise.resolve();
  return {
    runs: kinds.runs.known,
    steps: kinds.steps.known,
    keptSince: kinds.runs.keptSince,
    facts: project => {
      const { file } = project.manifest;
      const now = factsOf(project, kinds, network);
      const before = facts.get(file);
      if (before && isSame(before.rests, now.rests)) return before.value;
      facts.set(file, now);
      return now.value;
    },
    standing: project => {
      const { servers } = projectQuestions(project);
      const refusals = servers.map(server => network.refusal(server)?.reason);
      return servers.length === 0 ? '' : JSON.stringify([version, refusals]);
    },
    read: (project, task) => {
      const answer = busy.then(async () => {
        const isNews = await readProject(project, kinds, task);
        if (isNews) version++;
        return isNews;
      });
      busy = answer.catch(() => undefined);
      return answer;
    },
    forget: () => {
      for (const { forget } of Object.values(kinds)) forget();
    },
  };
}

function createKinds(network: Network, clock: Clock): Kinds {
  let asking: Promise<Asking> | undefined;
  // What speaks to servers is loaded for the first one.
  const ask = (): Promise<Asking> => (asking ??= import('./ask').then(({ askOver }) => askOver(network)));
  const given = { network, clock };
  return {
    runs: createAnswers({
      ...given,
      keyOf: ({ server, experiment }) => JSON.stringify([server, experiment ?? null]),
      ask: async (question, task) => (await ask()).runs(question, task),
    }),
    steps: createAnswers({
      ...given,
      keyOf: ({ server, run, metrics, finished }) => JSON.stringify([server, run, finished, metrics]),
      isFinal: ({ finished }) => finished,
      ask: async (question, task) => (await ask()).steps(question, task),
    }),
    registries: createAnswers({
      ...given,
      keyOf: ({ server, models }) => JSON.stringify([server, models]),
      ask: async (question, task) => (await ask()).registry(question, task),
    }),
  };
}

async function readProject(project: ManifestContent, kinds: Kinds, task: ServerTask): Promise<boolean> {
  const { sources, registries, servers } = projectQuestions(project);
  if (servers.length === 0) return false;
  const first = await Promise.all([
    ...sources.map(source => kinds.runs.read(source, task)),
    ...registries.map(question => kinds.registries.read(question, task)),
  ]);
  const { countingRuns } = await import('./counting');
  const steps = sources.flatMap(source => {
    const known = kinds.runs.known(source);
    return known.ok ? countingRuns(known.value, source, project.manifest).asked : [];
  });
  const second = await Promise.all(steps.map(question => kinds.steps.read(question, task)));
  return [...first, ...second].some(Boolean);
}

interface Facts {
  readonly value: ServerFacts;
  readonly rests: readonly unknown[];
}

function factsOf(project: ManifestContent, { runs, registries }: Kinds, network: Network): Facts {
  const questions = projectQuestions(project);
  const answers = new Map(
    questions.registries.map(question => [question.server, registries.known(question)] as const),
  );
  const named = questions.servers.map(address => {
    const kept = [
      ...questions.sources.flatMap(one => (one.server === address ? (runs.keptSince(one) ?? []) : [])),
      ...questions.registries.flatMap(one =>
        one.server === address ? (registries.keptSince(one) ?? []) : [],
      ),
    ];
    const notAllowed = network.refusal(address)?.kind === 'not-allowed';
    return { address, notAllowed, ...(kept.length > 0 && { keptSince: Math.min(...kept) }) };
  });
  return {
    value: { named, registryAt: server => answers.get(server) ?? NOT_NAMED },
    rests: [...answers.values(), ...named.map(one => JSON.stringify(one))],
  };
}

const NOT_NAMED = fail('no criterion asks for its models');

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
