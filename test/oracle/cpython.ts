import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PYODIDE = fileURLToPath(new URL('./pyodide.mjs', import.meta.url));
const SECONDS = 1000;

/** What CPython 3.14 makes of each module, as `dump.py` writes it; `null` for what it does not accept. */
export function dumpWithCPython(texts: readonly string[]): readonly (string | null)[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PYODIDE], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60 * SECONDS,
  });
  if (status !== 0) throw new Error(`Pyodide failed (${status ?? 'no answer in time'}): ${stderr}`);
  return JSON.parse(stdout) as (string | null)[];
}
