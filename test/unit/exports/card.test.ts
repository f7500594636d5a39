import { describe, expect, it } from 'vitest';
import { newCard, renewedCard } from '../../../src/exports/card/card';
import { cardProblems } from '../../../src/exports/card/check';
import type { CardFacts } from '../../../src/exports/card/facts';
import { markText, marksIn } from '../../../src/exports/card/marks';
import { numbersOf } from '../../../src/exports/card/numbers';
import { readModelCard } from '../../../src/metrics/readers/model-card';
import type { ReportView } from '../../../src/reports/view';
import { reportOf } from '../reports/report-of';

const MANIFEST =
  'accuracy: { min: 0.8, baseline: 0.5, split: test }\nlatency: { max: 100, unit: ms, kind: operational }';
const FACTS: CardFacts = {
  field: path => ({ task: 'binary', 'data.sources': 'the ledger | of 2026', owner: 'Ada' })[path],
  isTabular: true,
};

const view = (accuracy: string, latency = '84'): ReportView =>
  reportOf(MANIFEST, {
    'reports/m.json': `{\n "test": { "accuracy": ${accuracy}, "n": 50 },\n "latency": ${latency}\n}`,
  });
const sources = (accuracy: string, latency?: string) => ({
  view: view(accuracy, latency),
  facts: FACTS,
  root: '/p',
});
const check = (text: string, now: ReportView) =>
  cardProblems({ file: '/p/CARD.md', text, root: '/p' }, numbersOf(now));

/** The text with every fix made, last first. */
function mended(text: string, now: ReportView): string {
  const lines = text.split('\n');
  for (const { fix } of [...check(text, now)].reverse()) {
    if (!fix) continue;
    const { start, end } = fix.place.range;
    const line = lines[start.line] ?? '';
    lines[start.line] = line.slice(0, start.column) + fix.newText + line.slice(end.column);
  }
  return lines.join('\n');
}

const card = newCard(sources('0.9'));

describe('a model card', () => {
  it('is read as Hugging Face reads it, with the values in full', () => {
    const { value, problems } = readModelCard('/p/CARD.md', newCard(sources('0.9047619047619048')));
    expect(problems).toEqual([]);
    expect(value.values).toMatchObject([{ name: 'accuracy', value: 0.9047619047619048, split: 'test' }]);
    expect(value.runs).toMatchObject([
      { name: 'Fraud', params: { task: 'tabular-classification', dataset: 'the ledger | of 2026' } },
    ]);
  });

  it('binds every number that it shows to its source', () => {
    expect(
      marksIn(card).map(mark => ('bad' in mark ? mark : [mark.metric, mark.part, mark.shown?.text])),
    ).toEqual([
      ['accuracy', 'value', '0.9'],
      ['accuracy', 'value', '0.9'],
      ['accuracy', 'low', '0.786'],
      ['accuracy', 'high', '0.957'],
      ['accuracy', 'n', '50'],
      ['accuracy', 'target', '0.8'],
      ['accuracy', 'baseline', '0.5'],
      ['latency', 'value', '84'],
      ['latency', 'target', '100'],
    ]);
    expect(check(card, view('0.9'))).toEqual([]);
  });

  it('says where a number stands that its source has left behind, with both numbers, and mends it', () => {
    const now = view('0.88');
    const problems = check(card, now);
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['card-number-moved', 'The card says that `accuracy` is 0.9; it is 0.88 now (reports/m.json:2).'],
      ['card-number-moved', 'The card says that `accuracy` is 0.9; it is 0.88 now (reports/m.json:2).'],
      [
        'card-number-moved',
        'The card says that the lower end of the interval of `accuracy` is 0.786; it is 0.762 now (reports/m.json:2).',
      ],
      [
        'card-number-moved',
        'The card says that the upper end of the interval of `accuracy` is 0.957; it is 0.9438 now (reports/m.json:2).',
      ],
    ]);
    const [first] = problems;
    const { start, end } = first?.place.range ?? {
      start: { line: 0, column: 0 },
      end: { line: 0, column: 0 },
    };
    expect(card.split('\n')[start.line]?.slice(start.column, end.column)).toBe('0.9');
    const after = mended(card, now);
    expect(check(after, now)).toEqual([]);
    expect(after).toContain('value: 0.88 # holdout: `accuracy` = 0.88 (reports/m.json)');
  });

  it('keeps the digits that somebody chose', () => {
    const bound = (shown: string): string => `${shown}<!-- holdout: \`accuracy\` = 0.9 (reports/m.json) -->`;
    const now = view('0.8764');
    expect(mended(bound('**90 %**'), now)).toContain('**88 %<!--');
    expect(mended(bound('90.0%'), now)).toContain('87.6%<!--');
    expect(mended(bound('0.90'), now)).toContain('0.88<!--');
    expect(check(bound('88 %'), now)).toEqual([]);
    expect(check(bound('0.88'), now)).toEqual([]);
  });

  it('tells a number that was edited from one whose source moved on', () => {
    const edited = card.replace('| 0.9<!--', '| 0.95<!--');
    expect(check(edited, view('0.9'))).toMatchObject([
      {
        code: 'card-number-edited',
        message: expect.stringMatching(/is 0\.95, and its source says 0\.9 /) as string,
      },
    ]);
  });

  it('says that a source is gone, and that a mark is none', () => {
    const gone = reportOf('f1: { min: 0.5 }', {});
    expect(new Set(check(card, gone).map(({ code }) => code))).toEqual(new Set(['card-number-lost']));
    expect(check('0.9<!-- holdout: accuracy 0.9 -->', view('0.9'))).toMatchObject([
      { code: 'card-bad-mark' },
    ]);
    expect(check('none <!-- holdout: `accuracy` = 0.9 -->', view('0.9'))).toMatchObject([
      { code: 'card-no-number' },
    ]);
  });

  it('binds names that would end a comment or a mark', () => {
    const name = 'a--> `b` <x> 100%-- (B)';
    const place = {
      file: '/p/m.json',
      range: { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } },
    };
    const mark = markText({ metric: name, part: 'low', value: -1.5, place }, 'a--b).json', 'html');
    expect(mark.slice(4, -3)).not.toContain('--');
    expect(marksIn(`−1.5${mark}`)).toMatchObject([
      { metric: name, part: 'low', value: -1.5, shown: { text: '−1.5' } },
    ]);
  });
});

