import type { Place } from '../../base/place';

/** A time that can be trusted, or why there is none. */
export type Dated =
  | {
      readonly known: true;
      /** Milliseconds since 1970-01-01 UTC. */
      readonly time: number;
      /** What it is the time of, and who says so: `reports/drift.json (generated_at)`. */
      readonly words: string;
      readonly place: Place;
      /** It may be younger than that. */
      readonly atLeast?: string;
    }
  | { readonly known: false; readonly reason: string; readonly place?: Place };

/** `2026-11-01 08:30 UTC`; of a day alone, the day. */
export function wordTime(time: number): string {
  const [day = '', clock = ''] = new Date(time).toISOString().split('T');
  return clock.startsWith('00:00:00') ? day : `${day} ${clock.slice(0, 5)} UTC`;
}

/** The youngest of several; those without a time count only where there is no other. */
export function youngest(all: readonly Dated[]): Dated | undefined {
  const known = all.filter(one => one.known).sort((a, b) => b.time - a.time);
  return known[0] ?? all[0];
}
