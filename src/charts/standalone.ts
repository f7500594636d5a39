/**
 * A picture for a file: the theme's variables become their fallbacks, which are made for paper, on a white ground. It looks the
 * same wherever it is opened, whatever theme it was saved in.
 *
 * @param svg the text of the element that `drawChart` gave
 */
export function standalone(svg: string): string {
  const fixed = svg.replace(VARIABLE, (_, fallback: string) => fallback);
  return fixed.replace(/<svg\b[^>]*>/, start => `${start}<rect width="100%" height="100%" fill="#ffffff"/>`);
}

/** `var(--vscode-foreground, #3b3b3b)`; fallbacks of ours hold no parentheses. */
const VARIABLE = /var\(--[\w-]+,\s*([^()]*)\)/g;
