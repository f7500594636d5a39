/** The last moment that a date can be. */
const LATEST = 8.64e15;

/** Milliseconds since 1970 as ISO 8601; `undefined` for what is no moment after that. */
export function isoTime(milliseconds: number): string | undefined {
  return milliseconds > 0 && milliseconds <= LATEST ? new Date(milliseconds).toISOString() : undefined;
}
