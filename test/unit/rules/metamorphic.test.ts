import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scriptSource } from '../../../src/base/source';
import { lint } from '../../../src/rules/lint';
import { RULES } from '../../../src/rules/registry';
import { parseRulePage } from '../../support/rulePage';

/** What is said of a program must not depend on how it is written down, and nothing may break the analysis. */
const PROGRAMS = RULES.flatMap(({ group, id }) =>
  parseRulePage(readFileSync(`src/rules/${group}/${id}.md`, 'utf8')).examples.filter(
    example => example.kind === 'script',
  ),
).map(example => example.code);

function reports(code: string): string[] {
  const { findings } = lint(scriptSource('/a.py', code), {
    severities: new Map(),
    declarations: { splits: [], groups: [] },
  });
  const lines = code.split('\n');
  return findings.map(({ rule, place }) => `${rule}: ${(lines[place.range.start.line] ?? '').trim()}`).sort();
}

const isFlat = (code: string): boolean => !/^[ \t]/m.test(code) && !/["']{3}/.test(code);

describe('findings', () => {
  it.each(PROGRAMS.map((code, i) => ({ i, code })))(
    'stay with blank lines and comments (program $i)',
    ({ code }) => {
      const spread = code
        .split('\n')
        .map(line => (/[([{,\\]\s*$|^\s*[)\]}]/.test(line) ? line : `${line}\n\n# a remark`))
        .join('\n');
      expect(reports(spread)).toEqual(reports(code));
    },
  );

  it.each(PROGRAMS.filter(isFlat).map((code, i) => ({ i, code })))(
    'stay inside a function that is called (program $i)',
    ({ code }) => {
      const wrapped = `def main():\n${code.replace(/^/gm, '    ')}\n\n\nmain()\n`;
      expect(reports(wrapped)).toEqual(reports(code));
    },
  );

  it.each(PROGRAMS.filter(isFlat).map((code, i) => ({ i, code })))(
    'stay with other names (program $i)',
    ({ code }) => {
      // Names that tell a test part from a validation part are part of what a program says.
      const rename = (text: string): string =>
        text
          .replace(/\bdf\b/g, 'frame')
          .replace(/\bmodel\b/g, 'learner')
          .replace(/\bscaler\b/g, 'prepare_it');
      const named = reports(code).map(line => line.replace(/(?<=: ).*/, rename));
      expect(reports(rename(code))).toEqual(named);
    },
  );

  it('never break: pieces of programs in any order, cut anywhere', () => {
    const lines = PROGRAMS.flatMap(code => code.split('\n'));
    const piece = fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 20 }));
    const program = fc
      .tuple(fc.array(piece, { maxLength: 60 }), fc.nat(3000))
      .map(([parts, end]) => parts.join('\n').slice(0, end));
    fc.assert(
      fc.property(program, code => {
        reports(code);
      }),
      { numRuns: 300 },
    );
  });

  it('never break: objects that hold themselves, functions that call each other', () => {
    for (const code of [
      'd = {}\nd["a"] = d\nfor k, v in d.items():\n  d[k] = v\n  for x, y in v.items(): d = y',
      'l = []\nl.append(l)\nl += l\nfor a in l:\n  for b in a: l.append(b)',
      'a.x = a\nb.x = b\nc = a if q else b\nc.x.x = c',
      'def f(x): return g(x)\ndef g(x): return f(g(x))\nf(g)',
      'class A(A): pass\nA().x.y()',
      `x = ${'('.repeat(500)}1${')'.repeat(500)}`,
      `x${'.a'.repeat(20_000)}`,
    ]) {
      expect(() => reports(code)).not.toThrow();
    }
  });
});
