import { describe, expect, it } from 'vitest';
import { NO_DECLARATIONS } from '../../../src/base/declarations';
import type { Finding } from '../../../src/base/finding';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';

/** Of a program that scales all rows, splits them, and scores a model. */
function severities(model: string, between = '', table = 'df.drop(columns="y")'): readonly string[] {
  const text = `
import pandas as pd
import tree
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import *
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import *
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeRegressor
from lightgbm import LGBMRegressor
from xgboost import XGBRegressor
df = pd.read_csv("a.csv")
y = df["y"]
X = StandardScaler().fit_transform(${table})
${table === 'df' ? 'X, y = X[:, :-1], X[:, -1]' : ''}
X_train, X_test, y_train, y_test = train_test_split(X, y)
${between}
model = ${model}.fit(X_train, y_train)
print(mean_squared_error(y_test, model.predict(X_test)))
`;
  const options = { severities: new Map(), declarations: NO_DECLARATIONS };
  return lint(scriptSource('/a.py', text), options).findings.map(({ severity }) => severity);
}

describe('a scale that was learned from all rows', () => {
  it.each([
    'RandomForestRegressor()',
    'XGBRegressor(booster="dart")',
    'AdaBoostRegressor()',
    'AdaBoostRegressor(DecisionTreeRegressor())',
    'make_pipeline(MinMaxScaler(), GradientBoostingRegressor())',
    'BaggingRegressor()',
    'VotingRegressor([("a", RandomForestRegressor()), ("b", LGBMRegressor())])',
    'tree.DecisionTreeRegressor(max_depth=3)',
  ])('is a hint before trees: %s', model => {
    expect(severities(model)).toEqual(['hint']);
  });

  it.each([
    'LinearRegression()',
    'GaussianNB()',
    'make_pipeline(PowerTransformer(), LinearDiscriminantAnalysis())',
    'VotingRegressor([("a", RandomForestRegressor()), ("b", LinearRegression())])',
  ])('is a hint before what makes up for shifting and stretching: %s', model => {
    expect(severities(model)).toEqual(['hint']);
  });

  it.each([
    'SVR()',
    'LinearRegression(fit_intercept=False)',
    'LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.1)',
    'VotingRegressor([("a", RandomForestRegressor()), ("b", SVR())])',
    'StackingRegressor([("a", RandomForestRegressor())], passthrough=True)',
    'AdaBoostRegressor(SVR())',
    'XGBRegressor(booster="gblinear")',
    'LGBMRegressor(linear_tree=True)',
    'BaggingRegressor(SVR())',
    'make_pipeline(PCA(3), RandomForestRegressor())',
    'make_pipeline(PolynomialFeatures(2), RandomForestRegressor())',
    'make_pipeline(Normalizer(), RandomForestRegressor())',
  ])('is more than that where what learns sees it: %s', model => {
    expect(severities(model)).toEqual(['information']);
  });

  it('is more than that where columns are mixed after it', () => {
    const mixed = 'm = KMeans(4).fit(X_train)\nX_train, X_test = m.transform(X_train), m.transform(X_test)';
    expect(severities('RandomForestRegressor()', mixed)).toEqual(['information']);
  });

  it.each([
    'np.tanh(X_train), np.tanh(X_test)',
    'X_train ** 2, X_test ** 2',
    'X_train.clip(-1, 1), X_test.clip(-1, 1)',
  ])('is more than that before least squares where it is bent after it: %s', bent => {
    const change = `import numpy as np\nX_train, X_test = ${bent}`;
    expect(severities('LinearRegression()', change)).toEqual(['information']);
  });

  it('is a hint before trees where its order is kept, and more where columns are added up', () => {
    const logarithm = 'import numpy as np\nX_train, X_test = np.log1p(X_train), np.log1p(X_test)';
    expect(severities('RandomForestRegressor()', logarithm)).toEqual(['hint']);
    const sums = 'X_train, X_test = X_train.sum(axis=1), X_test.sum(axis=1)';
    expect(severities('RandomForestRegressor()', sums)).toEqual(['information']);
    const squares =
      'features = PolynomialFeatures(2)\nX_train, X_test = features.fit_transform(X_train), features.transform(X_test)';
    expect(severities('RandomForestRegressor()', squares)).toEqual(['information']);
  });

  it('is more than that where the answers are scaled with it', () => {
    expect(severities('RandomForestRegressor()', '', 'df')).toEqual(['information']);
  });

  it('is a hint where the answers of their table are classes, which nobody scales', () => {
    expect(severities('GaussianNB()', '', 'df')).toEqual(['hint']);
    expect(severities('RandomForestClassifier()', '', 'df')).toEqual(['hint']);
  });
});

