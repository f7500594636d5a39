import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/data/table/format';
import { globOf, IN_PROJECTS, isWatched } from '../../../src/extension/watched';

/** As VS Code matches: what begins with a dot is no exception. */
const isMatch = picomatch(IN_PROJECTS, { dot: true });

describe('what is watched below a manifest', () => {
  it.each([
    'data/train.csv',
    'data/train.tsv',
    'data/train.tab',
    'data/train.jsonl',
    'data/train.ndjson',
    'data/train.parquet',
  ])('%s, a table that is read', path => {
    expect(formatOf(path)).toBeDefined();
    expect(isMatch(path)).toBe(true);
  });

  it.each([
    ['mlflow.db', true],
    ['wandb/run-1/run-abc.wandb', true],
    ['dvc.lock', true],
    ['mlruns/0/1/meta.yaml', true],
    ['logs/events.out.tfevents.17.host', true],
    ['.holdout/history.jsonl', true],
    ['model.pt', false],
  ])('%s: %s', (path, isWatched) => {
    expect(isMatch(path)).toBe(isWatched);
  });
});

describe('what a manifest names', () => {
  it.each([
    ['docs/*.md', true],
    ['.github/workflows/*.{yml,yaml}', true],
    ['models/*.{joblib,md}', false],
    ['model.pt', false],
    ['Makefile', false],
    ['mlruns/**/{metrics,params}/**', false],
  ])('%s is watched by its extension: %s', (pattern, is) => {
    expect(isWatched(pattern)).toBe(is);
  });
});

describe('a name that is watched as it is', () => {
  it.each(['metrics.json', 'metrics [2].json', '{a,b}.csv', 'what?.csv', '*.json', '[]'])('%s', name => {
    const matches = picomatch(globOf(name), { dot: true });
    expect(matches(name)).toBe(true);
    expect(['metrics 2.json', 'a.csv', 'whats.csv', 'b.json'].some(other => matches(other))).toBe(false);
  });
});
