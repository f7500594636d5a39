import { describe, expect, it } from 'vitest';
import { lintExample } from '../../support/lintExample';
import { scriptExample } from '../../support/rulePage';

/** What the findings of one rule weigh. */
function weights(rule: string, text: string): readonly string[] {
  const { findings } = lintExample(scriptExample(text));
  return findings.filter(one => one.rule === rule).map(({ severity }) => severity);
}

const LESSON = `import pandas as pd
from sklearn.ensemble import BaggingClassifier
import joblib

flights = pd.read_csv("flights.csv").dropna()
print(flights.head())
X = flights[["distance", "delay"]]
y = flights["satisfied"]
print(X.shape)
print(X.describe())
print(y.value_counts())
bagging = BaggingClassifier(n_estimators=20, random_state=0)
bagging.fit(X, y)
print("accuracy", bagging.score(X, y))
print(bagging.estimators_[0])
print(bagging.classes_)
`;

describe('a score of known rows', () => {
  const weigh = (text: string): readonly string[] => weights('no-held-out-evaluation', text);

  it('is information where nothing rests on it', () => {
    expect(weigh(LESSON)).toEqual(['information']);
  });

  it('is a warning where the model is kept', () => {
    expect(weigh(`${LESSON}joblib.dump(bagging, "bagging.joblib")\n`)).toEqual(['warning']);
  });

  it('is information where it is logged as that of the training, for a program that tests the model', () => {
    const logged = LESSON.replace('print("accuracy", ', 'mlflow.log_metric("train accuracy", ').replace(
      'import joblib',
      'import joblib, mlflow',
    );
    expect(weigh(`${logged}joblib.dump(bagging, "bagging.joblib")\n`)).toEqual(['information']);
    expect(weigh(`${logged.replace('train a', 'a')}joblib.dump(bagging, "bagging.joblib")\n`)).toEqual([
      'warning',
    ]);
  });

  it('is a warning where the model predicts the rows of another file', () => {
    const further = `${LESSON}new = pd.read_csv("new.csv")[["distance", "delay"]]\nprint(bagging.predict(new))\n`;
    expect(weigh(further)).toEqual(['warning']);
  });

  it('is information on a data set of a library, even if the model is kept', () => {
    const bundled = LESSON.replace(
      'flights = pd.read_csv("flights.csv").dropna()',
      'from sklearn.datasets import load_iris\nflights = load_iris(as_frame=True).frame',
    ).replace('flights["satisfied"]', 'flights["target"]');
    expect(weigh(`${bundled}joblib.dump(bagging, "bagging.joblib")\n`)).toEqual(['information']);
  });

  it('is counted once, however often a loop computes it', () => {
    const looped = LESSON.replace(
      'print("accuracy", bagging.score(X, y))',
      'for size in range(2, 40):\n    print(BaggingClassifier(n_estimators=size).fit(X, y).score(X, y))',
    );
    const [finding] = lintExample(scriptExample(looped)).findings.filter(
      ({ rule }) => rule === 'no-held-out-evaluation',
    );
    expect(finding?.message).toMatch(/^`score` \(line \d+\) is computed/);
  });
});

const KAGGLE = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import LabelEncoder

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
`;

const FITTED = `
model = LogisticRegression().fit(train[["port", "fare"]], train["survived"])
print(model.predict(test[["port", "fare"]]))
`;

describe('codes that are learned again', () => {
  it('are information for a column that is named', () => {
    const named = `${KAGGLE}train["port"] = LabelEncoder().fit_transform(train["port"])
test["port"] = LabelEncoder().fit_transform(test["port"])
${FITTED}`;
    expect(weights('refit-on-test', named)).toEqual(['information']);
  });

  it('are a warning for all columns of texts', () => {
    const all = `${KAGGLE}
def coded(table):
    for column in table.columns:
        if table[column].dtype == "object":
            table[column] = LabelEncoder().fit_transform(table[column])
    return table


