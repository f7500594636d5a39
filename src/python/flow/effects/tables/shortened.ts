const LENGTH = 48;

/** A call as it is written; of a long one its end, `….groupby('town')['price'].transform('mean')`, or its name alone. */
export function shortened(text: string): string | undefined {
  if (text.length === 0) return undefined;
  if (text.length <= LENGTH) return text;
  const links = chain(text);
  const ends = links.map((_, i) => `…${links.slice(i).join('')}`);
  const end = ends.find((one, i) => i > 0 && one.length <= LENGTH);
  if (end !== undefined && !/^…\.\s*\w+\(\)$/.test(end)) return end;
  const last = links.findLast(link => !link.startsWith('['));
  const name = /^\.?\s*(\w+)\s*\(/.exec(last ?? '')?.[1];
  return name === undefined ? undefined : `${name}()`;
}

/** `a.b(c.d)['e'].f` in its links: `a`, `.b(c.d)`, `['e']`, `.f`. */
function chain(text: string): readonly string[] {
  const links: string[] = [];
  let [start, depth, quote] = [0, 0, ''];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (/[)\]}]/.test(char)) depth--;
    else {
      if (/[.[]/.test(char) && depth === 0 && at > 0) {
        links.push(text.slice(start, at).trimEnd());
        start = at;
      }
      if (/[([{]/.test(char)) depth++;
    }
  }
  return [...links, text.slice(start)];
}
