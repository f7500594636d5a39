import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, paragraphMarkdown, proseMarkdown } from '../../../src/exports/markdown/text';
import { markdownReport, MOST_CHARACTERS } from '../../../src/exports/markdown/report';
import type { Block } from '../../../src/reports/document';
import { NASTY, RICH } from './rich-view';

interface Dom {
  readonly textContent: string;
  querySelectorAll(selector: string): Iterable<Dom>;
  getAttribute(name: string): string | null;
}

function dom(html: string): Dom {
  return (
    parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`) as unknown as { document: { body: Dom } }
  ).document.body;
}

const shown = (markdown: string): string =>
  dom(marked.parse(markdown, { async: false, gfm: true })).textContent.trim();
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a text in Markdown', () => {
  it.each([
    NASTY,
    '@ada',
    'fixes #12',
    'http://evil.test',
    'www.evil.test',
    '~~x~~',
    '<!-- x -->',
    '![x](y)',
    '***',
    '$x$',
  ])('shows %s as these words', text => {
    expect(words(shown(`a ${escapeMarkdown(text)}`))).toBe(words(`a ${text}`));
    expect([
      ...dom(marked.parse(escapeMarkdown(text), { async: false })).querySelectorAll('a, img, script'),
    ]).toEqual([]);
  });

  it('shows any text as its own words, also in a cell of a table', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab 1#@*_`|\\<>[]()!~$&;-+.=:/w\n"\''.split('')),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, given => {
        const row = `| h | i |\n| -- | -- |\n| x ${escapeMarkdown(given)} x | y |`;
        const cells = [...dom(marked.parse(row, { async: false })).querySelectorAll('td')];
        expect(cells.map(({ textContent }) => words(textContent))).toEqual([words(`x ${given} x`), 'y']);
      }),
    );
  });

  it.each(['- no list', '1. no list', '# no heading', '=== no heading', '+ no list', '2) no list'])(
    'begins with %s and makes nothing of it',
    text => {
      const html = dom(marked.parse(paragraphMarkdown(proseMarkdown(text)), { async: false }));
      expect([...html.querySelectorAll('li, h1, h2')]).toEqual([]);
      expect(html.textContent.trim()).toBe(text);
    },
  );

  it('keeps code between backticks, also with a bar in a table', () => {
    const row = `| a |\n| -- |\n| ${proseMarkdown('the gap `a | b` of one')} |`;
    const html = dom(marked.parse(row, { async: false }));
    expect([...html.querySelectorAll('td code')].map(({ textContent }) => textContent)).toEqual(['a | b']);
    expect(shown(proseMarkdown('one ` alone'))).toBe('one ` alone');
  });
});

describe('the report as Markdown', () => {
  const text = markdownReport(RICH, { root: '/project' });
  const html = dom(marked.parse(text, { async: false, gfm: true }));

  it('has every section, charts as their tables', () => {
    const titles = [...html.querySelectorAll('h3, summary')].map(({ textContent }) => textContent);
    expect(titles).toEqual(['Words', 'Slices', 'Charts', 'What would make this report say more']);
    // Slices, and one of each of five charts.
    expect([...html.querySelectorAll('table')]).toHaveLength(6);
    expect(text).toContain('0.81](reports/metrics%20%28old%29.json#L4) (0.780 – 0.830, n = 1,200)');
  });

  it('has nothing but what it was given: no script, no link that is not to a file of the project', () => {
    expect([...html.querySelectorAll('script, img')]).toEqual([]);
    const links = new Set(
      [...html.querySelectorAll('a')].map(link => link.getAttribute('href')?.replace(/#.*/, '')),
    );
    expect([...links]).toEqual(['reports/metrics%20%28old%29.json']);
    expect(text).not.toContain('/home/ada');
    expect(text).not.toContain('/project');
  });

  it('is cut where there is no more room, says so, and leaves no tag open', () => {
    const table = RICH.sections[1]?.blocks[0];
    if (table?.kind !== 'table') throw new Error('The second section is a table.');
    const rows = Array.from({ length: 3000 }, () => table.rows[0] ?? { cells: [] });
    const long = {
      ...RICH,
      sections: [{ id: 'long', title: 'Long', blocks: [{ ...table, rows }] }, ...RICH.sections],
    };
    const cut = markdownReport(long, { root: '/project' });
    expect(cut.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(cut.length).toBeGreaterThan(MOST_CHARACTERS - 1000);
    expect(cut).toContain('**Cut here**, within “Long”; 4 sections are left out');
    expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
    for (const most of [600, 2000, 3000]) {
      const small = markdownReport(RICH, { root: '/project' }, most);
      expect(small.length).toBeLessThanOrEqual(most);
      expect(small).toContain('**Cut here**');
    }
  });
});

describe('what is said once', () => {
  const table: Extract<Block, { kind: 'table' }> = {
    kind: 'table',
    id: 't',
    title: 'Metrics',
    columns: [{ title: 'Metric' }, { title: 'Value', isNumber: true }],
    rows: [{ cells: ['recall', '0.9'] }, { cells: ['latency', '84 ms'] }],
  };
  const chart = (of: Extract<Block, { kind: 'table' }>): Block => ({
    kind: 'chart',
    id: 'c',
    title: 'Picture',
    text: 'Each dot is a value.',
    chart: { kind: 'intervals', axis: { title: 'x', domain: [0, 1] }, rows: [] },
    table: of,
  });
  const drawn = (blocks: readonly Block[], summary = 'Summed up.'): string =>
    markdownReport(
      { ...RICH, sections: [{ id: 'verdict', title: 'Verdict', summary, blocks }] },
      { root: '/p' },
    );

  it('a chart whose rows are those of a table before it', () => {
    const text = drawn([table, chart({ ...table, rows: table.rows.slice(0, 1) })]);
    expect(text.match(/recall/g)).toHaveLength(1);
    expect(text).not.toContain('Each dot');
  });

  it('and not a chart that says more', () => {
    const other = { ...table, rows: [{ cells: ['recall', '0.8'] }] };
    expect(drawn([table, chart(other)]).match(/recall/g)).toHaveLength(2);
    expect(drawn([chart(table), table]).match(/recall/g)).toHaveLength(2);
  });

  it('the summary, which stands at the top', () => {
    const { text } = RICH.summary;
    expect(drawn([table], text).split(text)).toHaveLength(2);
    expect(drawn([table])).toContain('Summed up.');
  });
});
