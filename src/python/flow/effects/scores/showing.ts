import type { CallInfo, Machine } from '../../machine';
import { noteShown } from './bestScore';
import { asNumber } from './scoring';
import { noteKeptRows } from './using';

const ONLY_SHOWS: ReadonlySet<string> = new Set([
  'builtins.print',
  'builtins.display',
  'IPython.display.display',
]);

/** `print(score)`, `np.save(path, said)`: a number is shown, or rows and predictions leave the program. */
export function shown(m: Machine, name: string, info: CallInfo): void {
  const { positional, named } = info.args;
  for (const value of positional) asNumber(m, value, info.site);
  noteShown(m, info);
  if (!ONLY_SHOWS.has(name) && !name.startsWith('logging.'))
    noteKeptRows(m, [...positional, ...named.values()], info.site);
}
