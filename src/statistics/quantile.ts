/**
 * The quantile of sorted numbers by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), the
 * default of R and NumPy. `NaN` for no numbers.
 *
 * @param p from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}
