/** A length of time as a manifest states it: `30d`. */
export interface Duration {
  /** As written. */
  readonly text: string;
  readonly days: number;
}

/** Days of each unit. Months and years are those of the Gregorian calendar at the mean; a week counts seven days. */
const DAYS = { h: 1 / 24, d: 1, w: 7, m: 365.2425 / 12, y: 365.2425 } as const;

/** Reads `30d`, `12 h`, `1.5w`; `undefined` for what is no duration. */
export function parseDuration(text: string): Duration | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s?([hdwmy])$/.exec(text.trim()) ?? [];
  if (count === undefined || !isUnit(unit)) return undefined;
  return { text: text.trim(), days: Number(count) * DAYS[unit] };
}

const isUnit = (unit: string | undefined): unit is keyof typeof DAYS => unit !== undefined && unit in DAYS;
