import { describe, expect, it } from 'vitest';
import type { Declarations } from '../../../src/base/declarations';
import { NO_DECLARATIONS } from '../../../src/base/declarations';
import { scriptSource } from '../../../src/base/source';
import type { ModuleSource } from '../../../src/base/source';
import { readNotebook } from '../../../src/notebook/ipynb';
import { lint } from '../../../src/rules/lint';

const HEAD = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score, accuracy_score
from sklearn.model_selection import train_test_split
df = pd.read_csv("all.csv")
X, y = df.drop(columns="y"), df["y"]
`;
const SPLIT = 'X_train, X_test, y_train, y_test = train_test_split(X, y)\n';
const FIT = 'model = LogisticRegression().fit(X_train, y_train)\n';

const scoresIn = (source: ModuleSource, declarations: Declarations = NO_DECLARATIONS) =>
  lint(source, { severities: new Map(), declarations }).testScores;
const inScript = (code: string) =>
  scoresIn(scriptSource('/w/a.py', HEAD + code)).map(({ place, metrics, several }) => [
    place.range.start.line - 5,
    metrics.join(', '),
    ...(several ? ['several'] : []),
  ]);

describe('scores on test rows, in a script', () => {
  it.each<[string, string, unknown[]]>([
    ['of a held-out part', `${SPLIT}${FIT}print(model.score(X_test, y_test))\n`, [[3, 'score']]],
    [
      'of a held-out part that is called neither test nor validation',
      `A, B, c, d = train_test_split(X, y)\nmodel = LogisticRegression().fit(A, c)\nprint(model.score(B, d))\n`,
      [[3, 'score']],
    ],
    [
      'two metrics are two places',
      `${SPLIT}${FIT}p = model.predict(X_test)\nrecall_score(y_test, p)\naccuracy_score(y_test, p)\n`,
      [
        [4, 'recall_score'],
        [5, 'accuracy_score'],
      ],
    ],
    ['not of training rows', `${SPLIT}${FIT}model.score(X_train, y_train)\n`, []],
    [
      'not of a validation part',
      `${SPLIT.replaceAll('test', 'val').replace('train_val_split', 'train_test_split')}${FIT}model.score(X_val, y_val)\n`,
      [],
    ],
    [
      'in a loop over settings',
      `${SPLIT}for c in [0.1, 1, 10]:\n    model = LogisticRegression(C=c).fit(X_train, y_train)\n    print(model.score(X_test, y_test))\n`,
      [[4, 'score', 'several']],
    ],
    ['none where nothing is scored', `${SPLIT}${FIT}`, []],
  ])('%s', (_what, code, expected) => {
    expect(inScript(code)).toEqual(expected);
  });

  it('of a file that the project declares to be the test set', () => {
    const code = `${HEAD}model = LogisticRegression().fit(X, y)\nheld = pd.read_csv("b.csv")\nmodel.score(held.drop(columns="y"), held["y"])\n`;
    const splits = [{ name: 'site-b', role: 'test', path: 'b.csv' }] as const;
    expect(scoresIn(scriptSource('/w/a.py', code), { splits, groups: [] })).toHaveLength(1);
  });
});

describe('scores on test rows, in a notebook', () => {
  interface Cell {
    readonly source: string;
    readonly count?: number;
    readonly output?: string;
  }

  function notebook(...cells: readonly Cell[]): ModuleSource {
    const read = readNotebook(
      '/w/a.ipynb',
      JSON.stringify({
        nbformat: 4,
        metadata: {},
        cells: cells.map(({ source, count, output }) => ({
          cell_type: 'code',
          source,
          execution_count: count ?? null,
          outputs: output === undefined ? [] : [{ output_type: 'stream', name: 'stdout', text: [output] }],
        })),
      }),
    );
    if (!read.ok) throw new Error(read.failure.message);
    return read.value;
  }

  const model = { source: `${HEAD}${SPLIT}${FIT}`, count: 1 };
  const score = 'p = model.predict(X_test)\nprint(recall_score(y_test, p), accuracy_score(y_test, p))';
  const runs = (cell: Omit<Cell, 'source'>) =>
    scoresIn(notebook(model, { source: score, ...cell })).map(({ run }) => run);

  it('are one for each cell, however many metrics it computes', () => {
    expect(scoresIn(notebook(model, { source: score, count: 2 }))).toMatchObject([
      { place: { cell: 1 }, metrics: ['recall_score', 'accuracy_score'] },
    ]);
  });

  it('are no look in a cell that was not run', () => {
    expect(runs({})).toEqual([undefined]);
  });

  it('are another look when other numbers are shown, and the same when the same are', () => {
    const [first] = runs({ count: 2, output: '0.9 0.8' });
    expect(first).toBeDefined();
    expect(runs({ count: 7, output: '0.9 0.8' })).toEqual([first]);
    expect(runs({ count: 2, output: '0.9 0.9' })).not.toEqual([first]);
  });

  it('are another look with every run where nothing is shown', () => {
    expect(runs({ count: 2 })).not.toEqual(runs({ count: 3 }));
    expect(runs({ count: 2 })).toEqual(runs({ count: 2 }));
  });
});
