import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';

/** Children that lead a process group of their own; whatever ends this process ends them too. */
const groups = new Set<number>();
let watching = false;

/** Starts a command as the leader of a process group, so that {@link stopGroup} ends all that it started. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  watchExit();
  const child = spawn(command, args, { ...options, detached: true });
  const { pid } = child;
  if (pid !== undefined) {
    groups.add(pid);
    child.once('exit', () => {
      // The leader is gone; what it left behind in its group is not.
      kill(pid, 'SIGKILL');
      groups.delete(pid);
    });
  }
  return child;
}

/** Asks the group to end, and insists after two seconds. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => {
      resolve();
    });
  });
  kill(pid, 'SIGTERM');
  const insist = setTimeout(() => {
    kill(pid, 'SIGKILL');
  }, 2000);
  await ended;
  clearTimeout(insist);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already, which is what was asked for.
  }
}

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const pid of groups) kill(pid, 'SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
  }
}
