import { describe, expect, it } from 'vitest';
import { lowerModule } from '../../../../src/python/ir/lower';
import { missingNames } from '../../../../src/python/names/missing';
import type { Notebook } from '../../../../src/python/names/model';
import { notebookOf } from '../../../../src/python/names/notebook';
import { parse } from '../../../../src/python/syntax/parse';

function notebook(...cells: readonly string[]): Notebook {
  const text = cells.join('\n');
  let start = 0;
  const segments = cells.map((cell, i) => {
    const segment = { start, end: start + cell.length, cell: i };
    start = segment.end + 1;
    return segment;
  });
  const parsed = parse(text, { notebook: true, cells: segments });
  return notebookOf(lowerModule(parsed.module), parsed, text, segments);
}

/** What a cell does, as `read df`, `define? x`: the question mark where it may not happen. */
function events(code: string): string[] {
  const [cell] = notebook(code).cells;
  return (cell?.events ?? []).map(event => {
    const name = 'name' in event ? ` ${event.name}` : '';
    return `${event.kind}${event.certain ? '' : '?'}${name}`;
  });
}

function missing(...cells: readonly string[]): string[] {
  return missingNames(notebook(...cells)).map(({ name }) => name);
}

describe('a cell', () => {
  it('reads, defines, changes and deletes names of the notebook', () => {
    expect(events('x = y\ndel x')).toEqual(['read y', 'define x', 'delete x']);
    expect(events("df['a'] = 1")).toEqual(['read df', 'change df']);
    expect(events('f(x)')).toEqual(['read f', 'read x', 'call f']);
    expect(events('from a import *')).toEqual(['open']);
  });

  it('does so for certain only where nothing can keep it from it', () => {
    expect(events('if a: b\nelse: c')).toEqual(['read a', 'read? b', 'read? c']);
    expect(events('try:\n  a\nexcept E:\n  b')).toEqual(['read? a', 'read? b']);
    expect(events('for a in b: c')).toEqual(['read b', 'define a', 'read c']);
    expect(events("if __name__ == '__main__': a")).toEqual(['read __name__', 'read a']);
  });

  it('keeps to itself what comprehensions, functions and classes bind', () => {
    expect(events('[a for a in b]')).toEqual(['read b']);
    expect(events('def f(a): return a + b')).toEqual(['define f']);
    expect(events('class A:\n  a = 1\n  b = a')).toEqual(['define A']);
  });

  it('may define whatever it mentions if it cannot be parsed', () => {
    expect(events('a = = b')).toEqual(expect.arrayContaining(['define? a', 'define? b']));
    expect(missing('a = = 1', 'a')).toEqual([]);
  });
});

describe('missing names', () => {
  it('are told once, and in functions where they are called', () => {
    expect(missing('a\na', 'a')).toEqual(['a']);
    expect(missing('def f(): return g()\ndef g(): return a', 'f()', 'a = 1')).toEqual(['a']);
    expect(missing('def f(): return a', 'a = 1', 'f()')).toEqual([]);
    expect(missing('def f(): yield a', 'f()')).toEqual([]);
  });

  it('are not looked for in what calls itself for ever', () => {
    expect(missing('def f(): return g()\ndef g(): return f()', 'f()')).toEqual([]);
    const doubled = Array.from({ length: 40 }, (_, i) => `def f${i}(): return f${i + 1}() + f${i + 1}()`);
    expect(missing(doubled.join('\n'), 'f0()')).toEqual(['f40']);
  });
});
