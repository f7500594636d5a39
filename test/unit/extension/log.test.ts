import { describe, expect, it } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { stampedLines } from '../../../src/extension/log';

function recorder(): { readonly lines: string[]; readonly log: LogOutputChannel } {
  const lines: string[] = [];
  const at = (level: string) => (text: string) => lines.push(`${level} ${text}`);
  const log = { name: 'Holdout', error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
  return { lines, log: log as unknown as LogOutputChannel };
}

describe('the language client’s log', () => {
  it('keeps levels and drops the client’s own stamp', () => {
    const { lines, log } = recorder();
    const channel = stampedLines(log);
    channel.appendLine('[Error - 11:20:13 AM] The file is gone.');
    channel.appendLine('[Warn  - 11:20:13] Skipped a.py.');
    channel.appendLine('[Info  - 11:20:13] Ready.');
    channel.appendLine('[1, 2, 3] is not a stamp.');
    expect(lines).toEqual([
      'error The file is gone.',
      'warn Skipped a.py.',
      'info Ready.',
      'info [1, 2, 3] is not a stamp.',
    ]);
  });

  it('joins what is appended piece by piece', () => {
    const { lines, log } = recorder();
    const channel = stampedLines(log);
    channel.append('[Trace - 11:20:13] ');
    channel.appendLine('Sending a request.');
    expect(lines).toEqual(['info Sending a request.']);
  });

  it('writes what a process prints line by line', () => {
    const { lines, log } = recorder();
    const channel = stampedLines(log);
    channel.append('Error: no\n    at a');
    channel.append('.js:1\nnext');
    expect(lines).toEqual(['info Error: no', 'info     at a.js:1']);
  });
});
