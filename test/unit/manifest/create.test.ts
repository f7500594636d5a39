import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../../src/lifecycle/vocabulary';
import { newManifest } from '../../../src/manifest/create';
import { parseManifest } from '../../../src/manifest/parse';

describe('a new manifest', () => {
  it.each(['Churn', 'Card fraud: "screening" #2', 'true', '12', '- x', 'näme', "it's"])(
    'is valid and called %s',
    name => {
      const { value, problems } = parseManifest(
        '/p/holdout.yaml',
        newManifest({ name, lifecycle: 'nine-stage' }),
        vocabularyOf([]),
      );
      expect(problems).toEqual([]);
      expect(value).toMatchObject({ name, lifecycle: 'nine-stage' });
    },
  );

  it('fills in nothing for the user but three lines', () => {
    const { value } = parseManifest('/p/holdout.yaml', newManifest({ name: 'x', lifecycle: './ours.yaml' }));
    expect([...value.fields.keys()]).toEqual(['version', 'name', 'lifecycle']);
  });

  // Editors take the blank after the `#` away with it; people may take the `#` alone.
  it.each([
    ['`#` and a blank', /^# ?/gm],
    ['`#`', /^#/gm],
  ])('is still valid, and fills in nothing, when every line loses its %s', (_what, mark) => {
    const text = newManifest({ name: 'x', lifecycle: 'nine-stage' });
    const { value, problems } = parseManifest('/p/holdout.yaml', text.replaceAll(mark, ''), vocabularyOf([]));
    expect(problems).toEqual([]);
    expect([...value.fields.keys()]).toEqual(expect.arrayContaining(HINTED));
    const filled = [...value.fields].filter(([, field]) => field.filled).map(([path]) => path);
    expect(filled).toEqual(['version', 'name', 'lifecycle']);
    expect(value.metrics.filter(metric => metric.target)).toEqual([]);
    expect(value.runs).toEqual([]);
    expect(value.declarations.splits).toEqual([]);
  });

  it('shows by example what each value may be', () => {
    const text = newManifest({ name: 'x', lifecycle: 'nine-stage' });
    const on = text.replaceAll(/^#(?!#)/gm, '').replaceAll(/: # (?=[[{])/g, ': ');
    const { value, problems } = parseManifest('/p/holdout.yaml', on, vocabularyOf([]));
    expect(problems).toEqual([]);
    expect(value.metrics).toMatchObject([{ name: 'recall', target: { op: '>=', value: 0.8 } }]);
    expect(value.declarations.splits).toHaveLength(2);
    expect(value.runs).toHaveLength(1);
    expect(value.fields.get('problem.cost')?.filled).toBe(true);
  });
});

const HINTED = [
  'problem.decision',
  'problem.cost',
  'problem.baseline',
  'data.sources',
  'data.labelling',
  'data.splits',
  'data.target',
  'metrics.recall',
  'runs',
];
