/** `holdout check` on a file of two lines, against Node running an empty script. Needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratio, ROOT } from './measure';

const ROUNDS = 40;
const folder = mkdtempSync(join(tmpdir(), 'holdout-start-'));
writeFileSync(join(folder, 'empty.js'), '');
writeFileSync(join(folder, 'two.py'), 'import pandas as pd\nframe = pd.read_csv("data.csv")\n');
// Each process says at its end what CPU time it took, its own start included.
const hook = join(folder, 'hook.cjs');
writeFileSync(
  hook,
  'process.on("exit",()=>{const u=process.cpuUsage();require("fs").writeSync(2,`\\n${u.user+u.system}`)})',
);

const arms = [['empty.js'], [join(ROOT, 'dist/cli.js'), 'check', 'two.py']];
const times = arms.map((): number[] => []);
for (let round = 0; round < ROUNDS; round++)
  arms.forEach((args, i) => {
    const run = spawnSync(process.execPath, ['--require', hook, ...args], { cwd: folder, encoding: 'utf8' });
    times[i]?.push(Number(run.stderr.trim().split('\n').at(-1)) / 1000);
  });
rmSync(folder, { recursive: true, force: true });
const [empty = NaN, check = NaN] = times.map(median);
console.log(
  `${check.toFixed(0)} ms CPU, ${empty.toFixed(0)} ms an empty script, ratio ${ratio(check, empty)}`,
);
