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
  let parts: unknown[] | undefined;
  let same = before.length === now.length;
  for (let index = 0; index < now.length; index++) {
    const part = now[index];
    const own = share(before[index], part);
    if (!Object.is(own, part)) (parts ??= [...now])[index] = own;
    same &&= Object.is(own, before[index]);
  }
  return same ? before : (parts ?? now);
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

/** Ten thousand records are compared at a time: nothing is made for one that is the same, or another altogether. */
function shareRecord(before: Fields, now: Fields): Fields {
  const keys = Object.keys(now);
  let same = keys.length === Object.keys(before).length;
  let parts: Map<string, unknown> | undefined;
  for (const key of keys) {
    const isKnown = Object.hasOwn(before, key);
    const own = isKnown ? share(before[key], now[key]) : now[key];
    if (!Object.is(own, now[key])) (parts ??= new Map(Object.entries(now))).set(key, own);
    same &&= isKnown && Object.is(own, before[key]);
  }
  if (same) return before;
  return parts ? Object.fromEntries(parts) : now;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
