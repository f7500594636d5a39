import { describe, expect, it } from 'vitest';
import type { Declarations } from '../../../src/base/declarations';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';

/** What the code does not show, the project may declare: rows in the order of time, rows that belong together. */
const RANDOM = `
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("visits.csv").drop(columns=["visited_on", "clinic"])
X_train, X_test, y_train, y_test = train_test_split(df[["dose", "age"]], df["days"])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
`;

const LAGGED = `
import pandas as pd

df = pd.read_csv("visits.csv")
df["before"] = df["dose"].shift(1)
print(df[["clinic", "before"]])
`;

function rulesIn(text: string, declared: Partial<Declarations>): string[] {
  const declarations = { splits: [], groups: [], ...declared };
  const source = scriptSource('/project/script.py', text);
  return lint(source, { severities: new Map(), declarations }).findings.map(({ rule }) => rule);
}

describe('declared time and groups', () => {
  it('say nothing where nothing is declared', () => {
    expect(rulesIn(RANDOM, {})).toEqual([]);
    expect(rulesIn(LAGGED, {})).toEqual([]);
  });

  it('make a random split one of a series', () => {
    expect(rulesIn(RANDOM, { time: 'visited_on' })).toEqual(['random-split-on-time-series']);
    expect(rulesIn(RANDOM, { time: 'measured_on' })).toEqual([]);
  });

  it('make a random split one of groups', () => {
    expect(rulesIn(RANDOM, { groups: ['clinic'] })).toEqual(['group-leak-in-split']);
    expect(rulesIn(RANDOM, { groups: ['ward'] })).toEqual([]);
  });

  it('make a lag one that crosses groups', () => {
    expect(rulesIn(LAGGED, { groups: ['clinic'] })).toEqual(['shift-across-groups']);
  });
});
