import type { Range } from '../base/place';
import type { Document } from './document';
import { idOf } from './mentions';
import type { Entry, Node } from './outline/tree';

/** A part of a file as an outline shows it. */
export interface FileSymbol {
  readonly name: string;
  /** A scalar's text, shortened. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  /** Of the name. */
  readonly selection: Range;
  readonly children: readonly FileSymbol[];
}

export type SymbolKind = 'section' | 'metric' | 'split' | 'stage' | 'criterion' | 'field';

const DETAIL_LIMIT = 60;

/** The outline of a manifest or lifecycle: sections, and in them metrics, splits, stages with their criteria. */
export function symbolsIn(document: Document): readonly FileSymbol[] {
  return document.root.entries.map(entry => ofEntry(document, entry, 'section'));
}

function ofEntry(document: Document, entry: Entry, kind: SymbolKind): FileSymbol {
  const { lines } = document;
  const { name, key, colon, value } = entry;
  return {
    name: name === '' ? '(no name)' : name,
    detail: value.kind === 'scalar' ? shortened(value.text) : '',
    kind,
    range: lines.rangeOf({ start: key.start, end: Math.max(key.end, (colon ?? 0) + 1, value.span.end) }),
    selection: lines.rangeOf(key),
    children: childrenOf(document, value, kind, name),
  };
}

function childrenOf(document: Document, node: Node, kind: SymbolKind, name: string): readonly FileSymbol[] {
  if (node.kind === 'list') return listed(document, node.items, kind, name);
  if (node.kind !== 'mapping' || kind === 'metric' || kind === 'split' || kind === 'criterion') return [];
  const below = kindBelow(kind, name);
  return node.entries.flatMap(entry =>
    // Criteria are shown right below their stage.
    entry.name === 'criteria' && kind === 'stage'
      ? childrenOf(document, entry.value, 'section', 'criteria')
      : [ofEntry(document, entry, below)],
  );
}

function kindBelow(kind: SymbolKind, name: string): SymbolKind {
  if (name === 'metrics' && kind === 'section') return 'metric';
  if ((name === 'stages' || name === 'groups') && kind === 'section') return 'stage';
  if (name === 'criteria') return 'criterion';
  return name === 'splits' ? 'split' : 'field';
}

/** In a lifecycle stages and criteria are the items of lists, and name themselves. */
function listed(
  document: Document,
  items: readonly Node[],
  kind: SymbolKind,
  name: string,
): readonly FileSymbol[] {
  const below = kindBelow(kind, name);
  if (below !== 'stage' && below !== 'criterion') return [];
  return items.flatMap(item => {
    const id = idOf(item);
    if (id === undefined) return [];
    const range = document.lines.rangeOf(item.span);
    return [
      {
        name: id,
        detail: '',
        kind: below,
        range,
        selection: range,
        children: childrenOf(document, item, below, id),
      },
    ];
  });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > DETAIL_LIMIT ? `${line.slice(0, DETAIL_LIMIT - 1)}…` : line;
}
