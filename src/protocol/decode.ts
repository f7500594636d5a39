/**
 * Guards that check data from outside at run time. A guard for an object names every field of its type, so that a field
 * added to the type and not to the guard does not compile.
 */
export type Guard<T> = (data: unknown) => data is T;

export const isString: Guard<string> = data => typeof data === 'string';
export const isNumber: Guard<number> = data => typeof data === 'number';
export const isBoolean: Guard<boolean> = data => typeof data === 'boolean';
export const isTrue: Guard<true> = data => data === true;

/** A line, a column, a count. */
export const isIndex: Guard<number> = (data): data is number =>
  typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;

export function isOneOf<T extends string>(...words: readonly T[]): Guard<T> {
  return (data): data is T => typeof data === 'string' && (words as readonly string[]).includes(data);
}

export function isArrayOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (data): data is readonly T[] => Array.isArray(data) && data.every(guard);
}

/** Absent, or what the guard asks. */
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (data): data is T | undefined => data === undefined || guard(data);
}

export function isObject<T extends object>(fields: {
  readonly [K in keyof Required<T>]: Guard<T[K]>;
}): Guard<T> {
  const guards = Object.entries(fields) as [string, Guard<unknown>][];
  return (data): data is T => {
    if (typeof data !== 'object' || data === null) return false;
    const record = data as Readonly<Record<string, unknown>>;
    return guards.every(([name, guard]) => guard(record[name]));
  };
}

/** What one of the guards asks. */
export function isAnyOf<T>(...guards: readonly Guard<T & unknown>[]): Guard<T> {
  return (data): data is T => guards.some(guard => guard(data));
}

export function isPair<T>(guard: Guard<T>): Guard<readonly [T, T]> {
  return (data): data is readonly [T, T] => Array.isArray(data) && data.length === 2 && data.every(guard);
}
