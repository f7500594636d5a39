import { describe, expect, test } from 'vitest';
import { decodeToPage } from '../../../src/protocol/webview';
import { dataProject } from '../data/project';
import { drawSection } from '../reports/draw-section';
import { fixture } from './evaluated';

const OWN = 'id: own\ntitle: Own\nstages: [{ id: s, title: S, criteria: [{ id: c, ask: C? }] }]\n';

const manifest = (metrics: string, predictions: string, evidence = '{ metric: recall }', more = ''): string =>
  `version: 1
name: x
lifecycle: ./own.yaml
problem: { cost: { false_positive: 4, false_negative: 120, unit: EUR } }
metrics: ${metrics}
data: { target: { column: y_true, positive: 1 }, predictions: ${predictions} }
stages: { s: { criteria: { c: { evidence: ${evidence} } } } }
${more}`;

async function opened(text: string, files: Readonly<Record<string, string>> = {}) {
  const project = dataProject({
    'p.csv': fixture('binary.csv'),
    ...files,
    'holdout.yaml': text,
    'own.yaml': OWN,
  });
  await project.workspace.discover(['/w']);
  return project;
}

const METRICS = '{ recall: { min: 0.2 }, roc_auc: { min: 0.5 } }';

describe('a file of predictions that the manifest names', () => {
  test('gives metrics that no run reports their value, rows and interval', async () => {
    const { workspace } = await opened(
      manifest(METRICS, '{ path: p.csv }', '{ metric: roc_auc, confident: true }'),
    );
    const { projects } = await workspace.status();
    const criterion = projects[0]?.stages[0]?.criteria[0];
    expect(criterion?.outcome).toBe('met');
    expect(criterion?.reason).toMatch(/^roc_auc is 0\.\d+ \(95 % interval 0\.\d{3} to 0\.\d{3}, n = 240\)/);
    const view = await workspace.report('/w/holdout.yaml');
    expect(view?.metrics.find(({ name }) => name === 'roc_auc')).toMatchObject({
      verdict: 'met',
      interval: { n: 240 },
      source: { path: 'p.csv' },
    });
  });

  test('is read the same by its path alone, and its problems are shown there', async () => {
    const { workspace } = await opened(manifest(METRICS, 'p.csv'));
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    expect(view?.metrics.find(({ name }) => name === 'roc_auc')).toMatchObject({
      verdict: 'met',
      source: { path: 'p.csv' },
    });
    const gone = await opened(manifest(METRICS, 'gone.csv'));
    await gone.workspace.status();
    const said = (await gone.workspace.report('/w/holdout.yaml'))?.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'notices' ? block.notices : [])),
    );
    expect(said?.find(({ message }) => message.includes('gone.csv'))?.place).toMatchObject({
      file: '/w/holdout.yaml',
      range: { start: { line: 5 } },
    });
  });

  describe('that is not there', () => {
    const GONE = manifest('{ recall: { min: 0.2, split: test } }', '{ path: gone.csv }');
    const SAID = 'gone.csv was not evaluated: it is not there';

    test('is why a metric has no value, in the criterion and in the verdict', async () => {
      const { workspace } = await opened(GONE);
      const { projects } = await workspace.status();
      expect(projects[0]?.stages[0]?.criteria[0]).toMatchObject({
        outcome: 'unknown',
        reason: `No run reports \`recall\` on test; ${SAID}.`,
      });
      const view = await workspace.report('/w/holdout.yaml');
      expect(view?.metrics[0]?.reason).toBe(`No run reports \`recall\` on test; ${SAID}.`);
    });

    test('is a problem at the place that names it, and a doubt there, once', async () => {
      const { workspace } = await opened(GONE);
      const { projects } = await workspace.status();
      const place = { file: '/w/holdout.yaml', range: { start: { line: 5, column: 70 } } };
      expect(projects[0]?.problems).toMatchObject([{ code: 'predictions-not-evaluated', place }]);
      const view = await workspace.report('/w/holdout.yaml');
      const doubts = view?.sections.find(({ id }) => id === 'warnings')?.blocks ?? [];
      expect(doubts).toMatchObject([
        { notices: [{ message: '`gone.csv` was not evaluated: it is not there.', place }] },
      ]);
    });

    test('is told by a check, which reads none', async () => {
      const { workspace } = await opened(GONE);
      const { skipped } = await workspace.check({ targets: ['/w'] });
      expect(skipped).toEqual([
        {
          file: '/w/holdout.yaml',
          reason: '`data.predictions` names gone.csv: it is not there',
          at: { line: 5, column: 70 },
        },
      ]);
    });

    test('is no problem any more once it is', async () => {
      const { workspace, write } = await opened(GONE);
      await workspace.status();
      write('/w/gone.csv', fixture('binary.csv'));
      await workspace.touch([{ path: '/w/gone.csv', kind: 'created' }]);
      const { projects } = await workspace.status();
      expect(projects[0]?.problems).toEqual([]);
      expect((await workspace.check({ targets: ['/w'] })).skipped).toEqual([]);
    });
  });

  test('has tables of their own for slices of names that no anchor has', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      `${at % 2},${at % 3 ? 1 : 0}`,
      ...[at % 2, at % 3, at % 2, at % 3].map(value => (value ? 'x' : 'y')),
    ]);
    const { workspace } = await opened(manifest(METRICS, '{ path: p.csv }'), {
      'p.csv': `y_true,y_pred,地区,年龄,a b,a-b\n${rows.join('\n')}\n`,
    });
    await workspace.readData({ cancellation: { cancelled: false }, onProgress: () => undefined });
    const view = await workspace.report('/w/holdout.yaml');
    const blocks = view?.sections.find(({ id }) => id === 'prediction-slices')?.blocks ?? [];
    expect(blocks.flatMap(block => (block.kind === 'table' ? [block.id] : []))).toEqual([
      'prediction-slices-地区',
      'prediction-slices-年龄',
      'prediction-slices-a-b',
      'prediction-slices-a-b-2',
    ]);
  });

  test('says why a figure is not defined, and names no threshold that there is not', async () => {
    const { workspace } = await opened(manifest(METRICS, '{ path: p.csv }').replace('120', '1'), {
      'p.csv': 'y_true,y_score\n1,0.01\n0,0.4\n0,0.6\n0,0.7\n',
    });
    const asked = { cancellation: { cancelled: false }, onProgress: () => undefined };
    await workspace.readData(asked);
    const dear = JSON.stringify(await workspace.report('/w/holdout.yaml'));
    expect(dear).toContain('calling no row positive');
    expect(dear).not.toContain('∞');
    const single = await opened(manifest(METRICS, '{ path: p.csv }'), {
      'p.csv': 'y_true,y_score\n1,0.5\n1,0.6\n',
    });
    await single.workspace.readData(asked);
    const text = JSON.stringify(await single.workspace.report('/w/holdout.yaml'));
    expect(text).toContain('`roc_auc` is not defined on the rows of its predictions: only one class occurs.');
    expect(text).not.toContain('diverged');
  });

  test('is evaluated again when it is saved, and only then', async () => {
    const project = await opened(manifest(METRICS, '{ path: p.csv }'));
    const { workspace, contents } = project;
    const asked = { cancellation: { cancelled: false }, onProgress: () => undefined };
    expect(await workspace.readData(asked)).toBe(true);
    expect(await workspace.readData(asked)).toBe(false);
    contents.set('/w/p.csv', 'y_true,y_score\n1,0.9\n0,0.1\n1,0.8\n');
    await workspace.touch([{ path: '/w/p.csv', kind: 'changed' }]);
    expect(await workspace.readData(asked)).toBe(true);
    const view = await workspace.report('/w/holdout.yaml');
    expect(view?.metrics.find(({ name }) => name === 'recall')).toMatchObject({
      value: 1,
      interval: { n: 2 },
    });
  });

  test('gives budgets of latency and cost their values', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${at % 2},${at % 2},${10 + at},0.002`);
    const { workspace } = await opened(
      manifest(
        '{ latency_p95: { max: 100, unit: ms, kind: operational }, cost_per_1000: { max: 1, kind: operational } }',
        '{ path: p.csv }',
      ),
      { 'p.csv': `y_true,y_pred,latency_ms,cost\n${rows.join('\n')}\n` },
    );
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    expect(view?.metrics.map(({ name, verdict, text }) => [name, verdict, text])).toEqual([
      ['latency_p95', 'met', '66.05 ms'],
      ['cost_per_1000', 'not met', '2'],
    ]);
  });

  test('casts doubt on what a run reports and it does not say', async () => {
    const files = { 'm.json': '{"recall": 0.95, "roc_auc": 0.5}' };
    const { workspace } = await opened(
      manifest(METRICS, '{ path: p.csv }', '{ metric: recall }', 'runs: m.json\n'),
      files,
    );
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    const warnings = view ? drawSection(view, 'warnings').join('\n') : '';
    expect(warnings).toMatch(
      /2 metrics in m\.json are not what p\.csv gives: `recall` 0\.95 against 0\.\d+ of \d+ rows, `roc_auc` 0\.5 against 0\.\d+ of 240 rows\. One of the two/,
    );
    expect(view?.metrics.find(({ name }) => name === 'recall')?.value).toBe(0.95);
  });

  test('doubts no figure that moves by less than a row of the predictions would move it', async () => {
    const doubts = async (auc: number): Promise<string> => {
      const text = manifest(METRICS, '{ path: p.csv }', '{ metric: recall }', 'runs: m.json\n');
      const { workspace } = await opened(text, { 'm.json': `{"roc_auc": ${auc}}` });
      await workspace.status();
      const view = await workspace.report('/w/holdout.yaml');
      return view ? drawSection(view, 'warnings').join('\n') : '';
    };
    const [, auc = ''] =
      /`roc_auc` is reported as 0\.1 in m\.json; recomputed from p\.csv it is (0\.\d+) of/.exec(
        await doubts(0.1),
      ) ?? [];
    // Of 240 rows a figure is told to 1/480 of itself.
    expect(await doubts(Number(auc) * 1.001 + 1e-12)).not.toContain('recomputed');
    expect(await doubts(Number(auc) * 1.003)).toContain('recomputed');
  });

  test.each([
    ['empty', '', /`p\.csv` was not evaluated: it is empty\./],
    ['without a truth', 'foo,bar\n1,2\n', /`p\.csv` was not evaluated: no column says what is true/],
    ['without rows', 'y_true,y_score\n', /`p\.csv` was not evaluated: no row has both/],
  ])('that is %s is a doubt of the report', async (_, content, expected) => {
    const { workspace } = await opened(manifest(METRICS, '{ path: p.csv }'), { 'p.csv': content });
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    expect(view ? drawSection(view, 'warnings').join('\n') : '').toMatch(expected);
  });

  test('takes averages over classes in either order of their words', async () => {
    const rows = ['a,a', 'b,b', 'c,a', 'c,c', 'b,b', 'a,b'];
    const { workspace } = await opened(
      manifest(
        '{ macro_f1: { min: 0.2 }, recall_score_macro: { min: 0.2 } }',
        '{ path: m.csv }',
        '{ metric: macro_f1 }',
      ).replace('y_true, positive: 1', 'y_true'),
      { 'm.csv': `y_true,y_pred\n${rows.join('\n')}\n` },
    );
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    expect(view?.metrics.map(({ value }) => value?.toFixed(4))).toEqual(['0.6556', '0.6667']);
  });

  test('fills the sections of the report, which pages can read', async () => {
    const entry = '{ path: p.csv, id: id, slices: country, rival: { name: old model, y_score: old } }';
    const { workspace } = await opened(manifest(METRICS, entry));
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    if (!view) throw new Error('there is no report');
    expect(decodeToPage(JSON.parse(JSON.stringify({ type: 'report', view })))).toEqual({
      type: 'report',
      view,
    });
    const drawn = (id: string): string => drawSection(view, id).join('\n');
    expect(drawn('predictions')).toMatch(/^Two classes, 240 rows\./);
    expect(drawn('predictions')).toMatch(/ROC AUC \| 0\.\d+ \[0\.\d{3} – 0\.\d{3}, n 240\] \| 0\.5 /);
    expect(drawn('rival')).toMatch(/Against old model, on 240 rows that both predict/);
    expect(drawn('prediction-slices')).toMatch(/FR \| \d+ \|/);
    expect(drawn('calibration')).toMatch(/The expected calibration error is/);
    expect(drawn('thresholds')).toMatch(/1,000 rows cost [\d,.]+ EUR/);
    expect(drawn('errors')).toMatch(/\nline \d+ \| [01] \| [01] \| /);
    expect(drawn('prediction-splits')).toMatch(/missing: .*`split`/);
  });

  test('that is not there or cannot be read says so in every section that waits for it', async () => {
    const { workspace } = await opened(manifest(METRICS, '{ path: gone.csv }'));
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    if (!view) throw new Error('there is no report');
    for (const id of ['predictions', 'rival', 'calibration', 'thresholds', 'errors'])
      expect(drawSection(view, id)).toEqual(['missing: `gone.csv` was not evaluated: it is not there.']);
  });

  test('joins a truth, and takes scores by class', async () => {
    const entry =
      '{ path: q.csv, y_score: { a: pa, b: pb, c: pc }, truth: { path: t.csv, on: key, y_true: kind } }';
    const files = {
      'q.csv': 'key,pa,pb,pc\n1,0.7,0.2,0.1\n2,0.1,0.8,0.1\n3,0.2,0.2,0.6\n',
      't.csv': 'key,kind\n3,c\n1,a\n2,a\n',
    };
    const { workspace } = await opened(manifest('{ accuracy: { min: 0.5 } }', entry), files);
    await workspace.status();
    const view = await workspace.report('/w/holdout.yaml');
    expect(view?.metrics[0]).toMatchObject({ text: '0.6667', interval: { successes: 2, n: 3 } });
  });
});
