import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START_OF_FILE } from '../../../src/base/place';
import { isFraction, normalName, shareOf, takeSplit } from '../../../src/metrics/names';
import { lookUp, mergeTables, type Lookup, type MetricQuery } from '../../../src/metrics/select';
import type { MetricTable, MetricValue } from '../../../src/metrics/table';

type Sketch = Partial<MetricValue> & { readonly name: string };

/** A run with values; each value is its index in the list. */
function run(id: string, ...values: readonly Sketch[]): MetricTable {
  const file = `/p/${id}.json`;
  return {
    runs: [{ id, name: id, file, params: {} }],
    values: values.map((sketch, index) => ({
      run: id,
      value: index,
      raw: String(index),
      place: { file, range: START_OF_FILE },
      ...sketch,
    })),
  };
}

/** `b 2` for the third value of run b; or the kind of failure with its candidates. */
function found(table: MetricTable, query: MetricQuery): string {
  const lookup = lookUp(table, query);
  return lookup.kind === 'found'
    ? `${lookup.run.id} ${lookup.value.value}${lookup.splitAssumed ? ' split assumed' : ''}`
    : [lookup.kind, ...candidates(lookup)].join(' ');
}

function candidates(lookup: Lookup): string[] {
  return 'candidates' in lookup ? lookup.candidates.map(({ value }) => String(value)) : [];
}

describe('spellings', () => {
  const table = run(
    'a',
    { name: 'ROC-AUC' },
    { name: 'roc_auc' },
    { name: 'rf.recall_score' },
    { name: 'F1' },
  );

  test.each([
    ['ROC-AUC', 'a 0'],
    ['roc_auc', 'a 1'],
    ['f1_score', 'a 3'],
    ['sensitivity', 'a 2'],
    ['rf.recall_score', 'a 2'],
    ['precision', 'missing'],
  ])('%s', (name, expected) => expect(found(table, { name })).toBe(expected));

  test('two that are equally near are ambiguous', () => {
    expect(found(table, { name: 'auroc' })).toBe('ambiguous 0 1');
    expect(found(run('a', { name: 'rf.f1' }, { name: 'svm.f1' }), { name: 'f1' })).toBe('ambiguous 0 1');
  });
});

describe('splits', () => {
  const table = run('a', { name: 'f1', split: 'train' }, { name: 'f1', split: 'test' }, { name: 'auc' });

  test.each([
    [{ name: 'f1', split: 'train' }, 'a 0'],
    [{ name: 'f1', split: 'holdout' }, 'a 1'],
    [{ name: 'train_f1' }, 'a 0'],
    [{ name: 'f1' }, 'a 1'],
    [{ name: 'f1', split: 'validation' }, 'elsewhere 0 1'],
    [{ name: 'auc', split: 'test' }, 'a 2 split assumed'],
  ])('%j', (query, expected) => expect(found(table, query)).toBe(expected));

  test('splits that the user named match by their own words', () => {
    const sites = run('a', { name: 'f1', split: 'site-a' }, { name: 'f1', split: 'site_b' });
    expect(found(sites, { name: 'f1', split: 'site-b' })).toBe('a 1');
    expect(found(sites, { name: 'f1' })).toBe('ambiguous 0 1');
  });
});

describe('slices', () => {
  const classes = run(
    'a',
    { name: 'recall', slice: { class: '0' } },
    { name: 'recall', slice: { class: '1' } },
  );

  test('the positive class, or the one that is asked for', () => {
    expect(found(classes, { name: 'recall' })).toBe('ambiguous 0 1');
    expect(found(classes, { name: 'recall', positive: '1' })).toBe('a 1');
    expect(found(classes, { name: 'recall', slice: { class: '0' } })).toBe('a 0');
    expect(found(classes, { name: 'recall', slice: { class: '2' } })).toBe('elsewhere 0 1');
  });

  test('the whole comes before its parts', () => {
    const mixed = mergeTables([run('a', { name: 'f1', slice: { country: 'SE' } }, { name: 'f1' })]);
    expect(found(mixed, { name: 'f1', positive: 'SE' })).toBe('a 1');
  });
});

