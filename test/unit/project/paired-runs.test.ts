import { describe, expect, test } from 'vitest';
import { dataProject } from '../data/project';
import { drawSection } from '../reports/draw-section';

const NEVER = { cancellation: { cancelled: false }, onProgress: () => undefined };

const predictions = (wrong: number, more = ''): string =>
  [
    `id,y_true,y_pred${more === '' ? '' : `,${more}`}`,
    ...Array.from({ length: 60 }, (_, at) => {
      const truth = at % 3 === 0 ? 'spam' : 'ham';
      const said = at % wrong === 0 ? (truth === 'spam' ? 'ham' : 'spam') : truth;
      return `${at},${truth},${said}${more === '' ? '' : `,${truth}`}`;
    }),
  ].join('\n');

const METRICS = '{ "accuracy": 0.9 }';

/** The section on paired tests of the first two runs, as text, once everything is read. */
async function paired(manifest: string, files: Readonly<Record<string, string>>): Promise<string> {
  const { workspace } = dataProject({ 'holdout.yaml': `version: 1\nname: x\n${manifest}\n`, ...files });
  await workspace.discover(['/w']);
  const ids = (await workspace.runs('/w/holdout.yaml')).map(({ id }) => id);
  const draw = async (): Promise<string> => {
    const view = await workspace.compare('/w/holdout.yaml', ids);
    return view ? drawSection(view, 'paired').join('\n') : '';
  };
  await draw();
  await workspace.readPairs(NEVER);
  return draw();
}

const FOLDERS = 'runs: runs/*/metrics.json';

