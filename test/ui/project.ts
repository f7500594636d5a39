import { join } from 'node:path';
import { ROOT } from '../harness/paths';
import type { Workspace } from '../harness/workspace';
import { copyWorkspace } from '../harness/workspace';

/** A fresh copy of the project that the editor's suites share. */
export function project(): Workspace {
  return copyWorkspace(join(ROOT, 'test/fixtures/electron'), 'project');
}
