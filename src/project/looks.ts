/**
 * Questions that were put to what is known, and the answers they got. While asking again gives the same answers,
 * whatever was concluded from them stands.
 */
export interface Looks<Known> {
  /** Asks, and writes down question and answer. The same `question` is the same `ask`. */
  note<T>(question: string, ask: (known: Known) => T): T;
  /** Would everything that was asked be answered alike? Values are the same by identity, lists by their items. */
  stand(now: Known): boolean;
}

/** Begins with nothing asked; `known` answers. */
export function beginLooks<Known>(known: Known): Looks<Known> {
  const asked = new Map<string, { readonly ask: (known: Known) => unknown; readonly answer: unknown }>();
  return {
    note: (question, ask) => {
      const answer = ask(known);
      asked.set(question, { ask, answer });
      return answer;
    },
    stand: now => {
      if (now === known) return true;
      for (const { ask, answer } of asked.values()) if (!isSame(ask(now), answer)) return false;
      return true;
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => Object.is(item, b[index]));
}
