import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/base/finding';
import type { ModuleSource } from '../../../src/base/source';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';
import type { LintResult } from '../../../src/rules/lint';

const HEAD = `import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import scale
df = pd.read_csv('a.csv')
`;
const TAIL = `
train, test = train_test_split(X)
LinearRegression().fit(train[['a']], train.y).score(test[['a']], test.y)
`;

function run(source: ModuleSource, severities: [string, Severity | 'off'][] = []): LintResult {
  return lint(source, { severities: new Map(severities), declarations: { splits: [], groups: [] } });
}

const script = (middle: string, head = ''): ModuleSource =>
  scriptSource('/a.py', head + HEAD + middle + TAIL);
const rulesOf = (result: LintResult): string[] => result.findings.map(finding => finding.rule);

describe('suppression', () => {
  it('reaches the line it stands on, and the next line of code when it stands alone', () => {
    expect(rulesOf(run(script('X = scale(df)')))).toEqual(['fit-before-split']);
    const same = run(script('X = scale(df)  # holdout: ignore[fit-before-split] sensors are calibrated'));
    expect(rulesOf(same)).toEqual([]);
    expect(same.suppressed).toBe(1);
    expect(
      rulesOf(run(script('# holdout: ignore[fit-before-split] why\n# and more\n\nX = scale(df)'))),
    ).toEqual([]);
  });

  it('does not reach further', () => {
    expect(rulesOf(run(script('# holdout: ignore[fit-before-split]\nz = 1\nX = scale(df)')))).toEqual([
      'unused-suppression',
      'fit-before-split',
    ]);
  });

  it('reaches a whole file from its head only', () => {
    expect(
      rulesOf(
        run(
          script('X = scale(df)', '# A study.\n# holdout: file-ignore[fit-before-split] a demonstration\n'),
        ),
      ),
    ).toEqual([]);
    expect(rulesOf(run(script('# holdout: file-ignore[fit-before-split]\nX = scale(df)')))).toContain(
      'fit-before-split',
    );
  });

  it('reaches a cell, and no other', () => {
    const cells = [
      HEAD,
      '# holdout: cell-ignore[fit-before-split] shown on purpose\nz = 1\nX = scale(df)\n',
      TAIL,
    ];
    let start = 0;
    const segments = cells.map((text, cell) => ({ start, end: (start += text.length), cell }));
    const notebook: ModuleSource = { file: '/a.ipynb', kind: 'notebook', text: cells.join(''), segments };
    expect(rulesOf(run(notebook))).toEqual([]);
  });

  it('is itself reported when it names no rule, an unknown one, or one that reports nothing', () => {
    const messages = (comment: string): string[] =>
      run(scriptSource('/a.py', `x = 1  ${comment}\n`)).findings.map(f => f.message);
    expect(messages('# holdout: ignore')).toEqual([expect.stringContaining('names no rule')]);
    expect(messages('# holdout: ignore[fit-befor-split]')).toEqual([
      expect.stringContaining('There is no rule `fit-befor-split`'),
    ]);
    expect(messages('# holdout: ignore[fit-before-split, refit-on-test]')).toEqual([
      expect.stringContaining('`fit-before-split` reports nothing'),
      expect.stringContaining('`refit-on-test` reports nothing'),
    ]);
    expect(messages('# ignore[fit-before-split]')).toEqual([]);
  });

  it('may stand where its rule is off', () => {
    const result = run(script('X = scale(df)  # holdout: ignore[fit-before-split]'), [
      ['fit-before-split', 'off'],
    ]);
    expect(rulesOf(result)).toEqual([]);
  });
});

describe('lint', () => {
  it('takes the severity that is set, or else the one that the match has', () => {
    expect(run(script('X = scale(df)')).findings[0]?.severity).toBe('information');
    expect(run(script('X = scale(df)'), [['fit-before-split', 'error']]).findings[0]?.severity).toBe('error');
  });

  it('tells the path from the load to the score', () => {
    const [finding] = run(script('X = scale(df)')).findings;
    expect(finding?.path.map(step => step.place.range.start.line + 1)).toEqual([5, 6, 7, 8, 8]);
  });

  it('gives syntax errors as data and still finds what it can', () => {
    const result = run(script('def (:\nX = scale(df)'));
    expect(result.problems.length).toBeGreaterThan(0);
    expect(rulesOf(result)).toEqual(['fit-before-split']);
  });

  it('counts what it saw', () => {
    expect(run(script('X = scale(df)')).sights).toMatchObject({
      loads: 1,
      statistics: 1,
      splits: 1,
      fits: 1,
      scores: 1,
    });
  });

  it('takes files that are declared apart for two parts, and unlabelled ones for nothing', () => {
    const code = `import optuna
import pandas as pd
from sklearn.linear_model import Ridge
fit, check = pd.read_csv('data/a.csv'), pd.read_csv('../data/b.csv')
def objective(trial):
    return Ridge(trial.suggest_float('a', 0, 1)).fit(fit[['x']], fit.y).score(check[['x']], check.y)
optuna.create_study().optimize(objective)
`;
    const declared = (role: 'test' | 'validation'): LintResult => {
      const splits = [
        { name: 'train', role: 'train' as const, path: 'data/a.csv' },
        { name: 'held', role, path: 'data/b.csv' },
      ];
      return lint(scriptSource('/a.py', code), {
        severities: new Map(),
        declarations: { splits, groups: [] },
      });
    };
    expect(rulesOf(declared('test'))).toEqual(['tuning-on-test']);
    expect(rulesOf(declared('validation'))).toEqual([]);
    expect(rulesOf(run(scriptSource('/a.py', code)))).toEqual([]);
  });
});
