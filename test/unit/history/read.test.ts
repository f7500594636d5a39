import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/history/entry';
import { readHistory } from '../../../src/history/read';
import { standingOf } from '../../../src/history/standing';
import { decision, ONE_OF_EACH } from './entries';

const FILE = '/w/.holdout/history.jsonl';
const text = ONE_OF_EACH.map(lineOf).join('');
const ids = (log: string): readonly string[] => readHistory(FILE, log).entries.map(({ id }) => id);
const codes = (log: string): readonly (readonly [string, number])[] =>
  readHistory(FILE, log).problems.map(({ code, place }) => [code, place.range.start.line]);

describe('the history log', () => {
  it('gives back every kind of entry as it was written', () => {
    const { entries, problems, lost } = readHistory(FILE, text);
    expect([...entries].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [...ONE_OF_EACH].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(problems).toEqual([]);
    expect(lost).toBe(0);
  });

  it('reads the same from lines in any order, any number of times', () => {
    const lines = ONE_OF_EACH.map(lineOf);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        fc.array(fc.constantFrom(...lines), { maxLength: 20 }),
        (shuffled, again) => {
          const read = readHistory(FILE, [...shuffled, ...again].join(''));
          const before = readHistory(FILE, lines.join(''));
          expect(read).toEqual(before);
          expect(standingOf(read.entries)).toEqual(standingOf(before.entries));
        },
      ),
    );
  });

  it('is not put off by a byte order mark, carriage returns and empty lines', () => {
    const odd = `\uFEFF${text.replaceAll('\n', '\r\n\r\n')}`;
    expect(ids(odd)).toEqual(ids(text));
    expect(codes(odd)).toEqual([]);
  });

  it('keeps both sides of a merge conflict, and names its marks', () => {
    const [one = '', two = '', three = ''] = ONE_OF_EACH.map(lineOf);
    const log = `${one}<<<<<<< HEAD\n${two}||||||| base\n=======\n${three}>>>>>>> other\n`;
    expect(ids(log)).toEqual(['d1', 'd3', 'd2']);
    expect(codes(log)).toEqual([1, 3, 4, 6].map(line => ['merge-conflict', line]));
    expect(readHistory(FILE, log).lost).toBe(0);
  });

  it('keeps two entries apart that share an id by accident', () => {
    const other = decision({ stage: 'training' });
    expect(ids(lineOf(decision()) + lineOf(other))).toEqual(['d1', 'd1']);
    expect(ids(lineOf(other) + lineOf(decision()))).toEqual(['d1', 'd1']);
  });

  it.each([
    ['a last line that is cut short', text.slice(0, -20), ONE_OF_EACH.length - 1],
    ['text', `${text}hello\n`, ONE_OF_EACH.length],
    ['a list', `${text}[]\n`, ONE_OF_EACH.length],
    ['no id', `${text}{"time":"2026-10-03T12:00:00Z","who":"a","what":"sealed"}\n`, ONE_OF_EACH.length],
    ['no time', `${text}{"id":"x","who":"a","what":"sealed"}\n`, ONE_OF_EACH.length],
    ['a time that is none', `${text}{"id":"x","time":"2026-13-40T99:00:00Z","who":"a","what":"look"}\n`, 10],
    ['nobody', `${text}{"id":"x","time":"2026-10-03T12:00:00Z","what":"sealed"}\n`, ONE_OF_EACH.length],
    ['a sign-off of nothing', `${text}${lineOf(decision({ id: 'x', stage: '' }))}`, ONE_OF_EACH.length],
    [
      'a tick of a whole stage',
      `${text}${lineOf(decision({ id: 'x', what: 'ticked' }))}`,
      ONE_OF_EACH.length,
    ],
  ])('loses one line and no other to %s, and says where', (_what, log, count) => {
    const { entries, problems, lost } = readHistory(FILE, log);
    expect(entries).toHaveLength(count);
    expect(lost).toBe(1);
    expect(problems).toMatchObject([{ code: 'broken-entry', severity: 'warning', place: { file: FILE } }]);
    expect(problems[0]?.place.range.start.line).toBe(log.trimEnd().split('\n').length - 1);
  });

  it('leaves alone what a later version wrote', () => {
    const log = `${text}{"id":"x","time":"2026-10-03T12:00:00Z","who":"a","what":"renamed"}\n`;
    expect(codes(log)).toEqual([['unknown-entry', ONE_OF_EACH.length]]);
    expect(readHistory(FILE, log).lost).toBe(0);
  });

  it('takes no name of an object for a kind of entry', () => {
    expect(codes('{"id":"x","time":"2026-10-03T12:00:00Z","who":"a","what":"constructor"}')).toEqual([
      ['unknown-entry', 0],
    ]);
  });
});
