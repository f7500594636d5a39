import { joinedBytes } from '../../base/joined-bytes';

/** Cuts pieces of bytes where lines end. */
export interface WholeLines {
  /** What came, up to the last line end; nothing where none is there yet. */
  push(piece: Uint8Array): Uint8Array;
  /** What is left behind the last line end. */
  end(): Uint8Array;
}

const LF = 0x0a;
const NOTHING = new Uint8Array();

/** @param most bytes that are held back at most; a longer line comes in parts */
export function wholeLines(most = 1 << 16): WholeLines {
  let rest: Uint8Array = NOTHING;
  return {
    push: piece => {
      const all = joinedBytes(rest, piece);
      const found = all.lastIndexOf(LF) + 1;
      const cut = found === 0 && all.length > most ? all.length : found;
      rest = all.slice(cut);
      return all.subarray(0, cut);
    },
    end: () => {
      const last = rest;
      rest = NOTHING;
      return last;
    },
  };
}
