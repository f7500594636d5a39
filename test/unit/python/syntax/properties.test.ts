import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/base/place';
import type { ParseResult } from '../../../../src/python/syntax/ast';
import { Kind } from '../../../../src/python/syntax/ast';
import { parse } from '../../../../src/python/syntax/parse';
import type { Node } from '../../../../src/python/syntax/walk';
import { children, walk } from '../../../../src/python/syntax/walk';
import { PATHOLOGICAL } from '../../../support/pathological';
import { filesUnder, readText } from '../../../support/sources';

const TEXTS = [
  ...filesUnder('examples', '.py').map(readText),
  ...['expressions', 'strings', 'statements'].map(name =>
    readText(`test/fixtures/python/${name}.txt`).replaceAll('----\n', ''),
  ),
];

const TRICKY = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '"""',
  "f'",
  'f"{',
  '\\',
  '\n',
  '\r',
  '  ',
  '\t',
  ':',
  ';',
  ',',
  '.',
  '=',
  '*',
  '**',
  '@',
  '%',
  '!',
  '?',
  '#',
  'def ',
  'class ',
  'if ',
  'else:',
  'for ',
  'in ',
  'lambda ',
  'yield ',
  'await ',
  'async ',
  'match x:\n',
  'case ',
  'except ',
  'with (',
  'import ',
  'print ',
  '\ufeff',
  '\0',
  'é',
  '𝕏',
  '\ud800',
  '`',
  '$',
  '%%time\n',
  '!ls\n',
  'return\n',
  ':=',
  '->',
  '\u00a0',
];

const piece = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ maxLength: 4 }));

/** Real text with pieces deleted, inserted, or cut off. */
const mutilated = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), piece), { maxLength: 6 }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([text, edits, cut]) => {
    let result = cut === null ? text : text.slice(0, Math.floor(text.length * cut));
    for (const [where, length, insert] of edits) {
      const at = Math.floor(where * result.length);
      result = result.slice(0, at) + insert + result.slice(at + length);
    }
    return result;
  });

const soup = fc
  .array(fc.oneof(fc.constantFrom(...TRICKY), fc.constantFrom('x', '1', ' ', '\n', '\n  ', '+', 'f(')), {
    maxLength: 60,
  })
  .map(parts => parts.join(''));

/** Decorators stand before the span of their definition. */
function outer(node: Node): Span {
  const decorated = node.kind === Kind.FunctionDef || node.kind === Kind.ClassDef;
  const [first] = decorated ? node.decorators : [];
  return { start: first ? Math.min(first.start, node.start) : node.start, end: node.end };
}

function checkSpans(text: string, { module, problems, comments }: ParseResult): void {
  walk(module, node => {
    expect(node.start).toBeLessThanOrEqual(node.end);
    for (const child of children(node)) {
      expect(child.start).toBeGreaterThanOrEqual(outer(node).start);
      expect(child.end).toBeLessThanOrEqual(node.end);
    }
    return true;
  });
  for (const span of [...problems, ...comments]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.start).toBeLessThanOrEqual(span.end);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  inOrder(problems);
  inOrder(comments);
}

function inOrder(spans: readonly Span[]): void {
  spans.forEach((span, index) => expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.start ?? 0));
}

/** Every character outside the module's statements is layout or a comment. */
function checkNothingLost(text: string, { module, comments }: ParseResult): void {
  const covered = [...module.body.map(outer), ...comments].sort((a, b) => a.start - b.start);
  let at = 0;
  let rest = '';
  for (const { start, end } of covered) {
    rest += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  rest += text.slice(at);
  expect(rest.replace(/[\s;\\@\p{Cf}]/gu, '')).toBe('');
}

function check(text: string, notebook: boolean): void {
  const result = parse(text, { notebook });
  checkSpans(text, result);
  checkNothingLost(text, result);
}

describe('whatever the text', () => {
  it('mutilated code is parsed, spans nest, nothing is lost', () => {
    fc.assert(fc.property(mutilated, fc.boolean(), check), { numRuns: 150 });
  });

  it('so is a soup of tokens', () => {
    fc.assert(fc.property(soup, fc.boolean(), check), { numRuns: 600 });
  });

  it('cells never reach into each other', () => {
    const cells = fc.array(soup, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cells, texts => {
        let start = 0;
        const spans = texts.map(text => {
          const span = { start, end: start + text.length };
          start = span.end + 1;
          return span;
        });
        const whole = parse(texts.join('\n'), { notebook: true, cells: spans });
        checkSpans(texts.join('\n'), whole);
        const apart = texts.map(text => parse(text, { notebook: true }).module.body.length);
        expect(whole.module.body.length).toBe(apart.reduce((sum, count) => sum + count, 0));
        for (const statement of whole.module.body) {
          expect(spans.some(span => span.start <= outer(statement).start && statement.end <= span.end)).toBe(
            true,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.keys(PATHOLOGICAL))('%s', name => {
    const text = PATHOLOGICAL[name]?.() ?? '';
    const result = parse(text);
    expect(height(result.module)).toBeLessThan(2000);
    checkNothingLost(text, result);
  });
});

/** By recursion, as consumers walk. */
function height(node: Node): number {
  let highest = 0;
  for (const child of children(node)) highest = Math.max(highest, height(child));
  return highest + 1;
}
