import type { Phase } from '../../project/debug/phases';
import { printPhase } from '../../project/debug/print-phase';
import { nodeFiles } from '../../host/node-files';
import type { ExitCode, Io } from '../io';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

export interface DebugInvocation {
  readonly file: string;
  readonly phase: Phase;
}

export async function debugCommand({ file, phase }: DebugInvocation, io: Io): Promise<ExitCode> {
  const targets = await resolveTargets(io.cwd, [file]);
  if (!targets.ok) return complain(io, targets.failure);
  const [path = ''] = targets.value.paths;
  const printed = await printPhase(nodeFiles({ roots: targets.value.readable }), path, phase);
  if (!printed.ok) return complain(io, [`${file}: ${printed.failure}`]);
  io.out(printed.value);
  return 0;
}
