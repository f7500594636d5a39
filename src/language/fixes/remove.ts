import type { Span } from '../../base/place';
import type { Entry, MappingNode, Node } from '../outline/tree';
import { endOfLine } from '../outline/words';

/** An entry of a mapping, with the mapping. */
export interface Found {
  readonly entry: Entry;
  readonly node: MappingNode;
}

/** The innermost entry whose name or value holds an offset. */
export function entryAt(node: Node, offset: number): Found | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const item = node.items.find(({ span }) => span.start <= offset && offset <= span.end);
    return item && entryAt(item, offset);
  }
  const entry = node.entries.find(one => one.key.start <= offset && offset < endOf(one));
  return entry && (entryAt(entry.value, offset) ?? { entry, node });
}

function endOf({ key, colon, value }: Entry): number {
  return Math.max(key.end, (colon ?? 0) + 1, value.span.end);
}

/** What has to go so that an entry is gone: whole lines, or a part of the brackets with its comma. */
export function removalOf(text: string, { entry, node }: Found): Span {
  const index = node.entries.indexOf(entry);
  const next = node.entries[index + 1];
  const before = node.entries[index - 1];
  const start = entry.key.start;
  const lineStart = start - (/[^\r\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  const isFirstOnLine = /^\s*$/.test(text.slice(lineStart, start));
  if (node.style === 'block' && isFirstOnLine) return { start: lineStart, end: nextLine(text, endOf(entry)) };
  if (next) return { start, end: next.key.start };
  return { start: before && node.style !== 'block' ? endOf(before) : start, end: endOf(entry) };
}

function nextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}
