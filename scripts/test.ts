/**
 * Runs every test, in order, each step within a time budget, and ends with a table and the line `N passed, N failed`.
 *
 *     npm test                 everything
 *     npm test -- unit ui      these steps, and those that they need
 *     npm run test:full        the heavy ones too
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../test/harness/paths';
import { spawnGroup, stopGroup } from '../test/harness/processes';
import type { Failure, Results } from '../test/harness/results';
import { runScript } from './run';
import type { Step } from './steps';
import { STEPS } from './steps';

const RESULTS = join(CACHE, 'results');

/** Machines differ and are busy: a budget that is exceeded is said, and only a step that takes this many is ended. */
const HANGS = 4;

interface Outcome extends Results {
  readonly step: Step;
  readonly seconds: number;
}

runScript(import.meta.url, async args => {
  const steps = chooseSteps(args);
  rmSync(RESULTS, { recursive: true, force: true });
  rmSync(join(CACHE, 'failures'), { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const outcome = await runStep(step, outcomes);
    outcomes.push(outcome);
    report(outcome);
  }
  summarise(outcomes);
});

function chooseSteps(args: readonly string[]): readonly Step[] {
  const names = args.filter(arg => !arg.startsWith('-'));
  const unknown = names.filter(name => !STEPS.some(step => step.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no step ${unknown.join(', ')}; there are ${STEPS.map(step => step.name).join(', ')}.`,
    );
  }
  if (names.length === 0) return STEPS.filter(step => step.heavy !== true || args.includes('--full'));
  const wanted = new Set(
    names.flatMap(name => [name, ...(STEPS.find(step => step.name === name)?.needs ?? [])]),
  );
  return STEPS.filter(step => wanted.has(step.name));
}

async function runStep(step: Step, before: readonly Outcome[]): Promise<Outcome> {
  console.log(`\n── ${step.name}: ${step.what} (budget ${String(step.budget)} s)`);
  const broken = before.find(one => one.failed > 0 && step.needs?.includes(one.step.name) === true);
  if (broken !== undefined) return failure(step, 0, `not run, because ${broken.step.name} failed`);
  const start = Date.now();
  const limit = step.budget * HANGS;
  const status = await runCommands(step, start + limit * 1000);
  const seconds = (Date.now() - start) / 1000;
  if (status === 'timeout') return failure(step, seconds, `ended after ${String(limit)} s: it seems to hang`);
  const results = step.results?.(RESULTS);
  if (results !== undefined && (status === 0 || results.failed > 0)) return { step, seconds, ...results };
  if (status !== 0 || step.results !== undefined)
    return failure(step, seconds, `exit status ${String(status)}`);
  return { step, seconds, passed: 1, failed: 0, skipped: 0, failures: [] };
}

async function runCommands(step: Step, deadline: number): Promise<number | 'timeout'> {
  for (const [command, ...args] of step.commands) {
    const child = spawnGroup(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    const status = await new Promise<number | 'timeout'>((resolve, reject) => {
      const timer = setTimeout(() => {
        resolve('timeout');
      }, deadline - Date.now());
      child.once('error', reject);
      child.once('exit', code => {
        clearTimeout(timer);
        resolve(code ?? 1);
      });
    });
    if (status === 'timeout') await stopGroup(child);
    if (status !== 0) return status;
  }
  return 0;
}

function failure(step: Step, seconds: number, message: string): Outcome {
  return { step, seconds, passed: 0, failed: 1, skipped: 0, failures: [{ test: step.name, message }] };
}

function report({ step, seconds, passed, failed, failures }: Outcome): void {
  for (const failure of failures) console.log(`✗ ${described(failure, 40)}`);
  console.log(
    `   ${String(passed)} passed, ${String(failed)} failed in ${seconds.toFixed(1)} s of ${String(step.budget)} s${seconds > step.budget ? ': over its budget' : ''}`,
  );
}

function summarise(outcomes: readonly Outcome[]): void {
  console.log(
    `\n${'step'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}${'budget'.padStart(8)}`,
  );
  for (const { step, passed, failed, skipped, seconds } of outcomes) {
    const counts = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
    console.log(
      `${step.name.padEnd(10)}${counts}${seconds.toFixed(1).padStart(9)}${String(step.budget).padStart(8)}`,
    );
  }
  const failures = outcomes.flatMap<Failure>(outcome => outcome.failures);
  // Said again with its reason: of a long log often only the end is kept.
  if (failures.length > 0)
    console.log(`\nFailed:\n${failures.map(failure => described(failure, 6)).join('\n')}`);
  const sum = (key: 'passed' | 'failed'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

function described({ test, message }: Failure, lines: number): string {
  return [test, ...message.split('\n').slice(0, lines)].join('\n    ');
}
