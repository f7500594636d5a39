import { staysInside } from '../../manifest/read/paths';
import { code } from '../markdown';
import type { Surroundings } from '../surroundings';

/** Whether a path leads anywhere, and how much is there. */
export async function pathHover(path: string, around: Surroundings): Promise<readonly string[]> {
  const title = `**${code(path)}**`;
  if (!staysInside(path)) return [title, 'It lies outside the project, and is not read.'];
  if (/[*?{[]/.test(path)) return [title, 'A pattern: every file that matches it.'];
  const stat = await around.stat(path);
  if (!stat) return [title, 'It is not there.'];
  if (stat.kind === 'file') return [title, `A file of ${wordSize(stat.size)}.`];
  const names = await around.list(path);
  return [title, `A folder with ${names.length === 1 ? '1 entry' : `${names.length} entries`}.`];
}

/** Sizes as file managers word them: 1 kB is 1,000 bytes. */
function wordSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power] ?? ''}`;
}
