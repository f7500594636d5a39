import { execFile } from 'node:child_process';

/** Longer than any of the questions that are asked takes; a hanging network folder must not hold a decision up. */
const PATIENCE_MS = 2000;

/**
 * What Git says on one line, or `undefined` where there is no Git, no repository or no answer. The questions read and
 * run nothing of the repository's own; even so, Git is only asked where the workspace is trusted.
 */
export function askGit(folder: string, question: readonly string[]): Promise<string | undefined> {
  return new Promise(resolve => {
    const options = { cwd: folder, timeout: PATIENCE_MS, windowsHide: true };
    execFile('git', [...question], options, (error, output) => {
      const [line = ''] = output.split(/\r?\n/);
      resolve(error || line.trim() === '' ? undefined : line.trim());
    });
  });
}
