/**
 * Runs the same mocha suite in a desktop VS Code that `@vscode/test-electron` downloads; for machines where that
 * download works. `npm run test:electron -- 1.100.3` names a version.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { buildAll } from '../../scripts/build';
import { packExtension } from '../../scripts/package';
import { runScript } from '../../scripts/run';
import { CACHE, ROOT } from '../harness/paths';
import { readResults } from '../harness/results';
import { PROBE, bundleSuite } from '../harness/suite';
import { copyWorkspace } from '../harness/workspace';

runScript(import.meta.url, async ([version = 'stable']) => {
  const results = join(CACHE, 'electron-results.json');
  const data = mkdtempSync(join(tmpdir(), 'holdout-desktop-'));
  const workspace = copyWorkspace(join(ROOT, 'test/fixtures/electron'), 'project');
  const folders = [`--user-data-dir=${join(data, 'user')}`, `--extensions-dir=${join(data, 'extensions')}`];
  try {
    await buildAll();
    const vsix = await packExtension();
    const code = await downloadAndUnzipVSCode(version);
    const cli = resolveCliPathFromVSCodeExecutablePath(code);
    const { status } = spawnSync(cli, ['--install-extension', vsix, ...folders], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('VS Code did not install the package.');
    await runTests({
      vscodeExecutablePath: code,
      extensionDevelopmentPath: PROBE,
      extensionTestsPath: await bundleSuite(),
      extensionTestsEnv: { HOLDOUT_TEST_RESULTS: results },
      launchArgs: [workspace.folder, '--disable-workspace-trust', ...folders],
    });
  } finally {
    const outcome = readResults(results);
    for (const { test, message } of outcome?.failures ?? []) console.log(`✗ ${test}\n${message}`);
    if (outcome) console.log(`${String(outcome.passed)} passed, ${String(outcome.failed)} failed`);
    workspace.remove();
    rmSync(data, { recursive: true, force: true });
  }
});
