import type { Network } from '../../base/ports';
import type { Problem, Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { RegistryQuestion } from '../../evidence/registry/questions';
import type { RegistrySource } from '../../metrics/mlflow/registry-source';
import { connect } from '../../metrics/mlflow/rest/connection';
import { readRuns, readSteps } from '../../metrics/mlflow/rest/read-runs';
import { readServerRegistry } from '../../metrics/mlflow/rest/registry';
import type { MetricTable, Series } from '../../metrics/table';
import type { ServerTask } from './answers';
import type { RunsQuestion, StepsQuestion } from './questions';

/** Runs as a server lists them. */
export interface ServerRuns {
  /** Of each metric the last value. */
  readonly table: MetricTable;
  readonly problems: readonly Problem[];
  /** By run: its metrics that may have values at several steps. */
  readonly stepped: ReadonlyMap<string, readonly string[]>;
  /** There are more than were read: a clause that says so. */
  readonly more?: string;
}

/** What speaks to a server, and is loaded for the first one. */
export interface Asking {
  runs(question: RunsQuestion, task: ServerTask): Promise<Result<ServerRuns, string>>;
  steps(question: StepsQuestion, task: ServerTask): Promise<Result<readonly Series[], string>>;
  registry(question: RegistryQuestion, task: ServerTask): Promise<Result<RegistrySource, string>>;
}

export function askOver(network: Network): Asking {
  return {
    runs: async ({ server, experiment }, { cancellation, onProgress }) => {
      let count = 0;
      const read = await readRuns(connect(network, server, cancellation), experiment, more => {
        onProgress(server, (count += more));
      });
      if (!read.ok) return fail(read.failure.message);
      const { value: table, ...rest } = read.value;
      return ok({ table, ...rest });
    },
    steps: async ({ server, run, metrics }, { cancellation }) => {
      const read = await readSteps(connect(network, server, cancellation), run, metrics);
      return read.ok ? read : fail(read.failure.message);
    },
    registry: async ({ server, models }, { cancellation }) => {
      const read = await readServerRegistry(connect(network, server, cancellation), models);
      return read.ok ? read : fail(read.failure.message);
    },
  };
}
