import type { Stmt } from './ast';
import { settled } from './moved';

/**
 * The statements of a new version of a text, those above the edit as the objects that they were before: what was made of
 * them can be kept.
 *
 * @param edit where the two texts begin to differ
 */
export function adopt(before: readonly Stmt[], now: readonly Stmt[], edit: number): readonly Stmt[] {
  let same = 0;
  for (const old of before) {
    const other = now[same];
    if (!other || old.end >= edit || (old !== other && !isEqual(settled(old), other))) break;
    same++;
  }
  return [...before.slice(0, same), ...now.slice(same)];
}

/** Trees are plain data: objects, lists and values. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Number.isNaN(a) && Number.isNaN(b);
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(name => isEqual((a as Fields)[name], (b as Fields)[name]));
}

type Fields = Readonly<Record<string, unknown>>;
