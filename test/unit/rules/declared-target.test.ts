import { describe, expect, it } from 'vitest';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';

/** What is predicted, the project may declare: a program that takes its answers by position does not name them. */
const BY_POSITION = (features: string): string => `
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("payments.csv")
y = df.iloc[:, -1]
df["country_rate"] = df.groupby("country")["is_fraud"].transform("mean")
df["half"] = df["is_fraud"] / 2
X = df[[${features}]]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print(forest.score(X_test, y_test))
`;

function rulesIn(text: string, column?: string): string[] {
  const target = column === undefined ? {} : { target: { column } };
  const declarations = { splits: [], groups: [], ...target };
  const source = scriptSource('/project/script.py', text);
  return lint(source, { severities: new Map(), declarations }).findings.map(({ rule }) => rule);
}

describe('a declared target', () => {
  it('makes a statistic by group one of the answers', () => {
    const text = BY_POSITION('"amount", "country_rate"');
    expect(rulesIn(text)).toEqual(['fit-before-split']);
    expect(rulesIn(text, 'currency')).toEqual(['fit-before-split']);
    expect(rulesIn(text, 'is_fraud')).toEqual(['target-encoding-before-split']);
  });

  it('is not to be computed again from the features', () => {
    const text = BY_POSITION('"amount", "half"');
    expect(rulesIn(text)).toEqual([]);
    expect(rulesIn(text, 'is_fraud')).toEqual(['feature-derived-from-target']);
  });

  it('is not to be among the features', () => {
    const text = BY_POSITION('"amount", "is_fraud"');
    expect(rulesIn(text)).toEqual([]);
    expect(rulesIn(text, 'is_fraud')).toEqual(['target-in-features']);
  });

  it('says nothing of features that are cut before it', () => {
    const text = BY_POSITION('"amount"')
      .replace('df[["amount"]]', 'df.iloc[:, :3]')
      .replace(/^df\["(country_rate|half)"\].*$/gm, '');
    expect(rulesIn(text, 'is_fraud')).toEqual([]);
  });

  it('gives way to answers that the program names', () => {
    const text = BY_POSITION('"amount", "is_fraud"').replace('df.iloc[:, -1]', 'df["chargeback"]');
    expect(rulesIn(text, 'is_fraud')).toEqual([]);
  });
});
