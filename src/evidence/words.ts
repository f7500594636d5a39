/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a, b and c`; of many the first few. `count`: so many there are, of which `names` are the first. */
export function listed(names: readonly string[], last = 'and', most = 4, count = names.length): string {
  if (count > most) return `${names.slice(0, most - 1).join(', ')} ${last} ${count - most + 1} more`;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1] ?? ''}`;
}

/** Four significant digits at most. */
export function shown(value: number, unit?: string): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  return unit === undefined ? text : `${text} ${unit}`;
}

/** A share as a percentage, with as many digits as tell it from nothing. */
export function percent(share: number): string {
  return `${shown(share * 100)} %`;
}

/** `a` or `an` for a word. */
export function article(word: string): string {
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/** A path as the user knows it: relative to the project where it lies within. */
export function relativeTo(root: string, file: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}

/** A text as a sentence, shortened where it is long. */
export function sentence(text: string, most = 100): string {
  const short = text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text.trim();
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}
