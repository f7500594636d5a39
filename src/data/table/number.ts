const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/** The number that a text is, `inf` included; `undefined` for every other text. Blanks around it do not matter. */
export function numberIn(text: string): number | undefined {
  const trimmed = needsTrim(text) ? text.trim() : text;
  if (PLAIN.test(trimmed)) return Number(trimmed);
  if (trimmed.length < 3 || trimmed.length > 9) return undefined;
  const infinite = INFINITE.exec(trimmed);
  if (!infinite) return undefined;
  return infinite[1] === '-' ? -Infinity : Infinity;
}

function needsTrim(text: string): boolean {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
}
