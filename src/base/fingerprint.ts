/**
 * A fingerprint of a text: its length, and FNV-1a read forwards and backwards. Two texts of one file with the same
 * fingerprint are taken for the same text.
 */
export function fingerprint(text: string): string {
  let forwards = OFFSET_BASIS;
  let backwards = OFFSET_BASIS;
  for (let i = 0, j = text.length - 1; j >= 0; i++, j--) {
    forwards = Math.imul(forwards ^ text.charCodeAt(i), PRIME);
    backwards = Math.imul(backwards ^ text.charCodeAt(j), PRIME);
  }
  return `${text.length}:${(forwards >>> 0).toString(36)}:${(backwards >>> 0).toString(36)}`;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
