import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import type { Cancellation, CommandEnd, CommandRun, Commands } from '../base/ports';

/** Runs command lines in the shell of this machine: only when somebody asked for exactly this one. */
export function nodeCommands(): Commands {
  return { run };
}

/** How often a command that runs is asked whether it should stop. */
const WATCH_MS = 100;

/** What shells answer when there is nothing to run: POSIX, and Windows. */
const NOT_FOUND = new Set([127, 9009]);
const NOT_RUNNABLE = 126;

function run({ line, folder, onOutput, cancellation }: CommandRun): Promise<CommandEnd> {
  return new Promise(resolve => {
    const child = spawn(line, {
      cwd: folder,
      shell: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts can be stopped with it.
      detached: process.platform !== 'win32',
    });
    const stopped = stopWhen(cancellation, child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        onOutput(text);
      });
    }
    child.on('error', error => {
      resolve({ failure: `it could not be started (${error.message})` });
    });
    child.on('close', (status, signal) => {
      resolve(stopped() ? { failure: 'it was cancelled' } : endOf(status, signal));
    });
  });
}

function endOf(status: number | null, signal: NodeJS.Signals | null): CommandEnd {
  if (status === null) return { failure: `it was ended by ${signal ?? 'a signal'}` };
  if (NOT_FOUND.has(status)) return { failure: `the shell found no such program (status ${status})` };
  if (status === NOT_RUNNABLE) return { failure: `the shell may not run it (status ${status})` };
  return { status };
}

/** Stops the command once it is cancelled, or we end; the answer says whether that happened. */
function stopWhen(cancellation: Cancellation, child: ChildProcess): () => boolean {
  let stopped = false;
  // In a group of its own it would go on without us, and nobody would hear how it ends.
  const onExit = (): void => stop(child);
  process.on('exit', onExit);
  const watch = setInterval(() => {
    if (!cancellation.cancelled || stopped) return;
    stopped = true;
    stop(child);
  }, WATCH_MS);
  const end = (): void => {
    clearInterval(watch);
    process.off('exit', onExit);
  };
  child.on('close', end).on('error', end);
  return () => stopped;
}

function stop(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended meanwhile.
  }
}
