import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../src/base/result';
import type { Arithmetic, Expression } from '../../../src/manifest/expression/ast';
import { compare, evaluate, metricsIn } from '../../../src/manifest/expression/evaluate';
import { parseExpression } from '../../../src/manifest/expression/parse';
import { printExpression } from '../../../src/manifest/expression/print';

describe('parsing', () => {
  it.each([
    ['recall', 'recall'],
    ['recall[split=test] >= 0.8', 'recall[split=test] >= 0.8'],
    ['`metrics/mAP50(B)`[split=test]', '`metrics/mAP50(B)`[split=test]'],
    ['`acc,none` - acc', '`acc,none` - acc'],
    ['f1[split=test, slice.country=SE, run=baseline]', 'f1[split=test, slice.country=SE, run=baseline]'],
    ['f1[slice.country="New Zealand"]', 'f1[slice.country="New Zealand"]'],
    ['f1[slice.country=New Zealand]', 'f1[slice.country="New Zealand"]'],
    ['f1[run=3f2a-77]', 'f1[run=3f2a-77]'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ['(1 - 2) - 3', '1 - 2 - 3'],
    ['2 * (a + b) / c', '2 * (a + b) / c'],
    ['-(a + b) * c', '-(a + b) * c'],
    ['abs(a - b) <= max(0.05, c)', 'abs(a - b) <= max(0.05, c)'],
    ['5% + 1e-3', '0.05 + 0.001'],
    ['`abs`', '`abs`'],
    ['Ausbeute_ä > .5', 'Ausbeute_ä > 0.5'],
  ])('%s', (text, printed) => {
    const parsed = parseExpression(text);
    expect(parsed.ok ? printExpression(parsed.value) : parsed.failure).toBe(printed);
  });

  it.each([
    ['', 0, 0, /missing/],
    ['a +', 3, 3, /missing/],
    ['a b', 2, 3, /operator is missing/],
    ['(a', 2, 2, /Expected `\)`/],
    ['a = 1', 2, 3, /Comparisons are written/],
    ['a >= 1 >= 2', 7, 9, /not expected/],
    ['mean(a)', 0, 4, /no function `mean`/],
    ['abs(a, b)', 0, 9, /one argument/],
    ['a[fold=1]', 2, 6, /split=/],
    ['a[split=]', 8, 9, /value is missing/],
    ['a[split=test', 12, 12, /Expected `\]`/],
    ['`a', 0, 1, /closing ` is missing/],
    ['a $ b', 2, 3, /no meaning/],
    ['"a"', 0, 3, /operator is missing|not expected/],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 50, 51, /nested/],
    ['a + '.repeat(600) + 'a', 2000, 2401, /at most 2,000/],
  ])('%s is refused where it goes wrong', (text, start, end, message) => {
    const parsed = parseExpression(text);
    if (parsed.ok) throw new Error('parsed');
    expect(parsed.failure.span).toEqual({ start, end });
    expect(parsed.failure.message).toMatch(message);
  });

  it('never throws, and points into the text', () => {
    const token = fc.constantFrom(
      'a',
      '`b c`',
      '1',
      '.5',
      '+',
      '-',
      '*',
      '/',
      '(',
      ')',
      '[',
      ']',
      'split',
      '=',
      ',',
      '>=',
      '==',
      'min',
      ' ',
      '`',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(token).map(parts => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          const parsed = parseExpression(text);
          if (parsed.ok) return;
          expect(parsed.failure.span.start).toBeGreaterThanOrEqual(0);
          expect(parsed.failure.span.end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(expressions(), expression => {
        const parsed = parseExpression(printExpression(expression));
        expect(parsed.ok ? bare(parsed.value) : parsed.failure).toEqual(bare(expression));
      }),
    );
  });
});

describe('evaluating', () => {
  const values: Readonly<Record<string, number>> = { a: 3, b: 4, zero: 0, nan: NaN };
  const value = (text: string) => {
    const parsed = parseExpression(text);
    if (!parsed.ok || parsed.value.kind === 'comparison') throw new Error('not arithmetic');
    return evaluate(parsed.value, ({ name }) => {
      const found = values[name];
      return found === undefined ? fail(`no ${name}`) : ok(found);
    });
  };

  it.each([
    ['a + b * 2', 11],
    ['(a + b) * 2', 14],
    ['a - b - 1', -2],
    ['12 / a / 2', 2],
    ['-a + b', 1],
    ['abs(a - b)', 1],
    ['min(a, b, 1)', 1],
    ['max(a)', 3],
    ['a / zero', Infinity],
    ['nan + 1', NaN],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toEqual({ ok: true, value: expected });
  });

  it.each(['a + c', 'c * zero', 'min(a, c)', '-c'])('%s has no value without c', text => {
    expect(value(text)).toEqual({ ok: false, failure: 'no c' });
  });

  it('compares, and never holds for NaN', () => {
    expect((['>=', '>', '<=', '<', '=='] as const).map(op => compare(2, op, 2))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect((['>=', '>', '<=', '<', '=='] as const).map(op => compare(NaN, op, 2))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('lists the metrics that it needs', () => {
    const parsed = parseExpression('abs(a[split=train] - b) <= max(c, 1)');
    expect(parsed.ok ? metricsIn(parsed.value).map(({ name }) => name) : []).toEqual(['a', 'b', 'c']);
  });
});

const SPAN = { start: 0, end: 0 };

function expressions(): fc.Arbitrary<Expression> {
  const name = fc.oneof(
    fc.constantFrom('recall', 'f1', 'mAP50', 'latency_p95', 'recall@10', 'abs', 'min'),
    fc.string({ minLength: 1 }).filter(text => !text.includes('`')),
  );
  const text = fc.string({ minLength: 1 }).filter(value => !value.includes('"'));
  const qualifier = fc.record({
    key: fc.constantFrom('split', 'run', 'slice.country'),
    value: fc.oneof(fc.constantFrom('test', 'run-1'), text),
  });
  const { arithmetic } = fc.letrec<{ arithmetic: Arithmetic }>(tie => ({
    arithmetic: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.record({
        kind: fc.constant('number' as const),
        value: fc.double({ min: 0, max: 1e9, noNaN: true }).map(x => x + 0),
        span: fc.constant(SPAN),
      }),
      fc.record({
        kind: fc.constant('metric' as const),
        name,
        qualifiers: fc.array(qualifier, { maxLength: 3 }),
        span: fc.constant(SPAN),
      }),
      fc.record({ kind: fc.constant('negation' as const), of: tie('arithmetic'), span: fc.constant(SPAN) }),
      fc.record({
        kind: fc.constant('binary' as const),
        op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: tie('arithmetic'),
        right: tie('arithmetic'),
        span: fc.constant(SPAN),
      }),
      fc.record({
        kind: fc.constant('call' as const),
        name: fc.constantFrom('min' as const, 'max' as const),
        args: fc.array(tie('arithmetic'), { minLength: 1, maxLength: 3 }),
        span: fc.constant(SPAN),
      }),
    ),
  }));
  const comparison = fc.record({
    kind: fc.constant('comparison' as const),
    op: fc.constantFrom('>=' as const, '>' as const, '<=' as const, '<' as const, '==' as const),
    left: arithmetic,
    right: arithmetic,
    span: fc.constant(SPAN),
  });
  return fc.oneof(arithmetic, comparison);
}

/** Without spans. */
function bare(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (key === 'span' ? undefined : value)),
  );
}
