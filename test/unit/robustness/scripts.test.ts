import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../../src/base/lines';
import type { Place } from '../../../src/base/place';
import { scriptSource } from '../../../src/base/source';
import type { LintResult } from '../../../src/rules/lint';
import { lintSource } from '../../support/lintExample';
import { PATHOLOGICAL } from '../../support/pathological';
import { filesUnder, readText } from '../../support/sources';

const TORTURE = 'test/fixtures/torture';
const scripts = filesUnder(TORTURE, '.py');

const BROKEN = [
  'half_typed.py',
  'unterminated.py',
  'bad_dedent.py',
  'conflict.py',
  'null_bytes.py',
  'no_break_space.py',
  'notebook_export.py',
];

const lintText = (text: string): LintResult => lintSource(scriptSource('/project/script.py', text));

/** Every place that a result names lies inside the text, and is a range that runs forward. */
function checkPlaces(text: string, result: LintResult): void {
  const index = lineIndex(text);
  const places: Place[] = [
    ...result.problems.map(({ place }) => place),
    ...result.findings.flatMap(({ place, path, fix }) => [
      place,
      ...path.map(step => step.place),
      ...(fix?.edits ?? []).map(edit => edit.place),
    ]),
  ];
  for (const { range } of places) {
    const [start, end] = [index.offsetAt(range.start), index.offsetAt(range.end)];
    expect(index.rangeOf({ start, end })).toEqual(range);
    expect(start).toBeLessThanOrEqual(end);
  }
}

describe('scripts that are not as they should be', () => {
  it.each(scripts)('%s', path => {
    const text = readText(path);
    checkPlaces(text, lintText(text));
  });

  const leaks = scripts.filter(path => /\/leak_(?!after)/.test(path));
  it.each(leaks)('%s: the leak in line 8 is found', path => {
    const { findings, problems } = lintText(readText(path));
    expect(findings.map(({ rule, place }) => `${rule} ${place.range.start.line + 1}`)).toEqual([
      'fit-before-split 8',
    ]);
    expect(problems).toEqual([]);
  });

  it('a leak below a broken function is still found', () => {
    const { findings, problems } = lintText(readText(`${TORTURE}/leak_after_rubbish.py`));
    expect(findings.map(({ rule }) => rule)).toEqual(['fit-before-split']);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['new_syntax.py', 'empty.py', 'blank.py', 'comment.py', 'unicode.py'])(
    '%s: nothing is wrong',
    name => {
      expect(lintText(readText(`${TORTURE}/${name}`)).problems).toEqual([]);
    },
  );

  it('Python 2 is read but for what no statement of Python 3 looks like', () => {
    const { problems } = lintText(readText(`${TORTURE}/python2.py`));
    const lines = readText(`${TORTURE}/python2.py`).split('\n');
    const texts = problems.map(({ place }) => lines[place.range.start.line]);
    expect(texts).toEqual([
      'print "reading", 3, `x`',
      'lambda (a, b): a + b',
      'def f((a, b), c=3L): return a',
    ]);
  });

  it('what is broken is said to be', () => {
    for (const name of BROKEN) {
      expect(lintText(readText(`${TORTURE}/${name}`)).problems, name).not.toEqual([]);
    }
  });
});

describe('programs that only machines write', () => {
  it.each(Object.keys(PATHOLOGICAL))('%s', name => {
    const text = PATHOLOGICAL[name]?.() ?? '';
    checkPlaces(text, lintText(text));
  });

  it('do not hide the leak that comes after them', () => {
    const leak = readText(`${TORTURE}/leak_lf.py`);
    for (const name of ['nested brackets', 'a long sum', 'nested calls', 'a long chain of elif']) {
      const { findings } = lintText(`${PATHOLOGICAL[name]?.() ?? ''}${leak}`);
      expect(
        findings.map(({ rule }) => rule),
        name,
      ).toEqual(['fit-before-split']);
    }
  });
});

describe('whatever is typed', () => {
  const whole = [...filesUnder('examples', '.py'), ...scripts].map(readText);
  const source = fc.constantFrom(...whole);

  it('half a file', () => {
    fc.assert(
      fc.property(source, fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
        const cut = text.slice(0, Math.floor(text.length * part));
        checkPlaces(cut, lintText(cut));
      }),
      { numRuns: 100 },
    );
  });

  it('a file with a piece cut out and another put in', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '[',
        '"',
        "'''",
        '\n',
        '\n    ',
        ':',
        '\\',
        '%',
        '!',
        '{',
        'f"{',
        ',',
        '=',
        '*',
        '@',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    );
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(40), piece, (text, at, length, inserted) => {
        const start = text.length === 0 ? 0 : at % text.length;
        const edited = text.slice(0, start) + inserted + text.slice(start + length);
        checkPlaces(edited, lintText(edited));
      }),
      { numRuns: 200 },
    );
  });

  it('any characters at all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), text => checkPlaces(text, lintText(text))),
      { numRuns: 200 },
    );
  });
});
