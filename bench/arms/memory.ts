/**
 * The heap of an edited file: `<path> <edits>` → its bytes, what its text and the answer hold, by how much that grew over
 * the edits, and what the workspace keeps of it for the next edit. Compiled code is left out: the engine goes on compiling for thousands of edits.
 */
import { getHeapSpaceStatistics } from 'node:v8';
import type { ModuleSource } from '../../src/base/source';
import type { ModuleLint } from '../../src/project/lint-module';
import { createWorkspace } from '../../src/project/workspace';
import { answer, sourcesIn } from './sources';

declare const gc: () => void;

const WARM_UP = 200;
const KEPT = 20;

const [path = '', edits = '1000'] = process.argv.slice(2);
const [source] = sourcesIn([path]);
if (!source) throw new Error(`${path} is no script and no notebook`);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const pause = (): Promise<void> => Promise.resolve();
const workspace = createWorkspace(
  { files: {} as never, clock: { now: Date.now }, log, pause },
  { roots: [] },
);
for (let edit = 0; edit < WARM_UP; edit++) shownAfter(edit, source);
const without = heap();
// One alone drowns in what the engine of JavaScript tidies up meanwhile.
const kept = Array.from({ length: KEPT }, (_, edit) => shownAfter(edit, source));
const held = (heap() - without) / kept.length;
kept.length = 0;
const before = heap();
for (let edit = 0; edit < Number(edits); edit++) shownAfter(edit, source);
const after = heap();
workspace.release(source.file);
answer(Buffer.byteLength(source.text), held, after - before, after - heap());

function shownAfter(edit: number, module: ModuleSource): { module: ModuleSource; shown: ModuleLint } {
  const at = (edit * 7919) % module.text.length;
  // As it comes from an editor: a text of its own, not a piece of another.
  const text = Buffer.from(`${module.text.slice(0, at)}x${module.text.slice(at + 1)}`).toString();
  const changed = { ...module, text };
  return { module: changed, shown: workspace.lint(changed) };
}

function heap(): number {
  gc();
  gc();
  const spaces = getHeapSpaceStatistics().filter(({ space_name }) => !/code|read_only/.test(space_name));
  return spaces.reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}
