import { describe, expect, it } from 'vitest';
import { lowerModule } from '../../../../src/python/ir/lower';
import { notebookOf } from '../../../../src/python/names/notebook';
import { rewrites } from '../../../../src/python/names/rewrites';
import { parse } from '../../../../src/python/syntax/parse';

const ABOVE = `import numpy as np
import pandas as pd
df = pd.read_csv('a.csv')
extra = pd.read_csv('b.csv')
X, y, names, model = load()
X_test = load_test()
columns = list(df.columns)
factor = ask()
`;

/** What a cell below does once more with each further run. */
function again(...lines: readonly string[]): string[] {
  const cell = lines.join('\n');
  const text = `${ABOVE}\n${cell}`;
  const segments = [
    { start: 0, end: ABOVE.length, cell: 0 },
    { start: ABOVE.length + 1, end: text.length, cell: 1 },
  ];
  const parsed = parse(text, { notebook: true, cells: segments });
  return rewrites(notebookOf(lowerModule(parsed.module), parsed, text, segments)).map(({ how }) => how);
}

describe('what a second run does once more', () => {
  it.each([
    ['a factor', 'X = X / 255', '`/`'],
    ['a number from another cell', 'X = X * factor', '`*`'],
    ['a number that the cell makes of another table', 'top = extra.max()\nX = X / top', '`/`'],
    ['a logarithm', "df['a'] = np.log1p(df['a'])", '`numpy.log1p`'],
    ['rows put below', 'df = pd.concat([df, extra])', '`pandas.concat`'],
    ['own rows, twice', 'df = df.append(df[df.a > 1])', '`.append`'],
    ['a name that is deleted was made in the cell', 'top = 255\nX = X / top\ndel top', '`/`'],
    [
      'a column that is dropped if it is there',
      "df['a'] = df['a'] / 2\ndf = df.drop('b', axis=1, errors='ignore')",
      '`/`',
    ],
    ['what another name is without a column', "df['a'] = df['a'] / 2\nrest = df.drop('b', axis=1)", '`/`'],
    [
      'rows that are dropped by what they hold',
      "df['a'] = df['a'] / 2\ndf = df.drop(df[df.a > 9].index)",
      '`/`',
    ],
    [
      'a renamed column that nothing reads',
      "df['a'] = df['a'] / 2\ndf = df.rename(columns={'b': 'c'})",
      '`/`',
    ],
    ['a list that shrinks', 'X = X / 2\nlast = columns.pop()', '`/`'],
    ['texts that stay texts', "df['a'] = df['a'] / 2\ndf['b'] = df['b'].str.strip()", '`/`'],
  ])('%s', (_, cell, how) => {
    expect(again(cell)).toEqual([how]);
  });
});

describe('what is the same after a second run', () => {
  it.each([
    ['a table scaled by its own numbers', 'm = df.mean()\ns = df.std()\ndf = (df - m) / s'],
    [
      'another one scaled by them',
      'm = X.mean()\nX_test = X_test - m\nX_test = X_test / X.std()\nX = (X - m) / X.std()',
    ],
    ['through two names', 'm = X.max()\nscale = m + 1e-9\nX = X / scale'],
    ['by methods', 'df = df.sub(df.mean()).div(df.std())'],
    ['by functions of NumPy', 'm = X.max()\nX = np.divide(X, m)'],
    ['copies taken out', 'df = pd.concat([df, extra])\ndf = df.drop_duplicates()'],
    ['copies masked', 'df = pd.concat([df, extra])\ndf = df[~df.index.duplicated()]'],
  ])('%s', (_, cell) => {
    expect(again(cell)).toEqual([]);
  });
});

describe('what a second run does not get through', () => {
  it.each([
    ['an item of a list', "columns.remove('a')"],
    ['items in a loop', "for one in ['a', 'b']:\n    columns.remove(one)"],
    ['a column', "df = df.drop(columns=['b'])"],
    ['a column of what was filtered', "df = df[df.a > 1]\ndf.drop('b', axis=1, inplace=True)"],
    ['columns in a variable', 'df = df.drop(names, axis=1)'],
    ['columns in a variable of the cell', "gone = ['b', 'c']\ndf = df.drop(gone, axis=1)"],
    ['rows', 'df.drop([0, 1], inplace=True)'],
    ['a name', 'del extra'],
    ['a key', "del df['b']"],
    ['columns in a loop', 'for one in names:\n    del df[one]'],
    ['the index', "df = df.set_index('b')"],
    ['a new column in its place', "df.insert(0, 'b', 1)"],
    ['columns of another table', 'df = df.join(extra)'],
    ['dummies', "df = pd.get_dummies(df, columns=['b'])"],
    ['a name that was read', "top = df['b'].max()\ndf = df.rename(columns={'b': 'c'})"],
    ['names in the first row', 'df.columns = df.iloc[0]\ndf = df[1:]'],
    ['numbers of texts', "df['b'] = df['b'].str.replace(',', '').astype(float)"],
    ['codes of texts', "df['b'] = df['b'].map({'yes': 1, 'no': 0})"],
    ['an array of a table', 'y = y.values'],
    ['an array of a sparse one', 'y = y.toarray().astype(float)'],
    ['another axis', 'y = y[..., np.newaxis]'],
    ['another axis, by a function', 'y = np.expand_dims(y, -1)'],
    ['its other side', 'y = y.T'],
  ])('%s', (_, loud) => {
    expect(again('X = X / 255', loud)).toEqual([]);
  });
});
