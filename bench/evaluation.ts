/** One save in a project of 1,000 criteria and 10,000 files, against its first evaluation: time, and criteria judged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled, inTurn, runArm } from './measure';
import { SAVES } from './project';

const ROUNDS = 3;
const arm = bundled('evaluation');
const folder = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
try {
  const [numbers = []] = inTurn([() => runArm(arm, [folder])], ROUNDS);
  const [coldMs = NaN, coldJudged = NaN, ...saves] = numbers;
  console.log(`first evaluation: ${coldMs.toFixed(0)} ms, ${coldJudged} criteria judged`);
  SAVES.forEach(({ words }, at) => {
    const [ms = NaN, judged = NaN] = saves.slice(2 * at, 2 * at + 2);
    const share = ((100 * ms) / coldMs).toFixed(1);
    console.log(`${words}: ${ms.toFixed(1)} ms, ${share} % of the first; ${judged} criteria judged`);
  });
} finally {
  rmSync(folder, { recursive: true });
}
