import { describe, expect, it } from 'vitest';
import type { DeclaredSplit } from '../../../src/base/declarations';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';

/** Two files are held apart by nothing in the code: that they are splits is what the project declares. */
const TUNING = `
import pandas as pd
from sklearn.linear_model import LogisticRegression

train, test = pd.read_csv("data/train.csv"), pd.read_csv("data/test.csv")
X_train, X_test = train.drop(columns="y"), test.drop(columns="y")
best = 0
for c in [0.1, 1, 10]:
    model = LogisticRegression(C=c).fit(X_train, train["y"])
    score = model.score(X_test, test["y"])
    if score > best:
        best, best_c = score, c
print(best_c, best)
`;

const SCALED_TOGETHER = `
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.svm import SVC

train, test = pd.read_csv("data/train.csv"), pd.read_csv("data/test.csv")
pca = PCA(5).fit(pd.concat([train, test])[["a", "b"]])
model = SVC().fit(pca.transform(train[["a", "b"]]), train["y"])
print(model.score(pca.transform(test[["a", "b"]]), test["y"]))
`;

const SPLITS: readonly DeclaredSplit[] = [
  { name: 'train', role: 'train', path: 'data/train.csv' },
  { name: 'test', role: 'test', path: 'data/test.csv' },
];

function rulesIn(text: string, splits: readonly DeclaredSplit[]): string[] {
  const source = scriptSource('/project/script.py', text);
  return lint(source, { severities: new Map(), declarations: { splits, groups: [] } }).findings.map(
    ({ rule }) => rule,
  );
}

describe('splits that are files', () => {
  it.each([
    ['tuning-on-test', TUNING],
    ['fit-before-split', SCALED_TOGETHER],
  ])('let %s see what is held out', (rule, text) => {
    expect(rulesIn(text, SPLITS)).toEqual([rule]);
  });

  it('are not known to be apart where the project gives them one role, or none that says so', () => {
    const alike = SPLITS.map(split => ({ ...split, role: 'train' as const }));
    const other = SPLITS.map(split => ({ ...split, role: 'other' as const }));
    for (const splits of [[], alike, other]) expect(rulesIn(SCALED_TOGETHER, splits)).toEqual([]);
  });
});
