/** The least number of tokens to substitute, delete and insert that turns one into the other (V. Levenshtein). */
export function editDistance(from: readonly string[], to: readonly string[]): number {
  let row = to.map((_, at) => at + 1);
  from.forEach((token, line) => {
    let [diagonal, left] = [line, line + 1];
    row = to.map((other, at) => {
      const above = row[at] ?? 0;
      left = Math.min(above + 1, left + 1, diagonal + Number(token !== other));
      diagonal = above;
      return left;
    });
  });
  return row[row.length - 1] ?? from.length;
}

/** The share of reference words that are wrong, missing or too many; may be above 1. */
export function wordErrorRate(reference: readonly string[], hypothesis: readonly string[]): number {
  return editDistance(reference, hypothesis) / reference.length;
}

/**
 * BLEU of one text against its references with n-grams up to 4, without smoothing (K. Papineni and others, ACL 2002).
 * It depends on how texts are cut into tokens: say how.
 */
export function bleu(references: readonly (readonly string[])[], hypothesis: readonly string[]): number {
  let logs = 0;
  for (let n = 1; n <= LONGEST; n++) {
    const own = ngrams(hypothesis, n);
    const theirs = references.map(reference => ngrams(reference, n));
    let [matched, all] = [0, 0];
    for (const [gram, count] of own) {
      matched += Math.min(count, Math.max(0, ...theirs.map(counts => counts.get(gram) ?? 0)));
      all += count;
    }
    if (matched === 0) return 0;
    logs += Math.log(matched / all) / LONGEST;
  }
  return brevity(references, hypothesis.length) * Math.exp(logs);
}

const LONGEST = 4;

function ngrams(tokens: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= tokens.length; at++) {
    const gram = tokens.slice(at, at + n).join('\u0000');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Texts shorter than the closest reference are marked down; of two as close, the shorter counts. */
function brevity(references: readonly (readonly string[])[], length: number): number {
  const [closest = length] = references
    .map(reference => reference.length)
    .sort((a, b) => Math.abs(a - length) - Math.abs(b - length) || a - b);
  return length >= closest ? 1 : Math.exp(1 - closest / length);
}
