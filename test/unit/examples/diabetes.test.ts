import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/cli/formats/style';
import { openWorkspace } from '../../../src/cli/open-workspace';
import { filesUnder, readText, ROOT } from '../../support/sources';
import { drawSection } from '../reports/draw-section';
import { cannotRun, runAll } from './rerun';

const EXAMPLE = 'examples/diabetes';
const FOLDER = join(ROOT, EXAMPLE);
const files = filesUnder(EXAMPLE, '').filter(path => !path.includes('/__pycache__/'));

/** As on the command line, which reads data and predictions too. */
const opened = () =>
  openWorkspace(
    { root: FOLDER, paths: [FOLDER], readable: [FOLDER] },
    { cwd: FOLDER, style: PLAIN, out: () => undefined, err: () => undefined },
  );

const ids = (split: string): string[] =>
  readText(`${EXAMPLE}/data/${split}.csv`)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(row => row.slice(0, row.indexOf(',')));

describe('the second example project', () => {
  it('is small, and names no path of the machine on which it was made', () => {
    const bytes = files.map(path => statSync(join(ROOT, path)).size).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(150_000);
    for (const path of files) expect(readText(path), path).not.toMatch(/\/(home|root|tmp|work|Users)\//);
  });

  it('has splits that share no patient', () => {
    const all = ['train', 'validation', 'test'].flatMap(ids);
    expect(all).toHaveLength(442);
    expect(new Set(all).size).toBe(442);
  });

  it('is through its lifecycle: every criterion is met, and nothing is found', async () => {
    const workspace = opened();
    const { findings, skipped } = await workspace.check();
    expect([findings, skipped]).toEqual([[], []]);
    const { projects } = await workspace.status();
    const criteria = projects.flatMap(({ stages }) => stages.flatMap(stage => stage.criteria));
    expect(criteria.filter(({ outcome }) => outcome !== 'met')).toEqual([]);
    expect(readText(`${EXAMPLE}/README.md`)).toContain(`${criteria.length} of ${criteria.length} criteria met`);
  });

  it('has runs of two tools, and a report that says what its README says', async () => {
    const workspace = opened();
    const [manifest = ''] = await workspace.discover([FOLDER]);
    await workspace.status({ manifests: [manifest] });
    expect((await workspace.runs(manifest)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ridge', 'mean of the training rows', 'boosting at 0.02', 'boosting at 0.2']),
    );
    const view = await workspace.report(manifest);
    if (!view) throw new Error('there is no report');
    const said = view.sections.map(({ id }) => drawSection(view, id).join('\n')).join('\n');
    expect(said).toMatch(/True values between the predicted bounds: 0\.64/);
    expect(said).toMatch(/`r2` is 0\.1203 better on train than on test \(95 % interval [^)]*, so it may be chance\)/);
    expect(said).toContain('Against boosted trees, on 89 rows that both predict; no difference is beyond chance.');
    const readme = readText(`${EXAMPLE}/README.md`);
    expect(readme).toContain('an error of 46.75 where the mean of the training rows errs by 62.53');
    expect(view.metrics.find(({ name }) => name === 'mae')).toMatchObject({
      text: '46.75',
      baseline: { text: '62.53' },
    });
  });

  it('gives the same files when it is run again', context => {
    const reason = cannotRun(EXAMPLE);
    if (reason !== undefined) {
      console.log(`the example was not run again: ${reason}`);
      return context.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'holdout-example-'));
    try {
      cpSync(join(FOLDER, 'scripts'), join(folder, 'scripts'), { recursive: true });
      mkdirSync(join(folder, 'reports'));
      runAll(folder, ['prepare_data', 'train_boosting', 'train_ridge']);
      const written = files.filter(path => /\/(data|mlruns|reports)\//.test(path) && !path.endsWith('usage.csv'));
      expect(written.length).toBeGreaterThan(30);
      for (const path of written) {
        const again = readFileSync(join(folder, path.slice(EXAMPLE.length + 1)), 'utf8');
        expect(again === readText(path), path).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
