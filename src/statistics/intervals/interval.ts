/** A confidence interval. That of a proportion lies inside [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An estimate with the interval around it. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** `centre ± half`, cut to [0, 1]. */
export function withinUnit(centre: number, half: number): Interval {
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
