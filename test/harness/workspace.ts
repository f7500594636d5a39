import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that a test may change as it likes. */
export interface Workspace {
  readonly folder: string;
  remove(): void;
}

/** Copies a fixture or an example, named so that VS Code's title reads well. */
export function copyWorkspace(source: string, name: string): Workspace {
  const workspace = emptyWorkspace(name);
  cpSync(source, workspace.folder, { recursive: true });
  return workspace;
}

/** A folder with the given files: path → text. */
export function writeWorkspace(name: string, files: Readonly<Record<string, string>>): Workspace {
  const workspace = emptyWorkspace(name);
  for (const [path, text] of Object.entries(files)) {
    const file = join(workspace.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return workspace;
}

function emptyWorkspace(name: string): Workspace {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'holdout-workspace-'));
  const folder = join(parent, name);
  mkdirSync(folder);
  return {
    folder,
    remove: () => {
      rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
