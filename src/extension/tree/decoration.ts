import { COLORS } from '../../contributes/colors';
import type { Decoration } from './node';

/** A decoration as the query of an address. */
export function encodeDecoration({ kind, words, badge }: Decoration): string {
  return new URLSearchParams({ kind, words, ...(badge === undefined ? {} : { badge }) }).toString();
}

/** `undefined` for a query that is none of ours. */
export function decodeDecoration(query: string): Decoration | undefined {
  const values = new URLSearchParams(query);
  const [kind, words, badge] = ['kind', 'words', 'badge'].map(name => values.get(name) ?? undefined);
  if (kind === undefined || !isKind(kind) || words === undefined) return undefined;
  return { kind, words, ...(badge === undefined ? {} : { badge }) };
}

function isKind(kind: string): kind is Decoration['kind'] {
  return Object.hasOwn(COLORS, kind);
}