describe('runs and steps', () => {
  const table = mergeTables([run('a', { name: 'auc' }), run('b', { name: 'f1' }), run('c', { name: 'f1' })]);

  test('the first that has it, and the later ones', () => {
    const lookup = lookUp(table, { name: 'f1' });
    expect(lookup.kind === 'found' && [lookup.run.id, [...lookup.laterRuns]]).toEqual(['b', ['c']]);
  });

  test('one by its id or file', () => {
    expect(found(table, { name: 'f1', run: 'c' })).toBe('c 0');
    expect(found(table, { name: 'f1', run: '/p/c.json' })).toBe('c 0');
    expect(found(table, { name: 'f1', run: 'a' })).toBe('missing');
  });

  test('the last step', () => {
    const steps = run('a', { name: 'loss', step: 3 }, { name: 'loss', step: 9 }, { name: 'loss', step: 5 });
    expect(found(steps, { name: 'loss' })).toBe('a 1');
  });
});

describe('files with a syntax error', () => {
  const place = { file: '/p/cut.json', range: START_OF_FILE };
  const sound = run('sound', { name: 'f1' });
  const whole = run('cut', { name: 'f1' });
  const cut = { ...whole, runs: whole.runs.map(one => ({ ...one, fault: place })) };

  test('what they say is not known, nor what they might have said', () => {
    const first = mergeTables([cut, sound]);
    expect(lookUp(first, { name: 'f1' })).toEqual({ kind: 'malformed', fault: place });
    expect(lookUp(first, { name: 'auc' })).toEqual({ kind: 'malformed', fault: place });
  });

  test('a run that comes before them, or is asked for, counts', () => {
    expect(found(mergeTables([sound, cut]), { name: 'f1' })).toBe('sound 0');
    expect(found(mergeTables([cut, sound]), { name: 'f1', run: 'sound' })).toBe('sound 0');
  });
});

describe('names', () => {
  test.each([
    ['test_accuracy', 'accuracy', 'test'],
    ['val/loss', 'loss', 'validation'],
    ['f1-dev', 'f1', 'validation'],
    ['Test Accuracy', 'Accuracy', 'test'],
    ['testosterone_error', 'testosterone_error', undefined],
    ['constructor_x', 'constructor_x', undefined],
    ['metrics/mAP50(B)', 'metrics/mAP50(B)', undefined],
  ])('%s', (name, bare, split) => {
    expect(takeSplit(name)).toEqual({ name: bare, ...(split !== undefined && { split }) });
  });

  test('normal form, share and range', () => {
    expect(normalName(' ROC-AUC (macro) ')).toBe('roc_auc_macro');
    expect([shareOf('rf.Recall'), shareOf('acc'), shareOf('ppv'), shareOf('f1')]).toEqual([
      'positives',
      'all',
      'predicted',
      undefined,
    ]);
    expect([isFraction('ROC-AUC'), isFraction('loss')]).toEqual([true, false]);
  });
});

test('one run of many is looked up as if it were alone', () => {
  const sketch = fc.record(
    {
      name: fc.constantFrom('f1', 'F1', 'test_f1', 'rf.f1', 'auc'),
      split: fc.constantFrom('test', 'train', 'site-a'),
      slice: fc.constantFrom({ class: '0' }, { class: '1' }),
      step: fc.nat(2),
    },
    { requiredKeys: ['name'] },
  );
  const query = fc.record(
    {
      name: fc.constantFrom('f1', 'test_f1', 'auc'),
      split: fc.constantFrom('test', 'train'),
      slice: fc.constant({ class: '1' }),
      positive: fc.constant('1'),
    },
    { requiredKeys: ['name'] },
  );
  fc.assert(
    fc.property(fc.array(sketch), fc.array(sketch), query, (a, b, asked) => {
      const one = run('b', ...b);
      const both = mergeTables([run('a', ...a), one]);
      expect(found(both, { ...asked, run: 'b' })).toBe(found(one, asked));
    }),
  );
});
