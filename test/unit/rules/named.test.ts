import { describe, expect, it } from 'vitest';
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
