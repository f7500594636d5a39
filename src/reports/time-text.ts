import { wordTime } from '../evidence/fresh/age';
import { parseTime } from '../metrics/time-inside';

/** `2026-10-14 10:00 UTC`; a time that is written in another way stays as it is. */
export function timeText(time: string): string {
  const known = parseTime(time);
  return known === undefined ? time : wordTime(known);
}
