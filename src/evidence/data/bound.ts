import type { Verdict } from '../../base/outcome';
import type { Bound } from '../../manifest/evidence';
import { compare } from '../../manifest/expression/evaluate';
import type { EvidenceContext } from '../context';
import { fieldPlace, unknown } from '../context';
import { percent, shown } from '../words';

/** A bound with its number, and how to say it. */
export interface Limit {
  readonly op: Bound['op'];
  readonly value: number;
  /** Compared with a share of the whole, not with a count. */
  readonly isShare: boolean;
  /** `asked is <= 5 %`. */
  readonly words: string;
}

/** The number behind a bound, or why there is none. */
export function limitOf(
  { manifest }: EvidenceContext,
  { op, to }: Bound,
): { readonly limit: Limit } | { readonly verdict: Verdict } {
  if (to.kind !== 'field') {
    const isShare = to.kind === 'share';
    const words = `asked is ${op} ${isShare ? percent(to.value) : grouped(to.value)}`;
    return { limit: { op, value: to.value, isShare, words } };
  }
  const field = manifest.fields.get(to.path);
  const place = fieldPlace(manifest, to.path);
  if (!field?.filled) {
    return { verdict: unknown(`\`${to.path}\` is not filled in, and says how much is asked.`, place) };
  }
  const value = Number(field.text.replaceAll('_', ''));
  if (!Number.isFinite(value)) {
    return { verdict: unknown(`\`${to.path}\` is \`${field.text}\`; expected a number.`, place) };
  }
  return { limit: { op, value, isShare: false, words: `asked is ${op} ${grouped(value)} (\`${to.path}\`)` } };
}

export const holds = ({ op, value: limit }: Limit, value: number): boolean => compare(value, op, limit);

/** Is it an upper bound: could a larger value break what a smaller one meets? */
export const isUpper = ({ op }: Limit): boolean => op === '<=' || op === '<' || op === '==';

/** Whole numbers with commas, others with four digits. */
export function grouped(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-US') : shown(value);
}
