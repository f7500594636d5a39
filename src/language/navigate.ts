import type { Place, Range } from '../base/place';
import { START_OF_FILE } from '../base/place';
import { staysInside } from '../manifest/read/paths';
import type { Document } from './document';
import type { Mention, Subject } from './mentions';
import { mentionAt, mentionsIn } from './mentions';
import type { Surroundings } from './surroundings';

/** The files that belong together: a manifest, and the lifecycle of its own. */
export interface Family {
  readonly documents: readonly Document[];
  readonly around: Surroundings;
}

/** Where the word at an offset comes from. */
export async function definitionOf(
  document: Document,
  offset: number,
  family: Family,
): Promise<readonly Place[]> {
  const mention = mentionAt(document, offset);
  if (!mention) return [];
  const declared = declarationsOf(mention.subject, family);
  return declared.length > 0 ? declared : outside(mention.subject, family.around);
}

/** Every place in the family that means the same as the word at an offset. */
export function referencesOf(document: Document, offset: number, { documents }: Family): readonly Place[] {
  const subject = mentionAt(document, offset)?.subject;
  if (!subject || !isNamed(subject)) return [];
  return documents.flatMap(one =>
    mentionsIn(one)
      .filter(mention => isSame(mention.subject, subject))
      .map(mention => placeOf(one, mention)),
  );
}

/** Fields are everywhere; the rest is something that a project names. */
const isNamed = ({ kind }: Subject): boolean =>
  kind !== 'known-field' && kind !== 'function' && kind !== 'unit';

export function isSame(a: Subject, b: Subject): boolean {
  if (a.kind === 'known-field' || b.kind === 'known-field') return false;
  if (a.kind === 'criterion' || b.kind === 'criterion') {
    return a.kind === b.kind && a.name === b.name && 'stage' in a && 'stage' in b && a.stage === b.stage;
  }
  return a.name === b.name && kindOf(a) === kindOf(b);
}

const kindOf = ({ kind }: Subject): string => (kind === 'rule-or-group' ? 'rule' : kind);

function declarationsOf(subject: Subject, { documents, around }: Family): readonly Place[] {
  if (subject.kind === 'field') {
    const range = around.manifest.fields.get(subject.name)?.range;
    return range ? [{ file: around.manifest.file, range }] : [];
  }
  return documents.flatMap(document =>
    mentionsIn(document)
      .filter(mention => mention.declares && isSame(mention.subject, subject))
      .map(mention => placeOf(document, mention)),
  );
}

/** In files that the words of a manifest lead to. */
async function outside(subject: Subject, around: Surroundings): Promise<readonly Place[]> {
  switch (subject.kind) {
    case 'path':
    case 'lifecycle':
      return filePlace(subject.name, around);
    case 'column':
      return columnPlaces(subject.name, subject.in, around);
    case 'metric':
      return (await around.reported()).filter(({ name }) => name === subject.name).map(({ place }) => place);
    default:
      return [];
  }
}

async function filePlace(path: string, around: Surroundings): Promise<readonly Place[]> {
  if (!staysInside(path) || (await around.stat(path))?.kind !== 'file') return [];
  return [{ file: `${around.manifest.root}/${path.replace(/^(\.\/)+/, '')}`, range: START_OF_FILE }];
}

/** A column's header; or, in a file of metrics, the value of that name. */
async function columnPlaces(
  name: string,
  path: string | undefined,
  around: Surroundings,
): Promise<readonly Place[]> {
  const columns = (await around.columns(path)).filter(column => column.name === name);
  const places = columns.flatMap(({ place }) => place ?? []);
  if (places.length > 0 || path === undefined) return places;
  const reported = (await around.reported()).filter(
    metric => metric.name === name && metric.files.includes(path),
  );
  return reported.length > 0 ? reported.map(({ place }) => place) : filePlace(path, around);
}

export interface Link {
  readonly range: Range;
  /** Absolute path. */
  readonly file: string;
}

/** The paths in a file that lead to files of the project. */
export async function linksIn(document: Document, around: Surroundings): Promise<readonly Link[]> {
  const links: Link[] = [];
  for (const { subject, span } of mentionsIn(document)) {
    if (subject.kind !== 'path' && subject.kind !== 'lifecycle') continue;
    const [place] = await filePlace(subject.name, around);
    if (place) links.push({ range: document.lines.rangeOf(span), file: place.file });
  }
  return links;
}

function placeOf({ file, lines }: Document, { span }: Mention): Place {
  return { file, range: lines.rangeOf(span) };
}