describe('creating it again', () => {
  it('changes nothing where nothing has changed', () => {
    expect(renewedCard(card, sources('0.9'))).toEqual({ ok: true, value: card });
  });

  it('rewrites its own words, and leaves the others as they are, with their line ends', () => {
    const own = card.replace('## Citation\n\n[More Information Needed]', '## Citation\n\nAda, 2026');
    const renewed = renewedCard(own.replaceAll('\n', '\r\n'), sources('0.7'));
    expect(renewed.ok && renewed.value.replaceAll('\r\n', '')).not.toContain('\n');
    expect(renewed.ok && renewed.value.replaceAll('\r\n', '\n')).toBe(
      newCard(sources('0.7')).replace('## Citation\n\n[More Information Needed]', '## Citation\n\nAda, 2026'),
    );
  });

  it('adds its results to a card that it never wrote in', () => {
    const renewed = renewedCard('---\nlicense: mit\n---\n\n# Mine\n\nWords.\n', sources('0.9'));
    if (!renewed.ok) throw new Error(renewed.failure);
    expect(renewed.value).toMatch(/^---\nlicense: mit\n# holdout:begin model-index\nmodel-index:/);
    expect(renewed.value).toContain(
      '---\n\n# Mine\n\nWords.\n\n## Evaluation\n\n### Results\n\n<!-- holdout:begin results -->',
    );
    expect(renewedCard(renewed.value, sources('0.9'))).toEqual(renewed);
    const theirs = renewedCard('---\nmodel-index: []\n---\n# Mine\n', sources('0.9'));
    expect(theirs.ok && theirs.value).toMatch(/^---\nmodel-index: \[\]\n---\n# Mine\n/);
    const plain = renewedCard('# Mine\n', sources('0.9'));
    expect(plain.ok && plain.value).toMatch(/^---\n# holdout:begin model-index\n[^]*---\n\n# Mine\n/);
  });

  it.each([
    '<!-- holdout:begin results -->\n',
    '<!-- holdout:end results -->\n',
    '<!-- holdout:begin a -->\n<!-- holdout:begin b -->\n<!-- holdout:end b -->\n<!-- holdout:end a -->\n',
  ])('writes nothing where marks do not pair: %j', text => {
    expect(renewedCard(text, sources('0.9'))).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/do not pair/) as string,
    });
  });
});
