import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runner } from 'mocha';
import Mocha from 'mocha';
import type { Failure, Results } from '../../harness/results';

/** The environment variables that name the file for the results, and a part of the titles to run only those tests. */
const RESULTS = 'HOLDOUT_TEST_RESULTS';
const GREP = 'HOLDOUT_TEST_GREP';

/** VS Code calls this in its extension host; it rejects when a test fails. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'min', grep: process.env[GREP] ?? '' });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const results = await new Promise<Results>(resolve => {
    const failures: Failure[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, tests = 0 } = runner.stats ?? {};
      resolve({
        passed: passes,
        failed: failures.length,
        skipped: tests - passes - failures.length,
        failures,
      });
    });
    runner.on('fail', (test: Runner['test'] & object, error: unknown) => {
      failures.push({ test: test.fullTitle(), message: describe(error) });
    });
  });
  const file = process.env[RESULTS];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${String(results.failed)} failed`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
