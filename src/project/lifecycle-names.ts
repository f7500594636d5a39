import { didYouMean, nearest } from '../base/nearest';
import { BUILTIN_IDS } from '../lifecycle/builtins';
import { looksLikePath } from './read-lifecycle';

/** Why a manifest cannot name this lifecycle; `undefined` for a built-in one, and for the path of one's own. */
export function lifecycleProblem(name: string): string | undefined {
  if (looksLikePath(name) || BUILTIN_IDS.includes(name)) return undefined;
  const hint = didYouMean(nearest(name, BUILTIN_IDS));
  return `there is no lifecycle \`${name}\`.${hint} Take one of ${BUILTIN_IDS.join(', ')}, or the path of your own.`;
}
