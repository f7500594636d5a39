import { writeFile } from 'node:fs/promises';
import { kindOfPath } from '../../host/node-files';
import { lifecycleProblem } from '../../project/lifecycle-names';
import { relative, resolve } from '../../project/paths';
import type { ExitCode, Io } from '../io';
import { openWorkspace } from '../open-workspace';
import { complain } from '../usage';

export interface InitInvocation {
  readonly folder: string;
  readonly lifecycle: string;
  readonly dryRun: boolean;
}

/** Proposes a manifest for a folder, and writes it where there is none. */
export async function initCommand(invocation: InitInvocation, io: Io): Promise<ExitCode> {
  const { folder: typed, lifecycle, dryRun } = invocation;
  const folder = resolve(io.cwd, typed);
  if ((await kindOfPath(folder)) !== 'directory') return complain(io, [`${typed}: there is no such folder`]);
  const problem = lifecycleProblem(lifecycle);
  if (problem !== undefined) return complain(io, [problem]);
  const workspace = openWorkspace({ paths: [folder], root: folder, readable: [folder] }, io);
  const { file, text, found } = await workspace.propose(folder, lifecycle);
  if (dryRun) {
    io.out(text);
    return 0;
  }
  const name = relative(io.cwd, file);
  const failure = await write(file, text);
  if (failure !== undefined) return complain(io, [`${name}: ${failure}; nothing was written.`]);
  io.out(`Wrote ${name}${whatNext(found)} Then run holdout status.\n`);
  return 0;
}

function whatNext(found: number): string {
  if (found === 0)
    return '. Nothing in the folder could be filled in: turn on its lines, and write your own.';
  const values = found === 1 ? '1 value that was' : `${found} values that were`;
  return `, with ${values} found in the folder. Check ${found === 1 ? 'it' : 'them'}.`;
}

/** Never over a file that is there. Says why, where it could not be written. */
async function write(file: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return 'it is there already';
    return `it cannot be written (${error instanceof Error ? error.message : String(error)})`;
  }
}
