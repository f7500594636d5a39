import { describe, expect, it } from 'vitest';
import { scriptSource } from '../../../src/base/source';
import { memoryFiles } from './memory-files';
import { open } from './open';

const HEAD = `import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
import joblib

`;
/** Accuracy of a rare class, of a model of many parts that is kept. */
const MODEL = `${HEAD}data = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(data.drop(columns="churned"), data["churned"], random_state=0)
model = GradientBoostingClassifier()
model.fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))
joblib.dump(model, "model.joblib")
`;
const SETTINGS = `${HEAD}data = pd.read_csv("churn.csv")
X_train, X_val, y_train, y_val = train_test_split(data.drop(columns="churned"), data["churned"], random_state=0)
for rate in [0.01, 0.1, 1.0]:
    model = GradientBoostingClassifier(learning_rate=rate)
    model.fit(X_train, y_train)
    print(rate, accuracy_score(y_val, model.predict(X_val)))
`;
const BASELINE = `${HEAD}from sklearn.dummy import DummyClassifier
from sklearn.metrics import recall_score

data = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(data.drop(columns="churned"), data["churned"], random_state=0)
dummy = DummyClassifier().fit(X_train, y_train)
print(recall_score(y_test, dummy.predict(X_test)))
`;
const PREPARE = 'def prepared(data, scaler):\n    return scaler.fit_transform(data)\n';
const IMPORTS = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from prepare import prepared

data = pd.read_csv("churn.csv")
X = prepared(data.drop(columns="churned"), StandardScaler())
X_train, X_test, y_train, y_test = train_test_split(X, data["churned"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
`;
const FILES = {
  'model.py': MODEL,
  'settings.py': SETTINGS,
  'baseline.py': BASELINE,
  'prepare.py': PREPARE,
  'imports.py': IMPORTS,
};

describe('a file of a project', () => {
  it('has the findings in the editor that a check of the whole project gives it', async () => {
    const files = memoryFiles({
      '/w/holdout.yaml': 'version: 1\nname: x\nlifecycle: nine-stage\n',
      ...Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`/w/${name}`, text])),
    });
    const checked = await open(files).check({ targets: ['/w'] });
    const editor = open(files);
    await editor.discover(['/w']);
    const shown = [];
    for (const [name, text] of Object.entries(FILES).sort()) {
      const source = scriptSource(`/w/${name}`, text);
      while (await editor.loadImports(editor.lint(source)));
      shown.push(...editor.lint(source).result.findings);
    }
    const rules = checked.findings.map(({ rule, place }) => `${place.file} ${rule}`);
    // Another file with a baseline takes nothing back, and what lies behind an import is seen.
    expect(rules).toContain('/w/model.py no-baseline');
    expect(rules).toContain('/w/imports.py fit-before-split');
    expect(shown).toEqual(checked.findings);
  });
});
