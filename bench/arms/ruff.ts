/** CPU time of ruff in WebAssembly with its default rules: `<rounds> <paths…>` → cold, warm, bytes. */
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { answer, bytesOf, cpu, sourcesIn, timed } from './sources';

const [rounds = '1', ...paths] = process.argv.slice(2);
const sources = sourcesIn(paths);
const before = cpu();
const workspace = new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16);
const pass = (): void => {
  for (const { text } of sources) workspace.check(text);
};
pass();
const cold = cpu() - before;
answer(cold, timed(Number(rounds), pass), bytesOf(sources));
