/**
 * Bundles everything that is shipped into `dist/`: one file each for the extension and the language server, several for
 * the command line, and one script with one style sheet for each report page.
 *
 *     npm run build               minified, without source maps
 *     npm run build -- --dev      readable, with source maps
 *     npm run build -- --watch    --dev, and again after every change
 */
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { build, context } from 'esbuild';
import { buildCommandLine } from './commandLine';
import { entries } from './entries';
import { NOTICES, noticesText, thirdParties } from './notices';
import { runScript } from './run';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const CODICONS = 'node_modules/@vscode/codicons';

interface Mode {
  readonly dev: boolean;
  readonly watch: boolean;
}

runScript(import.meta.url, async args => {
  const watch = args.includes('--watch');
  await buildAll({ dev: watch || args.includes('--dev'), watch });
});

/** Builds into an empty `dist/`. Throws when an entry is missing or does not compile. */
export async function buildAll(mode: Mode = { dev: false, watch: false }): Promise<void> {
  const options = entries(ROOT).map(entry => ({ ...shared(mode), ...entry }));
  const missing = options.flatMap(inputs).filter(file => !existsSync(join(ROOT, file)));
  if (missing.length > 0) throw new Error(`There is no ${missing.join(', no ')}.`);
  rmSync(DIST, { recursive: true, force: true });
  copyIcons();
  if (mode.watch) {
    await Promise.all(options.map(async one => (await context(one)).watch()));
    console.log('Watching; Ctrl+C ends it.');
    return;
  }
  const built = await Promise.all(options.map(one => build(one)));
  writeNotices(built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})));
  // In development it stays one file, with its source map.
  const divided = mode.dev ? [] : await Promise.all(options.filter(isCommandLine).map(divide));
  chmodSync(join(DIST, 'cli.js'), 0o755);
  const files = built.flatMap(({ metafile }) => Object.keys(metafile?.outputs ?? {}));
  for (const file of new Set([...files.map(one => join(ROOT, one)), ...divided.flat()])) {
    if (!file.endsWith('.map')) console.log(`${size(file).padStart(9)}  ${relative('.', file)}`);
  }
}

function isCommandLine({ entryPoints }: BuildOptions): boolean {
  return 'cli' in Object(entryPoints);
}

function divide(options: BuildOptions): Promise<string[]> {
  return buildCommandLine(options, DIST);
}

function shared({ dev }: Mode): BuildOptions {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    outdir: DIST,
    minify: !dev,
    sourcemap: dev,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    loader: { '.md': 'text', '.yaml': 'text', '.svg': 'text', '.ttf': 'file' },
    define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
  };
}

function inputs({ entryPoints }: BuildOptions): string[] {
  return Object.values((entryPoints ?? {}) as Record<string, string>);
}

/** The licences of what others wrote: bundling leaves their comments out. */
function writeNotices(inputs: readonly string[]): void {
  writeFileSync(
    join(DIST, NOTICES),
    noticesText(thirdParties(ROOT, [...inputs, `${CODICONS}/package.json`])),
  );
}

/** VS Code's icon font, for the pages; the style sheet finds the font beside itself. */
function copyIcons(): void {
  const target = join(DIST, 'webview');
  mkdirSync(target, { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf']) {
    cpSync(join(ROOT, CODICONS, 'dist', file), join(target, file));
  }
}

function size(file: string): string {
  return `${(statSync(file).size / 1024).toFixed(1)} kB`;
}
