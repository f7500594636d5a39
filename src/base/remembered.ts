/** Texts that are remembered; with more of them, remembering begins anew. */
const MOST = 5000;

/** A pure function of a text that answers the same text once: names of metrics are few, and asked of every value. */
export function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return text => {
    const known = answers.get(text);
    if (known) return known.answer;
    if (answers.size >= MOST) answers.clear();
    const answer = ask(text);
    answers.set(text, { answer });
    return answer;
  };
}
