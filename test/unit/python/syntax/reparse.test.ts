import { describe, expect, it } from 'vitest';
import type { ParseResult } from '../../../../src/python/syntax/ast';
import { differenceOf } from '../../../../src/python/syntax/edit';
import { settled } from '../../../../src/python/syntax/moved';
import { parse } from '../../../../src/python/syntax/parse';
import { parseAgain } from '../../../../src/python/syntax/reparse';

const TEXT = ['a = 1', 'b = f(a)', 'c = 2  # two', '@d', 'def g(x):', '    return x', 'h = g(c)', 'i = h)'];

/** One version after another, each read from what the one before left. */
function readAgain(texts: readonly string[]): ParseResult[] {
  let text = '';
  let parsed = parse(text);
  return texts.map(next => {
    const edit = differenceOf({ text, cells: [] }, { text: next, cells: [] });
    parsed = parseAgain({ text, options: {}, parsed }, edit, next, {});
    text = next;
    return parsed;
  });
}

const typedAt = (line: number, more: string): string =>
  TEXT.map((one, i) => (i === line ? one + more : one)).join('\n');

describe('a text that is read again', () => {
  it.each([
    'x',
    '.y(1)',
    '\nz = 3',
    '(',
    ' \\',
    '\n"""',
    '\n@e',
    '\nif a:',
    '\ntry:\n    pass',
    ' = print "a"',
  ])('is what it is when it is read whole, with %j typed anywhere', more => {
    for (const line of TEXT.keys()) {
      const texts = [typedAt(line, ''), typedAt(line, more), typedAt(line, '')];
      readAgain(texts);
      const last = readAgain([...texts, typedAt(0, ' + 1')]).at(-1);
      expect({ ...last, module: { ...last?.module, body: last?.module.body.map(settled) } }).toEqual(
        parse(typedAt(0, ' + 1')),
      );
    }
  });

  it('keeps the statements below the edit', () => {
    const [before, after] = readAgain([typedAt(0, ''), typedAt(2, ' and a half\n')]).map(
      ({ module }) => module.body,
    );
    expect(after?.at(-1)).toBe(before?.at(-1));
    expect(after?.[4]).toBe(before?.[4]);
    expect(after?.[4]?.start).toBe(typedAt(2, ' and a half\n').indexOf('h = g'));
  });
});
