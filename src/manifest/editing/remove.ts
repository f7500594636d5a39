import { isMap } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import { commentsIn } from './comments';
import { columnOf, endOfPair, lineEnd, lineStart, pairIn, readSource, startOf } from './source';
import type { NodePair, Source } from './source';

/**
 * Takes away what lies at a path of names, and with it the mappings above that held nothing else. Comments stay. The
 * text comes back as it is when there is nothing at the path.
 */
export function removeIn(text: string, path: readonly string[]): string {
  const source = readSource(text);
  const root = source?.document.contents as Node | null | undefined;
  const chain = source && isMap(root) ? chainTo(root, path) : undefined;
  if (!source || !chain) return text;
  const { map, pair } = highestAlone(chain);
  return map.flow ? removeFromFlow(source, map, pair) : removeFromBlock(source, pair);
}

interface Link {
  readonly map: YAMLMap;
  readonly pair: NodePair;
}

function chainTo(root: YAMLMap, path: readonly string[]): readonly [Link, ...Link[]] | undefined {
  const links: Link[] = [];
  let map: Node | null = root;
  for (const name of path) {
    const pair: NodePair | undefined = isMap(map) ? pairIn(map, name) : undefined;
    if (!isMap(map) || !pair) return undefined;
    links.push({ map, pair });
    map = pair.value;
  }
  const [first, ...rest] = links;
  return first && [first, ...rest];
}

/** The highest pair of the chain below which there is nothing but the chain. */
function highestAlone(chain: readonly [Link, ...Link[]]): Link {
  let best = chain.length - 1;
  while (best > 0 && chain[best]?.map.items.length === 1) best--;
  return chain[best] ?? chain[0];
}

/** Whole lines; comments in them move to lines of their own. */
function removeFromBlock({ text, eol }: Source, pair: NodePair): string {
  const start = lineStart(text, startOf(pair.key));
  const end = afterLine(text, endOfPair(pair));
  const indentation = ' '.repeat(columnOf(text, startOf(pair.key)));
  const comments = commentsIn(text).filter(comment => comment.start >= start && comment.start < end);
  const kept = comments.map(comment => `${indentation}${comment.text}${eol}`).join('');
  return text.slice(0, start) + kept + text.slice(end);
}

/** The start of the next line; a block of text already ends there. */
function afterLine(text: string, end: number): number {
  if (end > 0 && end === lineStart(text, end)) return end;
  const breakAt = lineEnd(text, end);
  return breakAt + (/^\r?\n/.exec(text.slice(breakAt))?.[0].length ?? 0);
}

/** The pair with one comma; comments stay, each with the line break that ends it. */
function removeFromFlow({ text, eol }: Source, map: YAMLMap, pair: NodePair): string {
  const pairs = map.items as NodePair[];
  const index = pairs.indexOf(pair);
  const [before, after] = [pairs[index - 1], pairs[index + 1]];
  const start = before ? endOfPair(before) : startOf(pair.key);
  const end = before ? endOfPair(pair) : after ? startOf(after.key) : endOfPair(pair);
  const comments = commentsIn(text).filter(comment => comment.start >= start && comment.start < end);
  const kept = comments
    .map(comment => ` ${comment.text}${eol}${' '.repeat(columnOf(text, startOf(pair.key)))}`)
    .join('');
  return text.slice(0, start) + kept + text.slice(end);
}
