import { describe, expect, it } from 'vitest';
import { NO_DECLARATIONS } from '../../../src/base/declarations';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';
import { lintExample } from '../../support/lintExample';
import { scriptExample } from '../../support/rulePage';

/** What the only finding of a script says. */
function message(text: string): string {
  const [finding] = lintExample(scriptExample(text)).findings;
  return finding?.message ?? '';
}

describe('what a finding names', () => {
  it('is the split that the statistic went through, of several with the same seed', () => {
    const text = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

heart = pd.read_csv("heart.csv")
X = heart.drop(columns="target")
y = heart["target"]
X_scaled = StandardScaler().fit_transform(X)

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=42)
Xs_train, Xs_test, ys_train, ys_test = train_test_split(X_scaled, y, random_state=42)

model = LogisticRegression().fit(Xs_train, ys_train)
print(accuracy_score(ys_test, model.predict(Xs_test)))
`;
    expect(message(text)).toContain('the split in line 13');
  });

  it('is the score whose column decides, of a table of records', () => {
    const text = `import pandas as pd
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

heart = pd.read_csv("heart.csv")
X = heart.drop(columns="target")
y = heart["target"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

records = []
for k in range(5, 21):
    neighbours = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    predicted = neighbours.predict(X_test)
    accuracy = accuracy_score(y_test, predicted)
    f1 = f1_score(y_test, predicted)
    records.append({"k": k, "accuracy": accuracy, "f1": f1})
table = pd.DataFrame(records)
print(table.loc[table["f1"].idxmax()])
`;
    expect(message(text)).toContain('the best `f1_score`');
  });
});

describe('where a finding stands', () => {
  it('is the call into another module, where it happens there', () => {
    const curves = scriptSource(
      'curves.py',
      `from sklearn.metrics import accuracy_score


def try_depths(make, X_train, y_train, X_test, y_test):
    best, best_depth = 0, None
    for depth in range(1, 30):
        model = make(max_depth=depth).fit(X_train, y_train)
        accuracy = accuracy_score(y_test, model.predict(X_test))
        if accuracy > best:
            best, best_depth = accuracy, depth
    return best, best_depth
`,
    );
    const text = `import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
from curves import try_depths

wine = pd.read_csv("wine.csv")
X = wine.drop(columns="quality")
y = wine["quality"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

print(try_depths(DecisionTreeClassifier, X_train, y_train, X_test, y_test))
`;
    const { findings } = lint(scriptSource('main.py', text), {
      severities: new Map(),
      declarations: NO_DECLARATIONS,
      resolve: name => (name === 'curves' ? curves : undefined),
    });
    const tuning = findings.find(({ rule }) => rule === 'tuning-on-test');
    expect(tuning?.place.range.start.line).toBe(10);
  });
});
