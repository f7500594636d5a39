/** A whole check of the given folders by pyright, against `holdout check`: wall time, new processes. Needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inTurn, pathsGiven, ratio, ROOT } from './measure';

const ROUNDS = 2;
const paths = pathsGiven();
const pyright = createRequire(import.meta.url).resolve('pyright/index.js');
const [[ours = NaN] = [], [theirs = NaN] = []] = inTurn(
  [
    () => wall([join(ROOT, 'dist/cli.js'), 'check', '--format', 'json', ...paths]),
    () => wall([pyright, '--outputjson', ...paths]),
  ],
  ROUNDS,
);
console.log(`${ours.toFixed(0)} ms ours, ${theirs.toFixed(0)} ms pyright, ratio ${ratio(theirs, ours)}`);

function wall(args: readonly string[]): number[] {
  const before = performance.now();
  spawnSync(process.execPath, args, { maxBuffer: 2 ** 28 });
  return [performance.now() - before];
}
