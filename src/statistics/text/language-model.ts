/** The chance that one of `k` samples passes, when `passed` of `n` did (M. Chen and others 2021): unbiased. */
export function passAtK(n: number, passed: number, k: number): number {
  let none = 1;
  for (let i = 0; i < k; i++) none *= Math.max(0, n - passed - i) / (n - i);
  return 1 - none;
}

/** The standard error of an accuracy over `n` items, with n - 1 as language model evaluations print it. */
export function accuracyError(accuracy: number, n: number): number {
  return Math.sqrt((accuracy * (1 - accuracy)) / (n - 1));
}

/** `exp` of the mean negative log-likelihood for each token, in nats. */
export function perplexity(negativeLogLikelihoods: readonly number[]): number {
  return Math.exp(
    negativeLogLikelihoods.reduce((sum, value) => sum + value, 0) / negativeLogLikelihoods.length,
  );
}
