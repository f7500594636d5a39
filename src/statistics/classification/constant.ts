/** What answering "negative", or the prior, for every row scores where `positives` of `n` rows are positive. */
export interface ConstantScores {
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
  readonly brier: number;
  /** In nats. */
  readonly logLoss: number;
}

export function constantScores(n: number, positives: number): ConstantScores {
  const prior = positives / n;
  const entropy = (p: number): number => (p === 0 ? 0 : -p * Math.log(p));
  return {
    accuracy: Math.max(prior, 1 - prior),
    balancedAccuracy: 0.5,
    rocAuc: 0.5,
    averagePrecision: prior,
    brier: prior * (1 - prior),
    logLoss: entropy(prior) + entropy(1 - prior),
  };
}
