/*
 * What wrong labels do to a score, if they are wrong independently of everything and equally often for every class. They
 * seldom are: take it for an order of magnitude.
 */

/** The share of wrong labels, from how often two annotators agree on two classes: `(1 - √(2a - 1)) / 2`. NaN under one half. */
export function noiseFromAgreement(agreement: number): number {
  return (1 - Math.sqrt(2 * agreement - 1)) / 2;
}

/** The accuracy against the truth that an accuracy against labels of this noise stands for. */
export function trueAccuracy(observed: number, noise: number, classes = 2): number {
  const others = noise / (classes - 1);
  return (observed - others) / (1 - noise - others);
}

/** What a model that is always right scores against such labels: no score can honestly be higher. */
export const reachableAccuracy = (noise: number): number => 1 - noise;
