/** Runs the mocha suite in the extension host of a VS Code server, against the packed extension. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../../scripts/package';
import { runScript } from '../../scripts/run';
import { CACHE, ROOT } from '../harness/paths';
import { runSuite } from '../harness/suite';
import { copyWorkspace } from '../harness/workspace';

const RESULTS = join(CACHE, 'results');

runScript(import.meta.url, async () => {
  const workspace = copyWorkspace(join(ROOT, 'test/fixtures/electron'), 'project');
  try {
    const results = await runSuite({ vsix: packagePath(), folder: workspace.folder });
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, 'electron.json'), JSON.stringify(results));
    process.exitCode = results.failed > 0 ? 1 : 0;
  } finally {
    workspace.remove();
  }
});
