/** What of one distribution the other does not explain, `Σ p ln(p / q)` in nats; Infinity where `q` has nothing of it. */
export function kullbackLeibler(p: readonly number[], q: readonly number[]): number {
  const [ownP, ownQ] = [shares(p), shares(q)];
  return ownP.reduce(
    (sum, share, at) => (share === 0 ? sum : sum + share * Math.log(share / (ownQ[at] ?? 0))),
    0,
  );
}

/** Jensen and Shannon's divergence in nats: between 0 and ln 2. Its square root is a distance. */
export function jensenShannon(p: readonly number[], q: readonly number[]): number {
  const [ownP, ownQ] = [shares(p), shares(q)];
  const middle = ownP.map((share, at) => (share + (ownQ[at] ?? 0)) / 2);
  return Math.max(0, (kullbackLeibler(ownP, middle) + kullbackLeibler(ownQ, middle)) / 2);
}

/** The square root of the divergence to base 2: 0 for the same, 1 for nothing in common. Also what SciPy gives for base 2. */
export function jensenShannonDistance(p: readonly number[], q: readonly number[]): number {
  return Math.sqrt(jensenShannon(p, q) / Math.LN2);
}

function shares(counts: readonly number[]): readonly number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return counts.map(count => count / whole);
}
