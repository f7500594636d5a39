/** Points of a curve; both arrays are of equal length, `x` in ascending order. */
export interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * A curve of many points with few that look the same: of each stretch of points the first, the least, the greatest and the last, in
 * their order. No peak is lost, as it would be by leaving out every other point. Points that are not finite are left out.
 *
 * @param stretches how many, at most 4 points each; of the width of the picture, nothing is lost to the eye
 */
export function thin(x: ArrayLike<number>, y: ArrayLike<number>, stretches: number): Points {
  const kept: number[] = [];
  const length = Math.min(x.length, y.length);
  const isEach = length <= stretches * 4;
  const size = isEach ? 1 : length / stretches;
  for (let start = 0; start < length; start += size) {
    keepOf(x, y, Math.floor(start), Math.min(length, Math.floor(start + size)), kept);
  }
  return { x: kept.map(at => x[at] ?? 0), y: kept.map(at => y[at] ?? 0) };
}

function keepOf(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  start: number,
  end: number,
  kept: number[],
): void {
  let [first, low, high, last] = [-1, -1, -1, -1];
  for (let at = start; at < end; at++) {
    const value = y[at] ?? NaN;
    if (!Number.isFinite(value) || !Number.isFinite(x[at])) continue;
    if (first < 0) [first, low, high] = [at, at, at];
    if (value < (y[low] ?? NaN)) low = at;
    if (value > (y[high] ?? NaN)) high = at;
    last = at;
  }
  if (first < 0) return;
  kept.push(...[...new Set([first, low, high, last])].sort((a, b) => a - b));
}
