import type { Outcome } from '../../../../src/base/outcome';

/** What a small project has beside the three lines that any manifest has. */
export interface Given {
  readonly manifest?: Json;
  /** By path below the project. */
  readonly files?: Readonly<Record<string, string | Link>>;
  /** The day on which everything was committed to Git; without one there is no repository. */
  readonly committed?: string;
}

/** A symbolic link. */
export interface Link {
  readonly link: string;
}

/** Something that is so in one of the three projects of a row. */
export interface Fact extends Given {
  /** For people: the fact in a few words. */
  readonly says: string;
  /** The commands of the manifest are run first. */
  readonly runs?: true;
}

/** Three projects that differ in one fact. */
export interface Row extends Readonly<Record<Judged, Fact>> {
  readonly base?: Given;
}

export type Judged = Exclude<Outcome, 'waived'>;

export type Rows = Readonly<Record<string, Row>>;

export type Json = { readonly [name: string]: JsonValue };
type JsonValue = string | number | boolean | null | readonly JsonValue[] | Json;

/** Both, where mappings are taken together and anything else of the second replaces the first. */
export function together(first: Given = {}, second: Given = {}): Given {
  const committed = second.committed ?? first.committed;
  return {
    manifest: merged(first.manifest ?? {}, second.manifest ?? {}),
    files: { ...first.files, ...second.files },
    ...(committed !== undefined && { committed }),
  };
}

function merged(first: Json, second: Json): Json {
  const result: Record<string, JsonValue> = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const known = result[name];
    result[name] = isMapping(known) && isMapping(value) ? merged(known, value) : value;
  }
  return result;
}

function isMapping(value: JsonValue | undefined): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `problem.decision` and a value as nested mappings. */
export function nested(path: string, value: JsonValue): Json {
  const [name = '', ...rest] = path.split('.');
  return { [name]: rest.length === 0 ? value : nested(rest.join('.'), value) };
}

export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
