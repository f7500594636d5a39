import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceOver } from '../../support/workspace';

const ROOT = join(import.meta.dirname, '../../../examples/breast-cancer');

test.each([
  ['a file of runs', 'reports/metrics.json', true],
  ['a folder that holds one', 'reports', true],
  ['the project itself', '.', true],
  ['a file that nobody reads', 'README.md', false],
  ['a folder whose name begins the same', 'report', false],
  ['what is not there', 'nowhere/metrics.json', false],
])('%s: %s', async (_, path, isRead) => {
  const workspace = workspaceOver(ROOT);
  await workspace.discover([ROOT]);
  const readers = await workspace.projectsReading(join(ROOT, path));
  expect(readers).toEqual(isRead ? [join(ROOT, 'holdout.yaml')] : []);
});
