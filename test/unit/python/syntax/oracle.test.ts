import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../oracle/compare';
import { dumpWithCPython } from '../../../oracle/cpython';
import { ROOT, filesUnder, readText } from '../../../support/sources';

interface Case {
  readonly title: string;
  readonly text: string;
}

/** Snippets between lines of dashes, each a module of its own that CPython accepts. */
function snippets(name: string): Case[] {
  const file = readFileSync(`${ROOT}/test/fixtures/python/${name}.txt`, 'utf8');
  return file.split(/^----\n/m).map(text => ({ title: `${name}: ${text.trim()}`, text }));
}

const LINES = 'if x:\n    y = """a\nb""" \\\n  + z\n\n    f(\n  1)\nelse: pass\n';

const LAYOUT: Readonly<Record<string, string>> = {
  'CR LF': LINES.replaceAll('\n', '\r\n'),
  CR: LINES.replaceAll('\n', '\r'),
  'no last line end': LINES.trimEnd(),
  'form feeds': `x\n\f\ny = 1\n\fz\n`,
  'a byte order mark': `\ufeffx = 1\ny\n`,
  'nothing at all': '',
  'blanks only': '  \n\t\n  ',
};

const CASES: readonly Case[] = [
  ...['expressions', 'strings', 'statements'].flatMap(snippets),
  ...Object.entries(LAYOUT).map(([title, text]) => ({ title, text })),
  ...[...filesUnder('examples', '.py'), ...filesUnder('test/oracle', '.py')].map(path => ({
    title: path,
    text: readText(path),
  })),
];

const EXPECTED = dumpWithCPython(CASES.map(({ text }) => text));

describe('our tree is that of CPython 3.14', () => {
  it.each(CASES.map((each, index) => ({ ...each, expected: EXPECTED[index] })))(
    '$title',
    ({ text, expected }) => {
      expect(expected, 'CPython must accept the snippet').not.toBeNull();
      expect(difference(text, expected ?? '', { seesFStrings: true })).toBeUndefined();
    },
  );
});
