import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModuleSource } from '../../../src/base/source';
import { scriptSource } from '../../../src/base/source';
import { RULES } from '../../../src/rules/registry';
import { lintSource } from '../../support/lintExample';
import { parseRulePage } from '../../support/rulePage';
import { readText } from '../../support/sources';
import type { Variant, Way } from '../../support/variants';
import { aliased, cells, extracted, meddled, padded, renamed, spread, wrapped } from '../../support/variants';

/** What is said of a program must not depend on how it is written down, and nothing may break the analysis. */
const PROGRAMS = RULES.flatMap(({ group, id }) =>
  parseRulePage(readText(`src/rules/${group}/${id}.md`))
    .examples.filter(({ kind, code }) => kind !== 'notebook' && !code.startsWith('# %%'))
    .map(({ code, line }) => ({ code, name: `${id}.md:${line}` })),
);

/** What is reported, by rule and line of the program as it was; a notebook's own rules have nothing to say of scripts. */
function reports(source: ModuleSource, origins?: Variant['origins']): string[] {
  return lintSource(source)
    .findings.filter(({ code }) => !code.startsWith('G'))
    .map(({ rule, place: { cell, range } }) => {
      const above = cell === undefined ? '' : source.text.slice(0, source.segments[cell]?.start ?? 0);
      const line = above.split('\n').length - 1 + range.start.line;
      return `${rule} in line ${String((origins ? origins[line] : line) ?? 'of another program')}`;
    })
    .sort();
}

const SAME: Readonly<Record<string, Way>> = {
  'with other names': renamed,
  'with other names for what is imported': aliased,
  'with comments and blank lines': spread,
  'with statements that have nothing to do with it': padded,
  'with a part of an expression in a variable': extracted,
  'in a function that is called': wrapped,
  'in the cells of a notebook': cells,
};

describe.each(PROGRAMS)('findings of $name', ({ code }) => {
  const plain = reports(scriptSource('/a.py', code));

  it.each(Object.entries(SAME))('stay %s', (_, way) => {
    const variant = way(code);
    if (variant) expect(reports(variant.source, variant.origins)).toEqual(plain);
  });

  it('do not become more where nobody knows what a call does', () => {
    const variant = meddled(code);
    const meddledReports = variant ? reports(variant.source, variant.origins) : [];
    expect(meddledReports.filter(report => !plain.includes(report))).toEqual([]);
  });
});

describe('the analysis', () => {
  it('never break: pieces of programs in any order, cut anywhere', () => {
    const lines = PROGRAMS.flatMap(({ code }) => code.split('\n'));
    const piece = fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 20 }));
    const program = fc
      .tuple(fc.array(piece, { maxLength: 60 }), fc.nat(3000))
      .map(([parts, end]) => parts.join('\n').slice(0, end));
    fc.assert(
      fc.property(program, code => {
        reports(scriptSource('/a.py', code));
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
      expect(() => reports(scriptSource('/a.py', code))).not.toThrow();
    }
  });
});
