import { DAY } from '../base/time';

/**
 * The clock as evidence may ask it: whole days, and whether a moment is past. There is no finer question, so that an
 * answer stands for as long as these do.
 */
export interface EvidenceClock {
  /** The beginning of the present day, in milliseconds since 1970-01-01 UTC. */
  today(): number;
  /** Is a moment, in milliseconds since 1970-01-01 UTC, the present one or before it? */
  isPast(moment: number): boolean;
}

/** @param now milliseconds since 1970-01-01 UTC */
export function clockAt(now: number): EvidenceClock {
  return { today: () => Math.floor(now / DAY) * DAY, isPast: moment => moment <= now };
}
