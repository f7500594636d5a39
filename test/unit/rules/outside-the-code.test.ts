import { describe, expect, it } from 'vitest';
import type { ModuleSource } from '../../../src/base/source';
import { NO_DECLARATIONS } from '../../../src/base/declarations';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';

/* What rules take from outside of the code: outputs that a notebook keeps, numbers that the manifest declares. */

const CELLS = [
  `import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
df = pd.read_csv('loans.csv')`,
  'df.shape',
  `X_train, X_test, y_train, y_test = train_test_split(df[['income', 'debt']], df['default'], random_state=0)
MLPClassifier().fit(X_train, y_train).score(X_test, y_test)`,
];

function notebook(printed: string): ModuleSource {
  let start = 0;
  const segments = CELLS.map((text, cell) => {
    const segment = { start, end: start + text.length, cell, executionCount: cell + 1 };
    start = segment.end + 1;
    return cell === 1 ? { ...segment, printed } : segment;
  });
  return { file: '/loans.ipynb', kind: 'notebook', text: CELLS.join('\n'), segments };
}

const found = (source: ModuleSource, declarations = NO_DECLARATIONS): readonly string[] =>
  lint(source, { severities: new Map(), declarations }).findings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

describe('a table whose size a cell shows', () => {
  it('is small where it has few rows', () => {
    const [first, ...others] = found(notebook('(891, 12)'));
    expect(first).toContain('deep-model-on-small-table: `MLPClassifier`');
    expect(first).toContain('891 rows (`df.shape` in cell 2');
    expect(others).toEqual([]);
  });

  it.each(['(60000, 12)', '(891,)', 'loans', ''])('is not small where the output is %j', printed => {
    expect(found(notebook(printed))).toEqual([]);
  });
});

describe('a number to beat that the manifest declares', () => {
  const SCRIPT = scriptSource(
    '/train.py',
    `import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv('loans.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['income', 'debt']], df['default'], random_state=0)
model = GradientBoostingClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
joblib.dump(model, 'model.joblib')
`,
  );

  it('stands in for a simple model', () => {
    expect(found(SCRIPT)).toEqual([expect.stringContaining('no-baseline')]);
    expect(found(SCRIPT, { ...NO_DECLARATIONS, baseline: true })).toEqual([]);
  });
});
