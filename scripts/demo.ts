/**
 * Shows Holdout in a real VS Code, with the packed extension installed and a copy of the example project open.
 *
 *     npm run demo                    prints an address and stays until Ctrl+C
 *     npm run demo -- diabetes        the same with the other example
 *     npm run demo -- FOLDER          opens a project of yours instead; it is not copied
 *     npm run demo -- --shot DIR      takes pictures of every part in three themes, and exits
 *     npm run demo -- --desktop       uses the desktop's `code`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/harness/browser';
import { ROOT } from '../test/harness/paths';
import { startServer } from '../test/harness/server';
import { BASE_SETTINGS } from '../test/harness/settings';
import { copyWorkspace } from '../test/harness/workspace';
import { buildAll } from './build';
import { packExtension } from './package';
import { runScript } from './run';
import { takeShots } from './shots';

const EXAMPLES = join(ROOT, 'examples');
const FIRST = 'breast-cancer';

runScript(import.meta.url, async args => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { shot: { type: 'string' }, desktop: { type: 'boolean' }, port: { type: 'string' } },
  });
  await buildAll();
  const vsix = await packExtension();
  const [named = FIRST] = positionals;
  // An example is copied, so that it stays as it is.
  const isExample = readdirSync(EXAMPLES).includes(named);
  const { folder, remove } = isExample
    ? copyWorkspace(join(EXAMPLES, named), named)
    : { folder: resolve(named), remove: () => undefined };
  process.once('exit', remove);
  if (values.shot !== undefined) await shoot(vsix, folder, resolve(values.shot));
  else if (values.desktop === true) openDesktop(vsix, folder);
  else await serve(vsix, folder, values.port);
});

async function serve(vsix: string, folder: string, port: string | undefined): Promise<void> {
  const server = await startServer({ vsix: [vsix], ...(port === undefined ? {} : { port: Number(port) }) });
  console.log(`\nVS Code with Holdout and ${folder} is at\n\n    ${server.url(folder)}\n\nCtrl+C stops it.`);
  await new Promise(() => undefined);
}

async function shoot(vsix: string, folder: string, pictures: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const server = await startServer({ vsix: [vsix] });
  const browser = await launchBrowser();
  try {
    await takeShots({ server, browser, folder, pictures });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Opens a desktop VS Code with folders of its own, so that the user's settings and extensions stay as they are. */
function openDesktop(vsix: string, folder: string): void {
  const data = mkdtempSync(join(tmpdir(), 'holdout-desktop-'));
  process.once('exit', () => {
    rmSync(data, { recursive: true, force: true });
  });
  mkdirSync(join(data, 'user/User'), { recursive: true });
  writeFileSync(join(data, 'user/User/settings.json'), JSON.stringify(BASE_SETTINGS, null, 2));
  const folders = ['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')];
  code('--install-extension', vsix, ...folders);
  code('--new-window', '--wait', '--disable-workspace-trust', ...folders, folder);
}

function code(...args: readonly string[]): void {
  const { status, error } = spawnSync('code', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw new Error('There is no `code` on the PATH. Without --desktop the demo needs none.');
  if (status !== 0) throw new Error(`code ${args.join(' ')} ended with status ${String(status)}.`);
}
