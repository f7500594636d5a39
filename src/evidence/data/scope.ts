import type { Verdict } from '../../base/outcome';
import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { DataProfile, RowPlace, SplitProfile, UnreadTable } from '../../data/profile';
import type { DataFacts } from '../facts';
import type { EvidenceContext } from '../context';
import { fieldPlace, unknown } from '../context';
import { listed, relativeTo, sentence } from '../words';

/** The part of the data that a criterion is about. */
export interface DataScope {
  readonly context: EvidenceContext;
  readonly profile: DataProfile;
  /** Training, validation and test; where no split has such a role, all but those of production. */
  readonly splits: readonly SplitProfile[];
  /** The only split that counts: of pairs, those that it is part of. */
  readonly only?: string;
  /** Columns whose values must not be shared; all of `data.groups` unless given. */
  readonly groups?: readonly string[];
}

/** What is known of the data, or why nothing is. */
export function readProfile({
  manifest,
  facts,
}: EvidenceContext): { readonly profile: DataProfile } | { readonly verdict: Verdict } {
  if (manifest.declarations.splits.length === 0 && !manifest.data.table) {
    const reason = 'The manifest names no data files; fill in `data.splits` or `data.table`.';
    const place = manifest.fields.has('data') ? fieldPlace(manifest, 'data') : undefined;
    return { verdict: unknown(reason, place) };
  }
  const data: DataFacts = facts.data;
  switch (data.state) {
    case 'reading':
      return { verdict: unknown('The data files are still being read.', fieldPlace(manifest, 'data')) };
    case 'off':
      return { verdict: unknown(data.reason, fieldPlace(manifest, 'data')) };
    case 'read':
      return { profile: data.profile };
  }
}

/** The splits that count, or why they cannot be judged. */
export function scopeOf(
  context: EvidenceContext,
  profile: DataProfile,
  split: string | undefined,
): DataScope | Verdict {
  const isMeant = ({ name, role }: Pick<SplitProfile, 'name' | 'role'>): boolean =>
    split === undefined ? role !== 'production' : name === split;
  const unread = profile.unread.find(table => isMeant({ name: table.split, role: table.role }));
  if (unread) return notRead(context, unread);
  const meant = profile.splits.filter(isMeant);
  const main = meant.filter(({ role }) => role !== 'other');
  const splits = main.length > 0 ? main : meant;
  if (splits.length > 0) return { context, profile, splits, ...(split !== undefined && { only: split }) };
  const place = fieldPlace(context.manifest, 'data.splits');
  if (split === undefined) return unknown('No split for training or test was read.', place);
  const known = profile.splits.map(({ name }) => name);
  return unknown(`There is no split \`${split}\`; there are ${listed(known)}.`, place);
}

/** Why a split that is named was not read; `undefined` where it was. */
export function unreadSplit(
  context: EvidenceContext,
  profile: DataProfile,
  name: string,
): Verdict | undefined {
  const scope = scopeOf(context, profile, name);
  return 'outcome' in scope ? scope : undefined;
}

/** Why a table could not be read. */
export function notRead({ manifest }: EvidenceContext, { file, reason, line, split }: UnreadTable): Verdict {
  const name = file === '' ? `The split ${split}` : relativeTo(manifest.root, file);
  const place =
    file === ''
      ? fieldPlace(manifest, `data.splits.${split}`)
      : { file, range: line === undefined ? START_OF_FILE : rangeOfLine(line) };
  return unknown(sentence(`${name} was not read: ${reason}`, 400), place);
}

/** `line 12 of data/test.csv`; in a file that has no lines, `row 12`. */
export function rowWords({ manifest }: EvidenceContext, { file, row }: RowPlace): string {
  return `${isText(file) ? 'line' : 'row'} ${row.toLocaleString('en-US')} of ${relativeTo(manifest.root, file)}`;
}

export function placeOfRow({ file, row }: RowPlace): Place {
  return { file, range: isText(file) ? rangeOfLine(row) : START_OF_FILE };
}

/** Where the manifest names a split, or the table that it is part of. */
export function splitPlace({ manifest }: EvidenceContext, split: SplitProfile | undefined): Place {
  const table = manifest.data.table?.field ?? 'splits';
  const path = split && manifest.fields.has(`data.splits.${split.name}`) ? `splits.${split.name}` : table;
  return fieldPlace(manifest, `data.${path}`);
}

const isText = (file: string): boolean => !file.toLowerCase().endsWith('.parquet');

function rangeOfLine(line: number) {
  const start = { line: line - 1, column: 0 };
  return { start, end: start };
}
