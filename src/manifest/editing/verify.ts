import { readYaml } from '../read/yaml';
import { startReading } from '../read/report';
import type { Tree } from '../read/tree';
import { NO_VOCABULARY } from '../vocabulary';
import { commentsIn } from './comments';

/**
 * Has an edit done what it was for and nothing else? All that lies off the path must read as before, no comment may
 * be lost, and no new mistake may have come in.
 */
export function isSafe(before: string, after: string, path: readonly string[]): boolean {
  const [old, now] = [readingOf(before), readingOf(after)];
  return (
    now.problems <= old.problems &&
    JSON.stringify(outside(old.tree, path)) === JSON.stringify(outside(now.tree, path)) &&
    commentTexts(before) === commentTexts(after)
  );
}

function readingOf(text: string): { readonly tree: Tree; readonly problems: number } {
  const reading = startReading('', text, NO_VOCABULARY);
  const tree = readYaml(reading);
  return { tree, problems: reading.problems.filter(({ code }) => code !== 'empty').length };
}

/** All values off the path, in order, by their own paths; what is empty does not count. */
function outside(tree: Tree, path: readonly string[], at: readonly string[] = []): readonly string[] {
  if (at.length === path.length && at.every((name, i) => name === path[i])) return [];
  switch (tree.kind) {
    case 'scalar':
      return tree.value === null ? [] : [`${at.join('\0')}\0${typeof tree.value}\0${tree.source}`];
    case 'list':
      return tree.items.flatMap((item, index) => outside(item, path, [...at, String(index)]));
    case 'mapping':
      return tree.entries.flatMap(entry => outside(entry.value, path, [...at, entry.name]));
  }
}

function commentTexts(text: string): string {
  return commentsIn(text)
    .map(comment => comment.text)
    .sort()
    .join('\n');
}
