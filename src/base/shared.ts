/**
 * Plain data as it is now, made of as much as possible of what it was before: a part that says the same is the very same
 * object, so that who rests on it sees at a glance that nothing changed. Maps count as data; what else is no plain object
 * or array is compared by identity.
 */
export function shared<T>(before: unknown, now: T): T {
  return share(before, now) as T;
}

function share(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return shareArray(before, now);
  if (before instanceof Map && now instanceof Map) return shareMap(before, now);
  if (isRecord(before) && isRecord(now)) return shareRecord(before, now);
  return now;
}

function shareArray(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const parts = now.map((part, index) => share(before[index], part));
  const same = before.length === parts.length && parts.every((part, index) => Object.is(part, before[index]));
  return same ? before : parts;
}

function shareMap(
  before: ReadonlyMap<unknown, unknown>,
  now: ReadonlyMap<unknown, unknown>,
): ReadonlyMap<unknown, unknown> {
  const parts = new Map([...now].map(([key, part]) => [key, share(before.get(key), part)]));
  const keys = [...before.keys()];
  // The order is part of what a map says.
  const same =
    before.size === parts.size &&
    [...parts].every(([key, part], index) => keys[index] === key && Object.is(part, before.get(key)));
  return same ? before : parts;
}

type Fields = Readonly<Record<string, unknown>>;

function shareRecord(before: Fields, now: Fields): Fields {
  const parts = Object.fromEntries(
    Object.entries(now).map(([key, part]) => [
      key,
      Object.hasOwn(before, key) ? share(before[key], part) : part,
    ]),
  );
  const keys = Object.keys(parts);
  const same =
    keys.length === Object.keys(before).length &&
    keys.every(key => Object.hasOwn(before, key) && Object.is(parts[key], before[key]));
  return same ? before : parts;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
