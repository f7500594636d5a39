import { dirname } from 'node:path';
import process from 'node:process';
import type { Cancellation } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';

/** Nothing is fetched, signed, watched, paged or followed. */
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  ...[
    'core.fsmonitor=false',
    'log.showSignature=false',
    // A file under the name that it had before is another.
    'log.follow=false',
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
  ].flatMap(setting => ['-c', setting]),
];
const ENVIRONMENT = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
const TIMEOUT_MS = 10_000;

/**
 * What Git says, or why it says nothing: a clause. A repository's own configuration may name programs for Git to run;
 * whatever it would run is turned off, and even so Git is only asked where the workspace is trusted.
 */
export async function runGit(folder: string, args: readonly string[]): Promise<Result<string, string>> {
  const said = await feedGit(folder, args);
  return said.ok ? ok(new TextDecoder().decode(said.value)) : said;
}

export interface GitFeed {
  /** What Git reads from its standard input. */
  readonly input?: string;
  /** Bytes; Git that says more is stopped. */
  readonly most?: number;
  readonly cancellation?: Cancellation;
}

const MOST_SAID = 1 << 20;
/** How often it is asked whether to stop, in milliseconds. */
const ASK_MS = 50;

/** As {@link runGit}: bytes, for questions that are many, and answers that are no text. */
export async function feedGit(
  folder: string,
  args: readonly string[],
  { input = '', most = MOST_SAID, cancellation = NEVER_CANCELLED }: GitFeed = {},
): Promise<Result<Uint8Array, string>> {
  // What starts programs takes its time to load, and most checks start none.
  const { execFile } = await import('node:child_process');
  return new Promise(resolve => {
    const options = {
      // Windows looks for `git` where a program is started, before anywhere else: not among the repository's files.
      cwd: dirname(process.execPath),
      env: { ...process.env, ...ENVIRONMENT },
      timeout: TIMEOUT_MS,
      maxBuffer: most,
      encoding: 'buffer',
      windowsHide: true,
    } as const;
    const git = execFile('git', ['-C', folder, ...SAFE, ...args], options, (error, stdout) => {
      clearInterval(timer);
      if (cancellation.cancelled) resolve(fail('it was cancelled'));
      else resolve(error ? fail(wordError(error)) : ok(stdout));
    });
    const timer = setInterval(() => {
      if (cancellation.cancelled) git.kill();
    }, ASK_MS);
    // Git that ends before it has read everything says why itself.
    git.stdin?.on('error', () => undefined).end(input);
  });
}

function wordError(error: Error & { readonly code?: unknown; readonly killed?: boolean }): string {
  if (error.code === 'ENOENT') return 'git is not installed';
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'git has too much to say of it';
  if (error.killed === true) return 'git took too long to answer';
  return 'it lies in no repository that git can read';
}

/** What Git says on its first line, or `undefined` where there is no Git, no repository or no answer. */
export async function askGit(folder: string, question: readonly string[]): Promise<string | undefined> {
  const said = await runGit(folder, question);
  const line = said.ok ? (said.value.split(/\r?\n/)[0] ?? '').trim() : '';
  return line === '' ? undefined : line;
}
