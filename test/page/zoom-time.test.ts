import { expect, test } from 'vitest';
import { curveDetail, curvesOf } from '../../src/reports/compare/curves';
import { usePage } from './use-page';

/**
 * How long frames of the comparison take while somebody zooms into curves of 100,000 points and out again; every range that the page
 * asks for is answered as the server does: `TIMES=1 npx vitest run --config test/page/vitest.config.ts zoom-time`.
 */
const isWanted = process.env['TIMES'] !== undefined;

const compare = usePage('compare');
const [RUNS, POINTS, KEYS] = [6, 100_000, 120];

const runs = Array.from({ length: RUNS }, (_, at) => ({
  id: `r${at}`,
  name: `r${at}`,
  file: `/p/${at}`,
  params: {},
}));
const series = runs.map(({ id }, run) => {
  const steps = Float64Array.from({ length: POINTS }, (_, at) => at);
  return { run: id, name: 'loss', steps, values: steps.map(step => run + Math.sin(step / 40)) };
});
const table = { runs, values: [], series };
const place = { file: '/p/0', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } } };

interface Asked {
  readonly type: string;
  readonly curve: string;
  readonly from: number;
  readonly to: number;
}

test.skipIf(!isWanted)('zooming into long curves', { timeout: 120_000 }, async () => {
  const begun = performance.now();
  const curves = curvesOf(table, runs);
  const thinned = performance.now() - begun;
  const page = await compare.open();
  const shown = runs.map(({ id, name }) => ({ id, name, path: name, place }));
  const project = { name: 'Zoom', file: '/p/holdout.yaml' };
  const view = { project, runs: shown, missing: [], summary: '', sections: [], curves };
  await compare.send({ type: 'compare', view });
  await page.locator('canvas').waitFor();
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { frames });
    let before = performance.now();
    const frame = (now: number): void => {
      frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.getByRole('application').focus();
  const answers: number[] = [];
  let last = '';
  for (let at = 0; at < KEYS; at++) {
    await page.keyboard.press(at % 20 < 10 ? '+' : '-');
    if (at % 5 === 4) await page.waitForTimeout(150);
    const asked = (await compare.said()) as Asked;
    if (asked.type !== 'zoom' || JSON.stringify(asked) === last) continue;
    last = JSON.stringify(asked);
    const from = performance.now();
    const detail = curveDetail(table, runs, { name: asked.curve, from: asked.from, to: asked.to });
    answers.push(performance.now() - from);
    await compare.send({ type: 'detail', detail });
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
  console.log(
    `${RUNS} runs of ${POINTS.toLocaleString('en-US')} points, ${KEYS} zooms, ${frames.length} frames\n` +
      `thinned in ${thinned.toFixed(0)} ms; a range in ${at(answers, 0.5)} ms at the median (${answers.length} asked)\n` +
      `frames: median ${at(frames, 0.5)} ms, 95 % ${at(frames, 0.95)} ms, longest ${at(frames, 1)} ms`,
  );
  expect(answers.length).toBeGreaterThan(5);
});

const at = (values: readonly number[], share: number): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? NaN).toFixed(1);
