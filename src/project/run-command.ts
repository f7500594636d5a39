import type { CommandOutcome } from '../base/command';
import type { Cancellation } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { effectiveLifecycle } from '../lifecycle/effective';
import { commandLines } from '../evidence/command-lines';
import type { Engine } from './engine';
import type { ManifestContent } from './loaded-manifest';

export interface RunOptions {
  readonly onOutput: (text: string) => void;
  readonly cancellation: Cancellation;
}

/** The command lines that the criteria of a project ask for, each once, in the order of the stages. */
export function commandsOf({ manifest, lifecycle }: ManifestContent): readonly string[] {
  if (!lifecycle) return [];
  const { stages, groups, pitfalls } = effectiveLifecycle(lifecycle, manifest);
  const criteria = [...[...stages, ...groups].flatMap(stage => stage.criteria), ...pitfalls];
  return [...new Set(criteria.flatMap(({ evidence }) => commandLines(evidence, manifest)))];
}

/** Runs a command that a criterion asks for, in the folder of the manifest, and remembers how it ended. */
export async function runCommand(
  { manifests, commands, ports }: Engine,
  file: string,
  line: string,
  { onOutput, cancellation }: RunOptions,
): Promise<Result<CommandOutcome, string>> {
  const content = manifests.get(file)?.content;
  // Whoever asks may have an old answer before them.
  if (!content?.ok || !commandsOf(content).includes(line))
    return fail(`No criterion asks for \`${line}\` any more.`);
  if (!ports.commands) return fail('Commands cannot be run here.');
  const { root: folder } = content.manifest;
  const end = await ports.commands.run({ line, folder, onOutput, cancellation });
  const outcome = { ...end, at: ports.clock.now() };
  commands.record(file, line, outcome);
  return ok(outcome);
}