train = coded(train)
test = coded(test)
${FITTED}`;
    expect(weights('refit-on-test', all)).toEqual(['warning']);
  });

  it('are a warning before a model that was loaded', () => {
    const served = `import joblib
import pandas as pd
from sklearn.preprocessing import LabelEncoder

model = joblib.load("model.joblib")
rows = pd.read_csv("new.csv")
rows["port"] = LabelEncoder().fit_transform(rows["port"])
print(model.predict(rows))
`;
    expect(weights('refit-at-inference', served)).toEqual(['warning']);
  });
});

const WATCHED = (callback: string, calls: string): string => `import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

X, y = np.load("images.npy"), np.load("labels.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
net = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(1)])
net.compile(loss="mse", metrics=["mae"])
history = net.fit(X_train, y_train, epochs=50, validation_data=(X_test, y_test)${callback})
${calls}
`;

describe('epochs by the test part', () => {
  it('are a warning where they end the training, and information where they set the rate', () => {
    const score = 'print(net.evaluate(X_test, y_test))';
    const by = (callback: string): readonly string[] =>
      weights('early-stopping-on-test', WATCHED(`, callbacks=[keras.callbacks.${callback}]`, score));
    expect(by('EarlyStopping(patience=3)')).toEqual(['warning']);
    expect(by('ReduceLROnPlateau(patience=3)')).toEqual(['information']);
  });

  it('are information where the best is called a validation score', () => {
    const shown = (words: string): readonly string[] =>
      weights(
        'checkpoint-selected-on-test',
        WATCHED('', `print("${words}", max(history.history["val_mae"]))`),
      );
    expect(shown('best test score')).toEqual(['warning']);
    expect(shown('best validation score')).toEqual(['information']);
  });
});

describe('a window that ends in the row of the answer', () => {
  const weigh = (...made: readonly string[]): readonly string[] =>
    weights(
      'unshifted-target-window',
      `import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("prices.csv")
close = df["Close"]
${made.map((text, i) => `df["f${i}"] = ${text}`).join('\n')}
df = df.dropna()
X, y = df[[${made.map((_, i) => `"f${i}"`).join(', ')}, "Volume"]], df["Close"]
model = Ridge().fit(X[:800], y[:800])
print(model.score(X[800:], y[800:]))
`,
    );

  it.each([
    ['close.rolling(3).mean()', 'error'],
    ['close.rolling(7).mean()', 'error'],
    ['close.rolling(10).mean()', 'warning'],
    ['close.rolling(window=20).mean()', 'information'],
    ['close.rolling(50).std()', 'information'],
    ['close.ewm(span=5).mean()', 'error'],
    ['close.ewm(span=12).mean()', 'error'],
    ['close.ewm(span=20).mean()', 'warning'],
    ['close.ewm(alpha=0.05).mean()', 'information'],
    ['close.ewm(50).mean()', 'information'],
    ['close.rolling(5).mean().rolling(5).mean()', 'information'],
    ['close.diff()', 'error'],
    ['close.rolling(20).mean().diff()', 'information'],
    ['close.diff().rolling(14).mean()', 'warning'],
    ['close.expanding().mean()', 'error'],
    ['close.rolling("7D").mean()', 'error'],
    ['close / close.rolling(20).mean()', 'error'],
    ['df.groupby("store")["Close"].rolling(30, min_periods=1).mean()', 'error'],
    ['df.groupby("store")["Close"].rolling(30).mean()', 'information'],
  ])('%s: %s', (made, severity) => {
    expect(weigh(made)).toEqual([severity]);
  });

  it('is told once for a model, by what holds most of the answer', () => {
    expect(weigh('close.rolling(20).mean()', 'close.rolling(3).mean()', 'close.diff()')).toEqual(['error']);
    expect(weigh('close.rolling(20).mean()', 'close.rolling(50).mean()')).toEqual(['information']);
  });

  it('is nothing where earlier rows alone are looked at', () => {
    expect(weigh('close.shift(1).rolling(3).mean()', 'close.rolling(20).mean().shift(1)')).toEqual([]);
  });
});
