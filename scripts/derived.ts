import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Which of the derived files (path → text) are not on disk as they should be. */
export function stale(root: string, files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter(path => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== files.get(path);
  });
}

/** Writes what is stale; with `check`, only names it and lets the process fail. */
export function settle(root: string, files: ReadonlyMap<string, string>, check: boolean): void {
  for (const path of stale(root, files)) {
    if (check) {
      console.error(`${path} is not what it is derived from: run \`npm run derive\`.`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? '');
    console.log(`wrote ${path}`);
  }
}