/** What is found in a program over `df` that splits it, fits a model and prints its score. */
function findings(prepare: string, score = 'print(score(XGBRegressor()))'): readonly Finding[] {
  const text = `
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.preprocessing import StandardScaler
from xgboost import XGBRegressor
df = pd.read_csv("a.csv")
y = df.pop("y")
def score(model):
    X_train, X_test, y_train, y_test = train_test_split(df, y, random_state=0)
    return model.fit(X_train, y_train).score(X_test, y_test)
${prepare}
${score}
`;
  const options = { severities: new Map(), declarations: NO_DECLARATIONS };
  return lint(scriptSource('/a.py', text), options).findings;
}

const SHIFTED = 'low = np.float32(df["a"].min())\ndf["a"] -= low';
const COUNTED = 'df["n"] = df["town"].map(df["town"].value_counts())';
const SCALED = 'df[["a", "b"]] = StandardScaler().fit_transform(df[["a", "b"]])';

describe('the statistic that is named', () => {
  it('is the one that matters, whatever came before', () => {
    const [one] = findings(`${SHIFTED}\n${COUNTED}`);
    expect(one?.message).toMatch(/^`df\["town"\]\.value_counts\(\)` learns .*, and some of them/);
    expect(one?.message).not.toMatch(/more statistic/);
  });

  it('counts what a model sees that is not blind to it', () => {
    const [one] = findings(`${SHIFTED}\n${COUNTED}`, 'print(score(Ridge()))');
    expect(one?.message).toMatch(/^`df\["town"\]\.value_counts\(\)` learns .*, as does one more statistic/);
  });

  it('is a shift by itself as little as a scaler is', () => {
    expect(findings(SHIFTED).map(({ severity }) => severity)).toEqual(['hint']);
    expect(findings(SHIFTED, 'print(score(Ridge()))').map(({ severity }) => severity)).toEqual([
      'information',
    ]);
  });

  it('is in numbers that columns were put together to', () => {
    const together = `${SHIFTED}\ndf["c"] = df["a"] * df["b"]`;
    expect(findings(together).map(({ severity }) => severity)).toEqual(['information']);
  });

  it('reaches the score that is named', () => {
    const later = `print(score(Ridge()))\n${COUNTED}\nprint(score(Ridge()))`;
    const found = findings(SCALED, later).map(({ message }) => message);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^`df\["town"\]\.value_counts\(\)`/);
  });

  it('is told of the model that sees it', () => {
    const [one, ...others] = findings(SCALED, 'print(score(LinearRegression()))\nprint(score(Ridge()))');
    expect(others).toEqual([]);
    expect(one?.severity).toBe('information');
  });

  it('is told of the model that sees it, rather than of one of which nothing is known', () => {
    const [one, ...others] = findings(
      `from flaml import AutoML\nfrom sklearn.decomposition import PCA\n${SCALED}`,
      `X_train, X_test, y_train, y_test = train_test_split(df, y, random_state=0)
search = AutoML()
search.fit(X_train, y_train)
print(search.score(X_test, y_test))
pca = PCA(3)
line = LinearRegression().fit(pca.fit_transform(X_train), y_train)
print(line.score(pca.transform(X_test), y_test))`,
    );
    expect(others).toEqual([]);
    expect(one?.message).toMatch(/`score` \(line 22\)/);
  });

  it('is told of the model that sees it, where the answers are scaled as well', () => {
    const all = `df["y"] = y\ndf = (df - df.min()) / df.max()\ny = df.pop("y")`;
    const [one] = findings(
      all,
      'print(score(LinearRegression()))\nprint(Ridge().fit(df[:9], y[:9]).score(df[9:], y[9:]))',
    );
    expect(one?.message).toMatch(/`score` \(line 17\)/);
  });

  it('is a hint before folds, too, where least squares make up for it', () => {
    const [one] = findings(SCALED, 'print(cross_val_score(LinearRegression(), df, y))');
    expect(one?.severity).toBe('hint');
    expect(findings(SCALED, 'print(cross_val_score(XGBRegressor(), df, y))')).toEqual([]);
  });
});

describe('a projection that was learned from all rows', () => {
  const made = (rows: number, columns: number): string => `
from sklearn.datasets import make_classification
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
X, y = make_classification(n_samples=${rows}, n_features=${columns})
Z = PCA(10).fit_transform(X)`;
  const split = `
a, b, c, d = train_test_split(Z, y)
print(LogisticRegression().fit(a, c).score(b, d))
`;
  const folds = '\nprint(cross_val_score(LogisticRegression(), Z, y))\n';
  const severitiesOf = (text: string): readonly string[] =>
    lint(scriptSource('/a.py', text), { severities: new Map(), declarations: NO_DECLARATIONS }).findings.map(
      ({ severity }) => severity,
    );

  it.each([split, folds])(
    'is a warning where there are many columns for the rows, and else information: %s',
    score => {
      expect(severitiesOf(made(200, 100) + score)).toEqual(['warning']);
      expect(severitiesOf(made(2000, 100) + score)).toEqual(['information']);
    },
  );
});
