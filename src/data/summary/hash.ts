import type { Value } from './value';

/**
 * Two 32-bit hashes of one value, made as cyrb53 makes them: MurmurHash's mixing over the characters. Text and numbers
 * never meet, as each kind begins with a seed of its own.
 */
export interface Hasher {
  low: number;
  high: number;
}

export function createHasher(): Hasher & { hash(seed: number, value: Value): void } {
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const hasher = {
    low: 0,
    high: 0,
    hash: (seed: number, value: Value): void => {
      begin(hasher, seed, value);
      if (typeof value === 'string') {
        for (let at = 0; at < value.length; at++) mix(hasher, value.charCodeAt(at));
      } else if (typeof value === 'number') {
        number[0] = value;
        mix(hasher, words[0] ?? 0);
        mix(hasher, words[1] ?? 0);
      } else mix(hasher, value === true ? 1 : 0);
      finish(hasher);
    },
  };
  return hasher;
}

/** A seed for a name, so that equal values of two columns differ. */
export function seedOf(name: string): number {
  let seed = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) seed = Math.imul(seed ^ name.charCodeAt(at), 0x01000193);
  return seed >>> 0;
}

/** Both halves as one whole number from 1 to 2^53 - 1. */
export function keyOf(low: number, high: number): number {
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0) || 1;
}

function begin(hasher: Hasher, seed: number, value: Value): void {
  const kind = typeof value === 'string' ? 0x5bd1e995 : typeof value === 'number' ? 0x1b873593 : 0x52dce729;
  hasher.high = 0xdeadbeef ^ seed ^ kind;
  hasher.low = 0x41c6ce57 ^ seed;
}

function mix(hasher: Hasher, word: number): void {
  hasher.high = Math.imul(hasher.high ^ word, 2654435761);
  hasher.low = Math.imul(hasher.low ^ word, 1597334677);
}

function finish(hasher: Hasher): void {
  let { high, low } = hasher;
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  hasher.high = high >>> 0;
  hasher.low = low >>> 0;
}
