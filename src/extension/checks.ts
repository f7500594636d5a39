import * as vscode from 'vscode';
import type { CommandOutcome } from '../base/command';
import type { RememberedCommand } from '../protocol/messages';
import { METHODS } from '../protocol/messages';
import type { Server } from './client';

/** Commands that the user agreed to, how they ended, and what they print. Both are kept with the workspace. */
export interface Checks extends vscode.Disposable {
  isConfirmed(project: string, line: string): boolean;
  confirm(project: string, line: string): Promise<void>;
  remember(ended: RememberedCommand): Promise<void>;
  /** Tells a server that has just started how commands ended before. */
  tell(): void;
  /** Heads and ends what a command prints. */
  begin(line: string): void;
  end(outcome: CommandOutcome): void;
  show(): void;
}

const CONFIRMED = 'confirmedCommands';
const OUTCOMES = 'commandOutcomes';

export function createChecks(memory: vscode.Memento, server: Server): Checks {
  const channel = vscode.window.createOutputChannel('Holdout Checks');
  const output = server.on(METHODS.commandOutput, ({ text }) => {
    channel.append(text);
  });
  const confirmed = (): readonly string[] => memory.get<readonly string[]>(CONFIRMED, []);
  const outcomes = (): readonly RememberedCommand[] => memory.get<readonly RememberedCommand[]>(OUTCOMES, []);
  return {
    isConfirmed: (project, line) => confirmed().includes(keyOf(project, line)),
    confirm: async (project, line) =>
      memory.update(CONFIRMED, [...new Set([...confirmed(), keyOf(project, line)])]),
    remember: async ended => {
      const others = outcomes().filter(
        one => keyOf(one.project, one.line) !== keyOf(ended.project, ended.line),
      );
      await memory.update(OUTCOMES, [...others, ended]);
    },
    tell: () => {
      server.tell(METHODS.rememberCommands, { outcomes: outcomes() });
    },
    begin: line => {
      channel.appendLine(`$ ${line}`);
    },
    end: ({ status, failure }) => {
      channel.appendLine(status === undefined ? `[${failure ?? 'stopped'}]` : `[status ${status}]`);
    },
    show: () => {
      channel.show(true);
    },
    dispose: () => {
      output.dispose();
      channel.dispose();
    },
  };
}

const keyOf = (project: string, line: string): string => `${project}\n${line}`;
