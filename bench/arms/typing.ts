/**
 * CPU time of a keystroke: `<edits> <path>` → median, 95th percentile. A name is typed at the end of one line after another,
 * spread over the whole file, and taken away again; each version is linted with what the one before it left.
 */
import { NO_DECLARATIONS } from '../../src/base/declarations';
import type { ModuleSource } from '../../src/base/source';
import type { KeptLint } from '../../src/rules/relint';
import { lintAgain } from '../../src/rules/relint';
import { answer, cpu, sourcesIn } from './sources';

/** Prime to the number of lines of any file: each is visited before one is visited again. */
const STRIDE = 7919;
const LETTERS = 8;

const [edits = '400', path = ''] = process.argv.slice(2);
const [source] = sourcesIn([path]);
if (!source) throw new Error(`${path} is no script and no notebook`);
const lineEnds = [...source.text.matchAll(/$/gm)].map(({ index }) => index);
const options = { severities: new Map(), declarations: NO_DECLARATIONS };
const times: number[] = [];
let kept: KeptLint | undefined;
for (let edit = 0; edit < 2 * Number(edits); edit++) {
  const line = (Math.floor(edit / LETTERS) * STRIDE) % lineEnds.length;
  const typed = withText(source, lineEnds[line] ?? 0, 'x'.repeat(edit % LETTERS));
  const before = cpu();
  kept = lintAgain(kept, typed, options).kept;
  // The first half lets the engine compile.
  if (edit >= Number(edits)) times.push(cpu() - before);
}
times.sort((a, b) => a - b);
answer(within(0.5), within(0.95));

function within(share: number): number {
  return times[Math.floor(times.length * share)] ?? NaN;
}

function withText(module: ModuleSource, at: number, text: string): ModuleSource {
  const moved = (offset: number, from: number): number => (offset >= from ? offset + text.length : offset);
  return {
    ...module,
    text: module.text.slice(0, at) + text + module.text.slice(at),
    segments: module.segments.map(one => ({
      ...one,
      start: moved(one.start, at + 1),
      end: moved(one.end, at),
    })),
  };
}
