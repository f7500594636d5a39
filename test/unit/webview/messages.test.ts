import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageHtml } from '../../../src/protocol/page';
import { decodeFromPage, decodePageState, decodeToPage } from '../../../src/protocol/webview';
import { VIEW } from '../../page/view';

const place = { file: '/p/m.json', range: { start: { line: 1, column: 2 }, end: { line: 1, column: 4 } } };

describe('to the page', () => {
  test('a report, also after it went through JSON', () => {
    expect(decodeToPage({ type: 'report', view: VIEW })).toEqual({ type: 'report', view: VIEW });
    expect(decodeToPage(JSON.parse(JSON.stringify({ type: 'report', view: VIEW })))).toBeDefined();
    expect(decodeToPage({ type: 'gone', message: 'x' })).toEqual({ type: 'gone', message: 'x' });
  });

  test('a report with any part missing is dropped, unless that part is optional', () => {
    for (const broken of without(VIEW))
      expect(decodeToPage({ type: 'report', view: broken })).toBeUndefined();
    const [first] = VIEW.metrics;
    const { split: _split, ...rest } = first ?? {};
    expect(decodeToPage({ type: 'report', view: { ...VIEW, metrics: [rest] } })).toBeDefined();
    expect(
      decodeToPage({ type: 'report', view: { ...VIEW, metrics: [{ ...rest, verdict: 'fine' }] } }),
    ).toBeUndefined();
  });
});

describe('from the page', () => {
  test('what it says', () => {
    expect(decodeFromPage({ type: 'ready' })).toEqual({ type: 'ready' });
    expect(decodeFromPage({ type: 'open', place })).toEqual({ type: 'open', place });
    expect(decodePageState({ project: '/p/holdout.yaml', tab: 'chart' })).toBeDefined();
  });

  test.each([
    [{ type: 'open' }],
    [{ type: 'open', place: { ...place, file: 7 } }],
    [{ type: 'open', place: { ...place, range: { start: { line: -1, column: 0 }, end: place.range.end } } }],
    [{ type: 'open', place: { ...place, cell: 0.5 } }],
    [{ type: 'run', command: 'x' }],
    ['ready'],
    [null],
  ])('%j is dropped', message => expect(decodeFromPage(message)).toBeUndefined());
});

test('nothing that is sent throws', () => {
  fc.assert(
    fc.property(fc.anything(), data => {
      expect(decodeToPage(data)).toBeUndefined();
      expect(decodeFromPage({ type: 'open', place: data })).toBeUndefined();
      expect(decodePageState(data)).toBeUndefined();
    }),
  );
});

describe('the document', () => {
  const html = pageHtml({
    title: 'A & <B>',
    script: 'https://host/metrics.js',
    styles: ['https://host/a.css', 'https://host/b.css'],
    cspSource: 'https://host',
    nonce: 'abc+/=',
  });

  test('allows its own script, styles and font, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy).toBe(
      "default-src 'none'; script-src 'nonce-abc+/='; style-src 'nonce-abc+/=' https://host; font-src https://host; img-src blob:",
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<style| style=| on\w+=/);
  });

  test('escapes what it is given', () => {
    expect(html).toContain('<title>A &amp; &lt;B&gt;</title>');
  });
});

/** The object without each of its fields in turn, at its top and one level down. */
function without(view: object): object[] {
  return Object.entries(view).flatMap(([name, value]: [string, unknown]) => {
    const rest = { ...view, [name]: undefined };
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
    const inside = Object.keys(inner).map(key => ({ ...view, [name]: { ...inner, [key]: undefined } }));
    return [rest, ...inside];
  });
}
