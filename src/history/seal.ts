import { sha256 } from '../base/digest';
import type { Range } from '../base/place';
import type { Problem } from '../base/result';
import type { Manifest } from '../manifest/model';
import type { EditedEntry, HistoryEntry, SealedEntry } from './entry';

/**
 * A seal: the digest of what was to be reached, on which rows and slices, from the day on which somebody froze it. What is
 * edited afterwards is not forbidden, but it is seen.
 */
const SEALED_PARTS = [
  'metrics',
  'fairness',
  'data.splits',
  'data.split',
  'data.table',
  'data.index',
  'data.target',
  'data.slices',
  'data.test_looks',
] as const;

export type SealedFields = Readonly<Record<string, string>>;

/** What a seal freezes: the text of each field, by its dotted path; a number however it is written. */
export function sealedFields({ fields }: Manifest): SealedFields {
  const above = new Set([...fields.keys()].map(path => path.slice(0, path.lastIndexOf('.'))));
  const sealed = [...fields].filter(([path]) => isSealed(path) && !above.has(path));
  return Object.fromEntries(sealed.map(([path, { text }]) => [path, canonical(text)]));
}

/** SHA-256 of the fields in the order of their paths; a line each. */
export function digestOf(fields: SealedFields): Promise<string> {
  const lines = Object.entries(fields).map(([path, text]) => `${JSON.stringify([path, text])}\n`);
  return sha256(lines.sort().join(''));
}

/** A frozen field that is another now. */
export interface SealEdit {
  readonly field: string;
  /** `undefined`: it was not there, or is not any more. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What was edited since the seal that the manifest names; `undefined` where the log has no copy of what was sealed. */
export async function sealEdits(
  manifest: Manifest,
  entries: readonly HistoryEntry[],
): Promise<readonly SealEdit[] | undefined> {
  const entry = await entryOf(manifest, entries);
  if (!entry) return undefined;
  const [then, now] = [entry.fields, sealedFields(manifest)];
  const paths = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return paths.flatMap(field => {
    const [from, to] = [then[field], now[field]];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** The entry of the manifest's seal, if its copy of the fields is the one that was sealed. */
async function entryOf(
  { sealed }: Manifest,
  entries: readonly HistoryEntry[],
): Promise<SealedEntry | undefined> {
  const entry = entries.findLast(
    (one): one is SealedEntry => one.what === 'sealed' && one.digest === sealed?.digest,
  );
  return entry && (await digestOf(entry.fields)) === entry.digest ? entry : undefined;
}

/** A seal that is broken, as problems of the manifest: which field, from what to what, since when. */
export async function sealProblems(
  manifest: Manifest,
  entries: readonly HistoryEntry[],
): Promise<readonly Problem[]> {
  const { sealed } = manifest;
  if (!sealed) return [];
  const edits = await sealEdits(manifest, entries);
  if (edits) return edits.map(edit => problemOf(manifest, edit, sealed, noticedOn(entries, edit)));
  if ((await digestOf(sealedFields(manifest))) === sealed.digest) return [];
  const message = `Targets, splits or slices are not as ${sealed.by} sealed them on ${sealed.on}. Which of them, the history would say, and it has no copy of what was sealed.`;
  return [{ code: BROKEN_SEAL, severity: 'warning', message, place: placeOf(manifest, sealed.range) }];
}

/** The code of problems that say what was edited after the seal. */
export const BROKEN_SEAL = 'edited-after-seal';

type Seal = NonNullable<Manifest['sealed']>;

function problemOf(
  manifest: Manifest,
  { field, from, to }: SealEdit,
  { by, on, range }: Seal,
  noticed: string | undefined,
): Problem {
  const then = from === undefined ? 'was not there' : `was ${from}`;
  const now = to === undefined ? 'is not there any more' : `is ${to} now`;
  const when = noticed === undefined ? '' : ` (noticed on ${noticed})`;
  return {
    code: BROKEN_SEAL,
    severity: 'warning',
    message: `\`${field}\` ${then} when ${by} sealed it on ${on}, and ${now}${when}.`,
    place: placeOf(manifest, manifest.fields.get(field)?.range ?? range),
  };
}

function noticedOn(entries: readonly HistoryEntry[], { field, from, to }: SealEdit): string | undefined {
  const entry = entries.find(
    (one): one is EditedEntry =>
      one.what === 'edited' && one.field === field && one.from === from && one.to === to,
  );
  return entry?.time.slice(0, 10);
}

const placeOf = ({ file }: Manifest, range: Range): Problem['place'] => ({ file, range });

function isSealed(path: string): boolean {
  return SEALED_PARTS.some(part => path === part || path.startsWith(`${part}.`));
}

function canonical(text: string): string {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? String(number) : text;
}
