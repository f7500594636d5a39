import type { Program } from '../../python/flow/program';
import type { Split } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { sameSite } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { wholeText } from './edits';

/** Makes two splits of the same rows one: without the second where it is written like the first, else with one seed for both. */
export function sameSplit(program: Program, first: Split, second: Split): SpanFix | undefined {
  if (first.site.module !== undefined || second.site.module !== undefined) return undefined;
  return withoutSecond(program, first.site, second.site) ?? withSeed(program, first, second);
}

function withoutSecond(program: Program, first: Site, second: Site): SpanFix | undefined {
  const [a, b] = [linesOf(program, first), linesOf(program, second)];
  if (sameSite(first, second) || program.textOf(a).trim() !== program.textOf(b).trim()) return undefined;
  // Alone in its lines, and at the same depth: nothing else goes with it.
  if (!/^\s*[\w, ()]+=\s*[\w.]+\(.*\)\s*(#.*)?$/s.test(program.textOf(b))) return undefined;
  if (indentOf(program.textOf(a)) !== indentOf(program.textOf(b))) return undefined;
  return { title: 'Remove the second split', safe: true, edits: [{ span: b, newText: '' }] };
}

function withSeed(program: Program, first: Split, second: Split): SpanFix | undefined {
  const seeds = [first, second].flatMap(({ drawn }) => (drawn?.how === 'seeded' ? [drawn.seed] : []));
  if (seeds.length > 1) return undefined;
  const seed = seeds[0] ?? 0;
  const open = [first, second].filter(({ drawn }) => drawn?.how === 'anew');
  const sites = open
    .map(split => split.site)
    .filter((site, i, all) => all.findIndex(one => sameSite(one, site)) === i);
  const edits = sites.map(site => ({ span: endOf(site), newText: `, random_state=${seed}` }));
  const plain = sites.every(site =>
    /^[\w.]*train_test_split\((?!.*random_state).*\)$/s.test(program.textOf(site)),
  );
  return plain && edits.length > 0
    ? { title: `Split both times with \`random_state=${seed}\``, safe: false, edits }
    : undefined;
}

/** Before the closing bracket. */
function endOf({ end }: Site): Site {
  return { start: end - 1, end: end - 1 };
}

function linesOf(program: Program, site: Site): Site {
  const text = wholeText(program);
  const newline = text.indexOf('\n', site.end);
  return { start: text.lastIndexOf('\n', site.start - 1) + 1, end: newline < 0 ? text.length : newline + 1 };
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}
