import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { tooltipMarkdown } from '../../../src/extension/tree/markdown';

const html = (title: string, text: string) =>
  marked.parse(tooltipMarkdown({ title, paragraphs: [{ text }] }));

describe('a tooltip', () => {
  it('leads to a place by a command, with nothing in it that would end the link', () => {
    const place = {
      file: '/ada/a (1).py',
      range: { start: { line: 1, column: 0 }, end: { line: 1, column: 2 } },
    };
    const markdown = tooltipMarkdown({ title: 'x', paragraphs: [{ text: 'See.', place }] });
    const [, argument = ''] =
      /<a href="command:holdout\.openPlace\?([^"]*)">Go to it<\/a>/.exec(String(marked.parse(markdown))) ??
      [];
    expect(JSON.parse(decodeURIComponent(argument))).toEqual([place]);
  });

  it('has a heading, labels and code', () => {
    const markdown = tooltipMarkdown({
      title: 'What does it cost?',
      paragraphs: [{ label: 'Unmet', text: '`problem.cost` is empty.' }, { text: 'Say it.' }],
    });
    expect(marked.parse(markdown)).toBe(
      '<p><strong>What does it cost?</strong></p>\n' +
        '<p><em>Unmet:</em> <code>problem.cost</code> is empty.</p>\n<p>Say it.</p>\n',
    );
  });

  it.each([
    ['a link', '[click](command:evil)', '[click](command:evil)'],
    ['an address', 'see https://example.org', 'see https://example.org'],
    ['a heading', '# Big', '# Big'],
    ['a list', '1. one', '1. one'],
    ['several lines', 'one\n\n- two', 'one - two'],
    ['half a code span', 'a ` b *c*', 'a ` b *c*'],
  ])('draws %s as text', (_what, text, shown) => {
    expect(html('x', text)).toBe(`<p><strong>x</strong></p>\n<p>${shown}</p>\n`);
  });

  it('draws no element but its own, whatever a manifest says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), text => {
        const tags = [...String(html('x', text)).matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag);
        expect(tags.filter(tag => !['p', 'strong', 'code'].includes(tag ?? ''))).toEqual([]);
      }),
    );
  });
});
