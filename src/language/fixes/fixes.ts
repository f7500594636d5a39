import type { Range, Span } from '../../base/place';
import type { Problem } from '../../base/result';
import type { Document } from '../document';
import type { Path } from '../outline/tree';
import { nodeAt } from '../outline/tree';
import { slotsAt } from '../slots';
import { missingIn } from './add';
import type { Found } from './remove';
import { entryAt, removalOf } from './remove';

/** A way to mend a problem that its own replacement is not. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The edits that mend a problem: entries that go, fields that come. Whatever else the text holds stays as it is. */
export function fixesFor(
  document: Document,
  { code, place }: Pick<Problem, 'code' | 'place'>,
): readonly Fix[] {
  if (code === 'empty') return [beginning(document)];
  const found = entryAt(document.root, document.lines.offsetAt(place.range.start));
  if (!found) return [];
  if (code === 'missing-field') return additions(document, found);
  const words = REMOVALS[code];
  return words === undefined ? [] : [removal(document, found, words)];
}

/** Problems of entries that mean nothing where they are, and what it is to take them out. */
const REMOVALS: Readonly<Partial<Record<string, string>>> = {
  'duplicate-field': 'Remove this second',
  'unknown-field': 'Remove',
  'unknown-stage': 'Drop this override of',
  'unknown-criterion': 'Drop this override of',
  'unknown-rule': 'Remove',
  'stray-field': 'Remove',
  'two-kinds': 'Remove',
  'two-targets': 'Remove',
};

function removal(document: Document, found: Found, words: string): Fix {
  const { lines, text } = document;
  const range = lines.rangeOf(removalOf(text, found));
  return { title: `${words} \`${found.entry.name}\``, edits: [{ range, newText: '' }] };
}

function additions(document: Document, found: Found): readonly Fix[] {
  const path = pathTo(document, found);
  if (!path) return [];
  return missingIn(document, found, slotsAt(document, path)).map(({ name, at, newText }) => ({
    title: `Add \`${name}\``,
    edits: [{ range: document.lines.rangeOf(pointAt(at)), newText }],
  }));
}

const pointAt = (offset: number): Span => ({ start: offset, end: offset });

/** The path of the mapping that an entry is in. */
function pathTo({ root }: Document, { node }: Found): Path | undefined {
  const search = (path: Path): Path | undefined => {
    const here = nodeAt(root, path);
    if (here === node) return path;
    if (here?.kind === 'list')
      return first(
        here.items.map((_, index) => index),
        step => search([...path, step]),
      );
    if (here?.kind !== 'mapping') return undefined;
    const holds = here.entries.filter(
      ({ value }) => value.span.start <= node.span.start && node.span.end <= value.span.end,
    );
    return first(
      holds.map(({ name }) => name),
      step => search([...path, step]),
    );
  };
  return search([]);
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function beginning({ lines, text, eol }: Document): Fix {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const newText = ['version: 1', 'name: TODO', 'lifecycle: nine-stage', ''].join(eol);
  return {
    title: 'Begin with version, name and lifecycle',
    edits: [{ range: lines.rangeOf(pointAt(start)), newText }],
  };
}
