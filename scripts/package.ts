/**
 * Packs the extension into `holdout-<version>.vsix` in the project's root; vsce prints what is in it.
 *
 *     npm run package                 builds first
 *     npm run package -- --no-build   packs `dist/` as it is
 */
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { buildAll } from './build';
import { built } from './entries';
import { NOTICES } from './notices';
import { runScript } from './run';

const ROOT = join(import.meta.dirname, '..');

/** The command line does not come with the extension. */
const NOT_SHIPPED = 'dist/cli.js';

/** What an install needs; an ignore file that drops one of these must not go unnoticed. */
function required(): string[] {
  const pieces = readdirSync(join(ROOT, 'dist')).filter(name => /^server-.*\.js$/.test(name));
  return [
    'package.json',
    `dist/${NOTICES}`,
    ...built(ROOT).filter(name => name !== NOT_SHIPPED),
    ...pieces.map(name => `dist/${name}`),
  ];
}

runScript(import.meta.url, async args => {
  if (!args.includes('--no-build')) await buildAll();
  const file = await packExtension();
  console.log(`${(statSync(file).size / 1024).toFixed(1)} kB  ${file}`);
});

/** Packs `dist/` with its resources; older packages in the root go. Returns the package's path. */
export async function packExtension(): Promise<string> {
  const files = await shipped();
  const missing = required().filter(name => !files.includes(name));
  if (missing.length > 0) throw new Error(`The package would lack ${missing.join(', ')}.`);
  for (const name of readdirSync(ROOT)) if (name.endsWith('.vsix')) rmSync(join(ROOT, name));
  const file = packagePath();
  await createVSIX({
    cwd: ROOT,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    // Without a repository there is nothing to make links absolute with; they stay as they are written.
    rewriteRelativeLinks: false,
    skipLicense: !existsSync(join(ROOT, 'LICENSE')),
  });
  return file;
}

/** Where {@link packExtension} leaves its work. */
export function packagePath(): string {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return join(ROOT, `${name}-${version}.vsix`);
}

function shipped(): Promise<string[]> {
  return listFiles({ cwd: ROOT, packageManager: PackageManager.None });
}
