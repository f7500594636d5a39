/** Programs that only machines write: each under a second, and no crash. */
import { bundled, runArm } from './measure';

const names = runNames();
const arm = bundled('pathological');
for (const [i, name] of names.entries()) {
  const [ms = NaN] = runArm(arm, [String(i)]);
  console.log(`${ms.toFixed(0).padStart(6)} ms  ${name}${ms > 1000 ? '  ← over a second' : ''}`);
}

function runNames(): string[] {
  return runArm(bundled('pathological'), []) as unknown as string[];
}
