/**
 * Compares our tree with CPython's on every file of a folder: `HOLDOUT_ORACLE_DIR`, else the standard library of the
 * Python that `HOLDOUT_ORACLE_PYTHON` names. Where there is no Python, nothing runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { difference } from '../oracle/compare';

const PYTHON = process.env['HOLDOUT_ORACLE_PYTHON'] ?? '/usr/bin/python3';
const FOLDER = process.env['HOLDOUT_ORACLE_DIR'] ?? standardLibrary();
const DUMP = fileURLToPath(new URL('../oracle/dump.py', import.meta.url));
const HOUR = 3_600_000;

function standardLibrary(): string | undefined {
  const python = spawnSync(PYTHON, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
    encoding: 'utf8',
  });
  return python.status === 0 ? python.stdout.trim() : undefined;
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.py'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/** Feeds the paths to one Python process and yields its answers in order. */
async function* dumps(files: readonly string[]): AsyncGenerator<[string, string | null]> {
  const python = spawn(PYTHON, ['-W', 'ignore', DUMP], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(files.join('\n'));
  let index = 0;
  for await (const line of createInterface({ input: python.stdout })) {
    yield [files[index++] ?? '', JSON.parse(line) as string | null];
  }
}

test.skipIf(!FOLDER)(
  `our tree is CPython's on every file of ${FOLDER}`,
  async () => {
    const differences: string[] = [];
    let compared = 0;
    const version = await pythonVersion();
    for await (const [file, expected] of dumps(pythonFiles(FOLDER ?? ''))) {
      if (expected === null) continue;
      compared++;
      const found = difference(readFileSync(file, 'utf8'), expected, { seesFStrings: version >= 12 });
      if (found) differences.push(`${file}\n${found}`);
    }
    console.log(`${compared} files compared, ${differences.length} differ`);
    expect(differences).toEqual([]);
  },
  HOUR,
);

/** The minor version of that Python 3. */
async function pythonVersion(): Promise<number> {
  const python = spawn(PYTHON, ['-c', 'import sys; print(sys.version_info[1])']);
  for await (const line of createInterface({ input: python.stdout })) return Number(line);
  return 0;
}
