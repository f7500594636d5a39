import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/python/flow/analyse';
import type { AnalysisOptions } from '../../../../src/python/flow/analyse';
import { printFacts } from '../../../../src/python/flow/print';
import { lowerModule } from '../../../../src/python/ir/lower';
import { parse } from '../../../../src/python/syntax/parse';

function facts(code: string, options: AnalysisOptions = {}): string[] {
  return printFacts(analyse(lowerModule(parse(code).module), code, options))
    .trimEnd()
    .split('\n');
}

const IMPORTS =
  'import numpy as np, pandas as pd\nfrom sklearn.model_selection import *\nfrom sklearn.preprocessing import *\n';

/** What a table carries when a model is fitted on it: the rows and the statistics of the last fit. */
function fitted(code: string): string {
  const all = facts(
    `${IMPORTS}from sklearn.linear_model import LinearRegression\nX = pd.read_csv('a.csv')\n${code}\nLinearRegression().fit(X, X)`,
  );
  return all.at(-1)?.replace(/^\d+: fit LinearRegression on /, '') ?? '';
}

describe('flow', () => {
  it('follows rows and statistics through branches, of which a constant condition takes one', () => {
    expect(fitted('if False:\n  X = scale(X)')).toBe('a.csv carrying nothing');
    expect(fitted('if unknown():\n  X = scale(X)')).toBe(
      'a.csv carrying {location statistic scale(X) of a.csv}',
    );
    expect(fitted('X = X if True else scale(X)')).toBe('a.csv carrying nothing');
    expect(fitted('DEBUG = 0\nif DEBUG and unknown():\n  X = scale(X)')).toBe('a.csv carrying nothing');
  });

  it('does not take a counter for a constant', () => {
    expect(fitted('n = 0\nwhile unknown():\n  n += 1\n  if n == 5:\n    X = scale(X)')).toContain(
      'location statistic',
    );
  });

  it('gives each call of a function its own values', () => {
    const code = 'def f(t, s):\n  return scale(t) if s else t\nf(X, True)\nX = f(X, False)';
    expect(fitted(code)).toBe('a.csv carrying nothing');
  });

  it('follows closures, defaults, keywords, star arguments and recursion', () => {
    expect(
      fitted('def outer(t):\n  def inner():\n    return scale(t)\n  return inner\nX = outer(X)()'),
    ).toContain('scale(t)');
    expect(fitted('def f(t, how=scale):\n  return how(t)\nX = f(t=X)')).toContain('location statistic');
    expect(fitted('def f(*a, **k):\n  return k["t"]\nX = f(1, t=scale(X))')).toContain('scale(X)');
    expect(fitted('def f(t):\n  return f(t)\nX = f(X)')).toContain('carrying nothing');
    expect(fitted('X = (lambda t: scale(t))(X)')).toContain('scale(t)');
  });

  it('follows fields of objects, inherited methods and properties', () => {
    const base =
      'class A:\n  def __init__(self, t):\n    self.t = t\n  @property\n  def scaled(self):\n    return scale(self.t)\nclass B(A):\n  pass\n';
    expect(fitted(`${base}X = B(X).scaled`)).toContain('scale(self.t)');
    expect(fitted(`${base}X = B(X).t`)).toBe('a.csv carrying nothing');
  });

  it('follows containers by key and by place', () => {
    expect(fitted("d = {'raw': X, 'scaled': scale(X)}\nX = d['raw']")).toBe('a.csv carrying nothing');
    expect(fitted("d = {'raw': X, 'scaled': scale(X)}\nX = d['scaled']")).toContain('scale(X)');
    expect(fitted('a, (b, *c) = 1, (scale(X), X, X)\nX = c[1]')).toBe('a.csv carrying nothing');
    expect(fitted('X = [t for t in [scale(X)]][0]')).toContain('scale(X)');
    expect(fitted('for i, (a, b) in enumerate(zip([X], [scale(X)])):\n  X = b')).toContain('scale(X)');
  });

  it('tells columns apart, also those that are changed in place', () => {
    const two = "X['a'] = scale(X['a'])\n";
    expect(fitted(`${two}X = X[['b', 'c']]`)).toBe('a.csv carrying nothing');
    expect(fitted(`${two}X = X.drop(columns=['a'])`)).toBe('a.csv carrying nothing');
    expect(fitted(`${two}X = X.drop('b', axis=1)`)).toContain("scale(X['a'])");
    expect(fitted("X['a'].fillna(X['a'].mean(), inplace=True)\nX = X[['a']]")).toContain("X['a'].mean()");
    expect(fitted("X['a'].fillna(X['a'].mean(), inplace=True)\nX = X[['b']]")).toBe('a.csv carrying nothing');
    expect(fitted("X.loc[X.a.isnull(), 'a'] = X.a.median()\nX = X[['a']]")).toContain('X.a.median()');
  });

  it('tells statistics over rows from those of each row', () => {
    expect(fitted('X = X.sub(X.mean(axis=1), axis=0)')).toBe('a.csv carrying nothing');
    expect(fitted('X = X - X.mean()')).toContain('X.mean()');
    expect(fitted('X = X.rolling(3).mean()')).toBe('a.csv carrying {rolling of other rows}');
    expect(fitted("X['m'] = X.groupby('k')['v'].transform('mean')")).toContain('location statistic');
    expect(fitted('X = np.log1p(X).clip(0, 10) / 255')).toBe('a.csv carrying nothing');
  });

  it('recognises parts that were split by hand', () => {
    const split = (code: string): string => fitted(`n = int(len(X) * .8)\n${code}\nX = a`);
    expect(split('a = X[:n]')).toBe('a.csv[:int((len1*0.8))] carrying nothing');
    expect(split('m = X.d < 3\na = X[~m]')).toMatch(/~mask/);
    expect(split('s = X.sample(frac=.8)\na = X.drop(s.index)')).toMatch(/not in a\.csv/);
    expect(split('i = np.random.permutation(len(X))\na = X.iloc[i[:n]]')).toMatch(/in positions\[:int/);
  });

  it('knows libraries by what was imported, under whatever name, and by nothing else', () => {
    expect(fitted('import sklearn.preprocessing as p\nX = p.StandardScaler().fit_transform(X)')).toContain(
      'StandardScaler',
    );
    expect(fitted('from mine import StandardScaler\nX = StandardScaler().fit_transform(X)')).not.toContain(
      'StandardScaler.fit',
    );
    expect(fitted('def scale(t):\n  return t\nX = scale(X)')).toBe('a.csv carrying nothing');
  });

  it('holds a pipeline to be as its members are', () => {
    const make = (members: string): string =>
      fitted(
        `from sklearn.pipeline import make_pipeline\nfrom sklearn.decomposition import PCA\nX = make_pipeline(${members}).fit_transform(X)`,
      );
    expect(make('OneHotEncoder()')).toContain('schema statistic');
    expect(make('OneHotEncoder(), StandardScaler()')).toContain('location statistic');
    expect(make('StandardScaler(), PCA()')).toContain('projection statistic');
  });

  it('enters the functions of a module that only defines, and not those of a program', () => {
    const define = `${IMPORTS}def f(t):\n  return StandardScaler().fit_transform(t)\n`;
    expect(facts(define).join()).toContain('StandardScaler');
    expect(facts(`${define}pd.read_csv('a.csv')`).join()).not.toContain('StandardScaler');
    expect(facts(define, { standalone: true }).join()).not.toContain('StandardScaler');
  });

  it("runs the workspace's own modules", () => {
    const helper = 'from sklearn.preprocessing import scale\ndef prepare(t):\n  return scale(t)';
    const options: AnalysisOptions = {
      loadModule: name =>
        name === 'helper'
          ? { name, ir: lowerModule(parse(helper).module), text: helper, within: '' }
          : undefined,
    };
    const all = "import pandas as pd\nfrom helper import *\nprepare(pd.read_csv('a.csv'))";
    expect(facts(all, options).join()).toContain('scale');
    const code = "import pandas as pd\nfrom helper import prepare\nprepare(pd.read_csv('a.csv'))";
    expect(facts(code, options).at(-1)).toMatch(/statistic location/);
  });

  it('stops at its budget, keeps what it has found, and says so', () => {
    const code = `import pandas as pd\npd.read_csv('a.csv')\nwhile x:\n  y = 1\n${'y = 2\n'.repeat(100)}`;
    expect(facts(code, { maxSteps: 50 })).toEqual([
      '2: load a.csv',
      '… cut short: the budget of steps ran out',
    ]);
  });
});
