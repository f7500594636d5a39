/** Projects all rows before they are split: the finding stands on `LEAK_LINE`, counted from 0. */
export const LEAK = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.decomposition import PCA

data = pd.read_csv("data.csv")
X, y = data.drop(columns="y"), data["y"]
Z = PCA(5).fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(Z, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
`;

export const LEAK_LINE = 7;

export const NO_LEAK = LEAK.replace(/^Z = .*\n/m, '').replace('(Z, ', '(X, ');

/** The same as a notebook's code cells; the finding stands in the second, on its first line. */
export const LEAK_CELLS: readonly string[] = [
  LEAK.split('\n').slice(0, 7).join('\n'),
  LEAK.split('\n')[7] ?? '',
  LEAK.split('\n').slice(8).join('\n'),
];

/** A leak of which the half lies in another file: `HELPED` has one finding where `HELPER` is `helpers.py` beside it. */
export const HELPED = LEAK.replace(
  'from sklearn.decomposition import PCA',
  'from helpers import project',
).replace('PCA(5).fit_transform(X)', 'project(X)');

export const HELPER = `from sklearn.decomposition import PCA

def project(X):
    return PCA(5).fit_transform(X)
`;
