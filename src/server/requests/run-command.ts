import type { Connection } from 'vscode-languageserver';
import type { Cancellation } from '../../base/ports';
import type { RememberCommandsParams, RunCommandParams, RunCommandResult } from '../../protocol/messages';
import { METHODS } from '../../protocol/messages';
import type { Session } from '../session';

/** Runs a command that the user confirmed; what it prints is told as it comes. */
export async function runCommand(
  { trusted, workspace, tracker }: Session,
  { project, line }: RunCommandParams,
  connection: Connection,
  cancellation: Cancellation,
): Promise<RunCommandResult> {
  if (!trusted) return { ok: false, message: 'Commands run in trusted workspaces only.' };
  const onOutput = (text: string): void => {
    void connection.sendNotification(METHODS.commandOutput, { text });
  };
  const run = await workspace.runCommand(project, line, { onOutput, cancellation });
  if (!run.ok) return { ok: false, message: run.failure };
  tracker.note([]);
  return { ok: true, outcome: run.value };
}

/** Takes over how commands ended in earlier sessions. */
export function rememberCommands(
  { workspace, tracker }: Session,
  { outcomes }: RememberCommandsParams,
): void {
  for (const { project, line, outcome } of outcomes) workspace.recordCommand(project, line, outcome);
  if (outcomes.length > 0) tracker.note([]);
}