describe('the predictions of runs are found', () => {
  test('in their own folders, and compared when they were read', async () => {
    const { workspace } = dataProject({
      'holdout.yaml': `version: 1\nname: x\n${FOLDERS}\n`,
      'runs/a/metrics.json': METRICS,
      'runs/b/metrics.json': METRICS,
      'runs/a/predictions.csv': predictions(4),
      'runs/b/artifacts/test_preds.csv': predictions(10),
    });
    await workspace.discover(['/w']);
    const ids = (await workspace.runs('/w/holdout.yaml')).map(({ id }) => id);
    const before = await workspace.compare('/w/holdout.yaml', ids);
    expect(before && drawSection(before, 'paired')).toEqual([
      'missing: The predictions of these runs are being read.',
    ]);
    expect(await workspace.readPairs(NEVER)).toEqual(['/w/holdout.yaml']);
    expect(await workspace.readPairs(NEVER)).toEqual([]);
    const view = await workspace.compare('/w/holdout.yaml', ids);
    const text = view ? drawSection(view, 'paired').join('\n') : '';
    expect(text).toMatch(/Accuracy \| 0\.75 \| 0\.9 \| 0\.15 \[/);
    expect(text).toMatch(/McNemar’s exact test; \d+ rows only a gets right/);
  });

  test('again when one of them is written anew', async () => {
    const { workspace, contents } = dataProject({
      'holdout.yaml': `version: 1\nname: x\n${FOLDERS}\n`,
      'runs/a/metrics.json': METRICS,
      'runs/b/metrics.json': METRICS,
      'runs/a/predictions.csv': predictions(4),
      'runs/b/predictions.csv': predictions(10),
    });
    await workspace.discover(['/w']);
    const ids = (await workspace.runs('/w/holdout.yaml')).map(({ id }) => id);
    await workspace.compare('/w/holdout.yaml', ids);
    await workspace.readPairs(NEVER);
    contents.set('/w/runs/b/predictions.csv', predictions(100));
    await workspace.touch([{ path: '/w/runs/b/predictions.csv', kind: 'changed' }]);
    await workspace.compare('/w/holdout.yaml', ids);
    expect(await workspace.readPairs(NEVER)).toEqual(['/w/holdout.yaml']);
    const view = await workspace.compare('/w/holdout.yaml', ids);
    expect(view && drawSection(view, 'paired').join('\n')).toMatch(/Accuracy \| 0\.75 \| 0\.9833 /);
  });

  test('of the first run alone in the file that models share: another once a run comes before it', async () => {
    const { workspace, write } = dataProject({
      'holdout.yaml':
        'version: 1\nname: x\nmetrics: { accuracy: { min: 0.5 } }\nruns: [{ path: r/*/*.json, pick: best }]\ndata: { predictions: { path: p.csv } }\n',
      'r/b/b.json': '{ "accuracy": 0.8 }',
      'r/c/c.json': '{ "accuracy": 0.7 }',
      'p.csv': predictions(4, 'c'),
    });
    await workspace.discover(['/w']);
    const [b, c] = (await workspace.runs('/w/holdout.yaml')).map(({ id }) => id);
    const draw = async (): Promise<string> => {
      await workspace.compare('/w/holdout.yaml', [b ?? '', c ?? '']);
      await workspace.readPairs(NEVER);
      const view = await workspace.compare('/w/holdout.yaml', [b ?? '', c ?? '']);
      return view ? drawSection(view, 'paired').join('\n') : '';
    };
    expect(await draw()).toMatch(/Accuracy \| 0\.75 \| 1 /);
    write('/w/r/a/a.json', '{ "accuracy": 0.9 }');
    await workspace.touch([{ path: '/w/r/a/a.json', kind: 'created' }]);
    expect(await draw()).not.toMatch(/Accuracy \| 0\.75/);
  });

  test('no more once their folder is left', async () => {
    const { workspace } = dataProject({
      'p/holdout.yaml': `version: 1\nname: x\n${FOLDERS}\n`,
      'p/runs/a/metrics.json': METRICS,
      'p/runs/b/metrics.json': METRICS,
      'p/runs/a/predictions.csv': predictions(4),
      'p/runs/b/predictions.csv': predictions(10),
    });
    await workspace.discover(['/w/p']);
    const ids = (await workspace.runs('/w/p/holdout.yaml')).map(({ id }) => id);
    await workspace.compare('/w/p/holdout.yaml', ids);
    workspace.leave('/w/p');
    expect(await workspace.readPairs(NEVER)).toEqual([]);
  });

  test('by the name of the run’s file, where several share a folder', async () => {
    const files = { 'r/xgb.json': METRICS, 'r/svm.json': METRICS };
    const own = { 'r/xgb_predictions.csv': predictions(4), 'r/predictions-svm.csv': predictions(10) };
    expect(await paired('runs: r/*.json', { ...files, ...own })).toMatch(/Accuracy/);
    expect(await paired('runs: r/*.json', { ...files, 'r/predictions.csv': predictions(4) })).toMatch(
      /missing: No paired test of svm\.json: no file of its predictions is known; write them into its folder/,
    );
  });

  test('where the manifest says, also when columns have names of their own', async () => {
    const files = {
      'runs/a/metrics.json': METRICS,
      'runs/b/metrics.json': METRICS,
      'runs/a/out/said.csv': predictions(4),
      'runs/b/out/said.csv': predictions(10).replace('y_pred', 'answer'),
    };
    const runs = 'runs: [{ path: "runs/*/metrics.json", predictions: out/said.csv }]';
    const data = 'data: { predictions: { path: p.csv, y_pred: answer } }';
    expect(await paired(`${runs}\n${data}`, files)).toMatch(/Accuracy \| 0\.75 \| 0\.9 /);
  });

  test('as the model of `data.predictions`, its rival, and columns that are called like a run', async () => {
    const all = predictions(4, 'svm').split('\n');
    const table = [
      `${all[0] ?? ''},old`,
      ...all.slice(1).map((row, at) => `${row},${at % 2 ? 'spam' : 'ham'}`),
    ];
    const entry = 'data: { predictions: { path: p.csv, rival: { name: tree.json, y_pred: old } } }';
    const text = await paired(`runs: [r/own.json, r/svm.json, r/tree.json]\n${entry}`, {
      'r/own.json': METRICS,
      'r/svm.json': METRICS,
      'r/tree.json': METRICS,
      'p.csv': table.join('\n'),
    });
    expect(text).toMatch(/svm\.json \| Accuracy \| 0\.75 \| 1 \| 0\.25/);
    expect(text).toMatch(/tree\.json \| Accuracy \| 0\.75 \| 0\.\d+ \|/);
  });
});

describe('what stands in the way is one line', () => {
  const two = { 'runs/a/metrics.json': METRICS, 'runs/b/metrics.json': METRICS };
  test.each([
    ['none for the first', {}, /^missing: No paired test of a: no file of its/],
    [
      'none for another',
      { 'runs/a/predictions.csv': predictions(4) },
      /^missing: No paired test of b: no file of its/,
    ],
    [
      'several',
      {
        'runs/a/preds_x.csv': predictions(4),
        'runs/a/preds_y.csv': predictions(4),
      },
      /`preds_x\.csv`, `preds_y\.csv` may all be its predictions; name one/,
    ],
    [
      'an empty file',
      { 'runs/a/predictions.csv': '', 'runs/b/predictions.csv': predictions(4) },
      /^missing: No paired test of .*: `predictions\.csv`: it is empty\.$/,
    ],
    [
      'other rows',
      {
        'runs/a/predictions.csv': predictions(4),
        'runs/b/predictions.csv': predictions(4)
          .replaceAll('ham', 'x')
          .replaceAll('spam', 'ham')
          .replaceAll('x', 'spam'),
      },
      /60 rows have the same id and another truth, so these are other rows\.$/,
    ],
  ])('%s', async (_, files, expected) => {
    const text = await paired(FOLDERS, { ...two, ...files });
    expect(text).toMatch(expected);
    expect(text.split('\n')).toHaveLength(1);
  });

  test('a path that leads out of the project', async () => {
    const runs = 'runs: [{ path: "runs/*/metrics.json", predictions: ../../../etc/p.csv }]';
    expect(await paired(runs, two)).toMatch(/: `\.\.\/\.\.\/\.\.\/etc\/p\.csv` leads out of the project\.$/);
  });
});
