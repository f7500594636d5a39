import { registryQuestions, type RegistryQuestion } from '../../evidence/registry/questions';
import { serversOf } from '../../evidence/registry/servers';
import type { ServerSource } from '../../manifest/model';
import type { ManifestContent } from '../loaded-manifest';
import type { Question } from './answers';

/** The runs of a server, or of one of its experiments. */
export interface RunsQuestion extends Question {
  readonly experiment?: string;
}

/** The values over steps of some metrics of a run. */
export interface StepsQuestion extends Question {
  readonly run: string;
  readonly metrics: readonly string[];
  /** It goes on no more. */
  readonly finished: boolean;
}

/** What a project wants to know of servers. */
export interface ProjectQuestions {
  /** Every server, by its address. */
  readonly servers: readonly string[];
  readonly sources: readonly ServerSource[];
  readonly registries: readonly RegistryQuestion[];
}

const known = new WeakMap<ManifestContent, ProjectQuestions>();

/** Found out once for each version of a manifest. */
export function projectQuestions(project: ManifestContent): ProjectQuestions {
  const questions = known.get(project) ?? questionsOf(project);
  known.set(project, questions);
  return questions;
}

function questionsOf({ manifest, lifecycle }: ManifestContent): ProjectQuestions {
  const sources = manifest.runs.flatMap(source => ('server' in source ? source : []));
  const registries = lifecycle ? registryQuestions(manifest, lifecycle) : [];
  const servers = [...serversOf(manifest), ...registries.map(({ server }) => server)];
  return { servers: [...new Set(servers)], sources, registries };
}
