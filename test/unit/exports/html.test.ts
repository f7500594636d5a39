import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/charts/draw';
import { htmlReport } from '../../../src/exports/html/report';
import { chartDocument } from '../../../src/host/node-charts';
import { NASTY, RICH } from './rich-view';

interface Dom {
  readonly textContent: string;
  querySelector(selector: string): Dom | null;
  querySelectorAll(selector: string): Iterable<Dom>;
  getAttribute(name: string): string | null;
}

const document = chartDocument();
const text = await htmlReport(RICH, {
  root: '/project',
  draw: ({ chart, ...block }) => drawChart(chart, { document, width: 800, ...block })?.outerHTML,
});
const page = (parseHTML(text) as unknown as { document: Dom }).document;

describe('the report as one HTML file', () => {
  it('needs nothing from outside, and runs nothing', () => {
    expect([...page.querySelectorAll('script, link, img, iframe, object, embed, form')]).toEqual([]);
    const addresses = [...page.querySelectorAll('[href], [src]')].map(
      one => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
    );
    expect(addresses.filter(address => !address.startsWith('#'))).toEqual([]);
    expect(text).not.toMatch(/url\((?!#)|@import/);
    expect(text).not.toMatch(/\son\w+\s*=\s*["']/);
  });

  it('allows its own style sheet alone, by its digest', () => {
    const style = page.querySelector('style')?.textContent ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
    // Which allows no attribute of that name.
    expect([...page.querySelectorAll('[style]')]).toEqual([]);
  });

  it('shows names as their words', () => {
    const heads = [...page.querySelectorAll('th[scope=row]')].map(({ textContent }) => textContent);
    expect(heads).toContain(NASTY.replaceAll('`', ''));
  });

  it('leads from its contents to every section, by anchors that are unique', () => {
    const ids = [...page.querySelectorAll('[id]')].map(one => one.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.querySelectorAll('nav a')].map(one => one.getAttribute('href')?.slice(1));
    expect(targets).toEqual(['words', 'slices', 'charts', 'missing']);
    expect(targets.every(target => ids.includes(target ?? ''))).toBe(true);
  });

  it('tells no path of the machine', () => {
    expect(text).not.toContain('/home/ada');
    expect(text).not.toContain('/project');
  });

  it('has the table of each chart beside it, and alone where the chart cannot be drawn', async () => {
    expect(page.querySelector('#chart-0 svg')).not.toBeNull();
    expect(page.querySelector('#chart-0 details table caption')?.textContent).toBe('Table of intervals');
    const plain = (parseHTML(await htmlReport(RICH, { root: '/project' })) as unknown as { document: Dom })
      .document;
    expect([...plain.querySelectorAll('svg, details')]).toEqual([]);
    expect(plain.querySelector('#chart-0 table caption')?.textContent).toBe('Table of intervals');
  });
});
