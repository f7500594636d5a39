/**
 * CPU time of pyright's parser alone: `<rounds> <paths…>` → cold, warm, bytes. It is not published as a library: its
 * bundle is loaded with the last call cut off, and the module that exports `Parser` is looked for.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answer, bytesOf, cpu, sourcesIn, timed } from './sources';

interface Bundle {
  (id: string): Record<string, new () => unknown>;
  readonly m: Readonly<Record<string, unknown>>;
  e(chunk: number): unknown;
}
interface Parser {
  parseSourceFile(text: string, options: unknown, problems: unknown): unknown;
}

const [rounds = '1', ...paths] = process.argv.slice(2);
const sources = sourcesIn(paths);
const before = cpu();
const bundle = load(join(__dirname, '../pyright/dist'));
const { Parser: PyrightParser, ParseOptions } = exporting(bundle, 'ParseOptions');
const { DiagnosticSink } = exporting(bundle, 'DiagnosticSink');
if (!PyrightParser || !ParseOptions || !DiagnosticSink)
  throw new Error('pyright has no such exports any more');
const pass = (): void => {
  for (const { text, kind } of sources) {
    const options = Object.assign(new ParseOptions() as object, { ipythonMode: kind === 'notebook' ? 1 : 0 });
    (new PyrightParser() as Parser).parseSourceFile(text, options, new DiagnosticSink());
  }
};
pass();
const cold = cpu() - before;
timed(Number(rounds), pass);
answer(cold, timed(Number(rounds), pass), bytesOf(sources));

function load(dist: string): Bundle {
  const text = readFileSync(join(dist, 'pyright.js'), 'utf8');
  const open = text.replace(/,(\w+)\.x\(\)\}\)\(\);/, ',module.exports=$1})();');
  const module = { exports: undefined as unknown };
  const outside = createRequire(join(dist, 'pyright.js'));
  // eslint's rule against `eval` does not know this one, and there is no other way to what is not exported.
  new Function('module', 'require', '__dirname', open)(module, outside, dist);
  Object.assign(globalThis, { __rootDirectory: dist });
  const bundle = module.exports as Bundle;
  for (const [, chunk] of text.matchAll(/\.e\((\d+)\)/g)) bundle.e(Number(chunk));
  return bundle;
}

function exporting(bundle: Bundle, name: string): Record<string, (new () => unknown) | undefined> {
  const ids = Object.keys(bundle.m).filter(id => String(bundle.m[id]).includes(`.${name}=`));
  const [id] = ids.filter(one => name in bundle(one));
  if (id === undefined) throw new Error(`no module of pyright exports ${name}`);
  return bundle(id);
}
