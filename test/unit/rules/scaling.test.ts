import { describe, expect, it } from 'vitest';
import { NO_DECLARATIONS } from '../../../src/base/declarations';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';

/** Of a program that scales all rows, splits them, and scores a model. */
function severities(model: string, between = '', table = 'df.drop(columns="y")'): readonly string[] {
  const text = `
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import *
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
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
  ])('is a hint before trees: %s', model => {
    expect(severities(model)).toEqual(['hint']);
  });

  it.each([
    'SVR()',
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

  it('is more than that where the answers are scaled with it', () => {
    expect(severities('RandomForestRegressor()', '', 'df')).toEqual(['information']);
  });
});
