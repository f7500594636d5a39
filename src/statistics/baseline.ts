/** Is `value` better than `baseline`? Undefined when the direction is not known or either is not a number. */
export function beatsBaseline(
  value: number,
  baseline: number,
  direction: 'higher' | 'lower' | 'unknown',
): boolean | undefined {
  if (direction === 'unknown' || Number.isNaN(value) || Number.isNaN(baseline)) return undefined;
  return direction === 'higher' ? value > baseline : value < baseline;
}

/** How much of the way from a simple model to a perfect one a model goes: 0 for no gain, 1 for perfect. */
export function gain(model: number, simple: number, perfect: number): number {
  return (model - simple) / (perfect - simple);
}
