import { describe, expect, it } from 'vitest';
import { lowerModule } from '../../../../src/python/ir/lower';
import { printIr } from '../../../../src/python/ir/print';
import { parse } from '../../../../src/python/syntax/parse';

function checkIr(code: string, expected: string): void {
  const lines = printIr(lowerModule(parse(code).module))
    .trimEnd()
    .split('\n')
    .slice(1);
  expect(lines.map(line => line.replace(/^ {2}/, '')).join('\n')).toBe(expected.replace(/^\n/, '').trimEnd());
}

describe('lowering', () => {
  it('evaluates a chain of calls, items and attributes from the inside out', () => {
    checkIr(
      "x = df['a'].mean(axis=0) + 1",
      `
r0 = load df
r2 = const "a"
r1 = item r0[r2]
r3 = attr r1.mean
r5 = const 0
r4 = call r3(axis=r5)
r7 = const 1
r6 = r4 + r7
store x = r6
`,
    );
  });

  it('keeps the variables of a comprehension apart from the function around it', () => {
    const text = printIr(lowerModule(parse('x = 1\ny = [x for x in z]').module));
    expect(text).toMatch(/store x = /);
    expect(text).toMatch(/store x·\d+ = /);
  });

  it('lowers branches flat, loops with their element, and try with its handlers', () => {
    const text = printIr(
      lowerModule(
        parse('if a:\n  b\nelif c:\n  d\nelse:\n  e\nfor i in j:\n  k\ntry:\n  l\nexcept X as m:\n  n')
          .module,
      ),
    );
    expect(text.match(/^ {2}(test|else test|if r\d+|else|for r\d+ in r\d+|try|except|finally)$/gm)).toEqual([
      '  test',
      expect.stringMatching(/if r\d+/),
      '  else test',
      expect.stringMatching(/if r\d+/),
      '  else',
      expect.stringMatching(/for r\d+ in r\d+/),
      '  try',
      '  except',
      '  else',
      '  finally',
    ]);
  });

  it('gives functions, lambdas and classes bodies of their own', () => {
    const text = printIr(
      lowerModule(
        parse('@d\ndef f(a, *b, c=1, **e):\n  return a\ng = lambda x: x\nclass C(B):\n  y = 1').module,
      ),
    );
    expect(text).toMatch(/^function f\(a, \*b, c=r\d+, \*\*e\)$/m);
    expect(text).toMatch(/^lambda <lambda>\(x\)$/m);
    expect(text).toMatch(/^class C\(\)$/m);
    expect(text).toMatch(/= call r\d+\(r\d+\)/);
  });

  it('names what is imported by its dotted path', () => {
    const text = printIr(
      lowerModule(
        parse('import a.b\nimport a.b as c\nfrom . import d\nfrom ..e.f import g as h\nfrom i import *')
          .module,
      ),
    );
    expect(text.match(/import .*/g)).toEqual([
      'import a as a',
      'import a.b as c',
      'import .d as d',
      'import ..e.f.g as h',
      'import * from i',
    ]);
  });
});
