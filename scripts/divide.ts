import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { build, transform } from 'esbuild';

/** What a build wrote, and of what. */
export interface Written {
  readonly files: readonly string[];
  readonly inputs: readonly string[];
}

/**
 * Builds a program so that it starts at once: `<name>-first.js` holds what every run needs, and what only some runs need lies
 * beside it as `<name>-*.js`, read when it is asked for. Half of a start is the reading of code: `<name>.js` only goes on to
 * the first, for a program that ends soon after it has Node keep what it compiled, where Node can (from 22.8 on).
 *
 * esbuild divides ES modules only, which Node loads slowly. So its pieces are turned into CommonJS one by one, and
 * those that every run needs are put into one file.
 */
export async function buildDivided(
  name: string,
  endsSoon: boolean,
  options: BuildOptions,
  folder: string,
): Promise<Written> {
  const { outputFiles, metafile } = await build({
    ...options,
    format: 'esm',
    splitting: true,
    chunkNames: `${name}-[name]-[hash]`,
    banner: {},
    write: false,
    metafile: true,
  });
  const [entry, whole] = [`${name}.js`, `${name}-first.js`];
  const pieces = new Map<string, string>();
  for (const { path, text } of outputFiles) pieces.set(basename(path), await commonJs(text, options));
  const first = neededAtOnce(metafile, entry);
  mkdirSync(folder, { recursive: true });
  const files = new Map([
    [entry, `${options.banner?.['js'] ?? ''}\n${start(entry, whole, endsSoon)}`.trimStart()],
    [whole, joined(pieces, first)],
  ]);
  for (const [piece, code] of pieces)
    if (!first.has(piece)) files.set(piece, `require=require("./${whole}")(require);${code}`);
  for (const [file, code] of files) writeFileSync(join(folder, file), code);
  return { files: [...files.keys()].map(file => join(folder, file)), inputs: Object.keys(metafile.inputs) };
}

function start(entry: string, whole: string, endsSoon: boolean): string {
  const keep = endsSoon ? 'require("node:module").enableCompileCache?.();' : '';
  return `"use strict";${keep}require("./${whole}")(require)("./${entry}");\n`;
}

async function commonJs(text: string, { minify = false, target = 'node20' }: BuildOptions): Promise<string> {
  const supported = { 'dynamic-import': false };
  const { code } = await transform(text, { format: 'cjs', platform: 'node', target, minify, supported });
  return code;
}

/** What a piece imports, and what these import in turn, but for what they import when it is asked for. */
function neededAtOnce({ outputs }: Metafile, entry: string): ReadonlySet<string> {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const needed = new Set([entry]);
  for (const name of needed) {
    const imports = byName.get(name)?.imports ?? [];
    for (const { path, kind } of imports)
      if (kind === 'import-statement' && byName.has(basename(path))) needed.add(basename(path));
  }
  return needed;
}

/** One file of several pieces. It exports what makes a piece outside find those inside. */
function joined(pieces: ReadonlyMap<string, string>, names: ReadonlySet<string>): string {
  const inside = [...names].map(name => {
    // In brackets, V8 compiles it at once, without reading it through first.
    return `${JSON.stringify(`./${name}`)}:(function(module,exports,require){${pieces.get(name) ?? ''}\n})`;
  });
  return `"use strict";const pieces={${inside.join(',\n')}},made={};
const within=outside=>name=>{if(!Object.hasOwn(pieces,name))return outside(name);if(!made[name]){const module=made[name]={exports:{}};pieces[name](module,module.exports,within(outside))}return made[name].exports};
module.exports=within;
`;
}
