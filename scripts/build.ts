/**
 * Bundles everything that is shipped into `dist/`: one file each for the extension and the workers, several for the
 * language server and the command line, and one script with one style sheet for each report page.
 *
 *     npm run build               minified, without source maps
 *     npm run build -- --dev      readable, with source maps
 *     npm run build -- --watch    --dev, and again after every change
 */
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { build, context } from 'esbuild';
import type { Written } from './divide';
import { buildDivided } from './divide';
import { entries } from './entries';
import { NOTICES, noticesText, thirdParties } from './notices';
import { runScript } from './run';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const CODICONS = 'node_modules/@vscode/codicons';

/** What starts often, and needs little of itself at first; and whether it ends soon after. */
const DIVIDED = { server: { endsSoon: false }, cli: { endsSoon: true } };

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
  const written = await Promise.all(options.map(one => write(one, mode)));
  writeNotices(written.flatMap(({ inputs }) => inputs));
  chmodSync(join(DIST, 'cli.js'), 0o755);
  for (const file of written.flatMap(({ files }) => files)) {
    if (!file.endsWith('.map')) console.log(`${size(file).padStart(9)}  ${relative('.', file)}`);
  }
}

/** Builds one entry. In development each stays one file, with its source map. */
async function write(options: BuildOptions, { dev }: Mode): Promise<Written> {
  const divided = Object.entries(DIVIDED).find(([name]) => name in Object(options.entryPoints));
  if (divided && !dev) return buildDivided(divided[0], divided[1].endsSoon, options, DIST);
  const { metafile } = await build(options);
  const files = Object.keys(metafile?.outputs ?? {}).map(one => join(ROOT, one));
  return { files, inputs: Object.keys(metafile?.inputs ?? {}) };
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
