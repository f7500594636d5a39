import type { Cancellation, Network } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import { plainAddress } from '../base/origin';
import { connect } from '../metrics/mlflow/rest/connection';
import { readRuns } from '../metrics/mlflow/rest/read-runs';
import type { RunFiles } from './run-files';

/**
 * Reads the runs of a tracking server, of each metric the last value. The address of the page of an experiment means that
 * experiment.
 */
export async function readRunServer(
  network: Network,
  address: string,
  cancellation: Cancellation = NEVER_CANCELLED,
): Promise<RunFiles> {
  const server = plainAddress(address);
  if (server === undefined) return nothing(address, 'this is no address of a server');
  const read = await readRuns(connect(network, server, cancellation), experimentIn(address));
  if (!read.ok) return nothing(address, read.failure.message);
  const { value: table, problems, more } = read.value;
  const isEmpty = table.runs.length === 0 && problems.length === 0;
  const left = more ?? (isEmpty ? 'it holds no run' : undefined);
  return { table, problems, skipped: left === undefined ? [] : [{ file: address, reason: left }] };
}

function experimentIn(address: string): string | undefined {
  const id = /#\/experiments\/([^/?]+)/.exec(address)?.[1];
  return id === undefined ? undefined : decoded(id);
}

/** As it is written, where that is no encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function nothing(file: string, reason: string): RunFiles {
  return { table: { runs: [], values: [] }, problems: [], skipped: [{ file, reason }] };
}
