import { describe, expect, it } from 'vitest';
import { cellsOf, fixPairs, judge, notebookJson, parseRulePage } from '../../support/rulePage';
import type { Example, Report } from '../../support/rulePage';

const page = (...lines: string[]): string => lines.join('\n');

describe('parseRulePage', () => {
  it('reads title, sections and blocks with the lines where they stand', () => {
    const text = page(
      '# `x-rule`',
      '',
      'What.',
      '',
      '## Examples',
      '',
      '```py',
      'a = 1',
      'b(a)  # expect: x-rule',
      '```',
    );
    const { title, sections, examples, problems } = parseRulePage(text);
    expect({ title, sections, problems }).toEqual({
      title: '`x-rule`',
      sections: ['Examples'],
      problems: [],
    });
    expect(examples).toEqual([
      { kind: 'script', line: 8, code: 'a = 1\nb(a)', marks: [{ kind: 'expect', rule: 'x-rule', line: 1 }] },
    ]);
  });

  it('reads several marks on one line, after a suppression comment', () => {
    const text = page('```py', 'f()  # holdout: ignore[q] why  # expect: a, b  # missing: c', '```');
    const [example] = parseRulePage(text).examples;
    expect(example?.code).toBe('f()  # holdout: ignore[q] why');
    expect(example?.marks.map(mark => `${mark.kind} ${mark.rule}`).sort()).toEqual([
      'expect a',
      'expect b',
      'missing c',
    ]);
  });

  it.each([
    ['an unknown word after py', page('```py befor', 'x', '```'), '1: `py befor` is not run'],
    ['python, which looks like py', page('', '```python', 'x', '```'), '2: `python` is not run'],
    ['before without after', page('```py before', 'x', '```'), '2: before without after'],
    ['after without before', page('```py after', 'x', '```'), '2: after without before'],
    ['a block in a list', page('- item', '', '  ```py', '  x', '  ```'), '1: a block inside another element'],
  ])('complains of %s', (_, text, start) => {
    const { problems } = parseRulePage(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(start), problems[0]).toBe(true);
  });

  it('leaves other languages alone and pairs fixes', () => {
    const text = page(
      '```sh',
      'ls',
      '```',
      '',
      '```py before',
      'a',
      '```',
      '',
      'becomes',
      '',
      '```py after',
      'b',
      '```',
    );
    const parsed = parseRulePage(text);
    expect(parsed.problems).toEqual([]);
    expect(fixPairs(parsed).map(pair => [pair.before.code, pair.after.code])).toEqual([['a', 'b']]);
  });
});

describe('judge', () => {
  const example = (...marks: Example['marks']): Example => ({ kind: 'script', line: 10, code: '', marks });
  const at = (rule: string, line: number): Report => ({ rule, line, message: 'm' });
  const expectA = { kind: 'expect', rule: 'a', line: 2 } as const;
  const missingA = { kind: 'missing', rule: 'a', line: 2 } as const;
  const spuriousA = { kind: 'spurious', rule: 'a', line: 2 } as const;

  it.each([
    ['a report where it is expected', example(expectA), [at('a', 2)]],
    ['no report, no mark', example(), []],
    ['a known miss that is still missed', example(missingA), []],
    ['a known false alarm that is still raised', example(spuriousA), [at('a', 2)]],
  ])('accepts %s', (_, marked, reports) => {
    expect(judge(marked, reports)).toEqual([]);
  });

  it.each([
    ['a report that is missing', example(expectA), [], ['12: a is not reported here']],
    [
      'a report on another line',
      example(expectA),
      [at('a', 3)],
      ['12: a is not reported here', '13: a is reported here without a mark: m'],
    ],
    ['a report of another rule', example(), [at('b', 0)], ['10: b is reported here without a mark: m']],
    [
      'one root cause reported twice',
      example(expectA),
      [at('a', 2), at('a', 2)],
      ['12: a is reported here without a mark: m'],
    ],
    [
      'a known miss that was mended',
      example(missingA),
      [at('a', 2)],
      ['12: a is reported now: change `missing` to `expect` (m)'],
    ],
    [
      'a known false alarm that was mended',
      example(spuriousA),
      [],
      ['12: a is no longer reported: remove `spurious`'],
    ],
  ])('rejects %s', (_, marked, reports, problems) => {
    expect(judge(marked, reports)).toEqual(problems);
  });
});

describe('notebook examples', () => {
  const code = page('# %% [markdown]', '# Title', '', '# %% [2]', 'x = 1', 'x', '', '# %% [ ]', 'y');

  it('are split at their cell lines', () => {
    expect(cellsOf(code)).toEqual([
      { type: 'markdown', executionCount: null, source: '# Title', line: 1 },
      { type: 'code', executionCount: 2, source: 'x = 1\nx', line: 4 },
      { type: 'code', executionCount: null, source: 'y', line: 8 },
    ]);
  });

  it('become a notebook file', () => {
    const notebook = JSON.parse(notebookJson(cellsOf(code))) as { cells: { cell_type: string }[] };
    expect(notebook.cells.map(cell => cell.cell_type)).toEqual(['markdown', 'code', 'code']);
  });
});
