/*
 * What wrong labels do to a score, if they are wrong independently of everything and equally often for every class. They
 * seldom are: take it for an order of magnitude.
 */

/**
 * The share of wrong labels, from how often two annotators agree: each is wrong with the same probability `e`, and then says
 * any other class alike, so that they agree with probability `(1 - e)² + e² / (k - 1)`. Solved for `e`, which for two
 * classes is `(1 - √(2a - 1)) / 2`. NaN where they agree less often than by chance, `1 / k`.
 */
export function noiseFromAgreement(agreement: number, classes = 2): number {
  const ratio = classes / (classes - 1);
  return (1 - Math.sqrt(1 - ratio * (1 - agreement))) / ratio;
}

/** The accuracy against the truth that an accuracy against labels of this noise stands for. */
export function trueAccuracy(observed: number, noise: number, classes = 2): number {
  const others = noise / (classes - 1);
  return (observed - others) / (1 - noise - others);
}

/** What a model that is always right scores against such labels: no score can honestly be higher. */
export const reachableAccuracy = (noise: number): number => 1 - noise;
