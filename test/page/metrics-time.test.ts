import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { changed, drawAll, focused, region, useMetricsPage } from './metrics-page';
import { VIEW } from './view';

const report = useMetricsPage();
const { open, show, send } = report;

const PROJECT = VIEW.project.file;

describe('contents', () => {
  test('lead to sections by the keyboard, and say where the reader is', async () => {
    const page = await show({ width: 1400 });
    const link = page.getByRole('navigation').getByRole('link', { name: 'Slices' });
    await link.focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Slices');
    await expect.poll(() => link.getAttribute('aria-current')).toBe('location');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Copy as Markdown');
  });

  test('count what casts doubt', async () => {
    const page = await show({ width: 1400 });
    const link = page.getByRole('navigation').getByRole('link', { name: 'Before you trust these numbers' });
    expect((await link.innerText()).replace(/\s+/g, ' ')).toBe('Before you trust these numbers 2 doubts');
  });

  test('fold in a narrow window, and close by Escape', async () => {
    const page = await show({ width: 400 });
    const list = page.getByRole('navigation').getByRole('listitem').first();
    expect(await list.isVisible()).toBe(false);
    await page.getByRole('navigation').locator('summary').focus();
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  });

  test('the page shows what it is asked for: a section, a chart, the row of a metric', async () => {
    const page = await show();
    await send({ type: 'show', tab: 'history' });
    await expect.poll(() => focused(page)).toBe('History and drift');
    await send({ type: 'show', tab: 'metric/specificity' });
    await expect.poll(() => focused(page)).toMatch(/^specificity \(test\)/);
    await send({ type: 'show', tab: 'nothing of ours' });
    await send({ type: 'show', tab: 'confusion' });
    await expect.poll(() => focused(page)).toMatch(/^What confusion shows/);
  });

  test('also where it is asked for before there is a report', async () => {
    const page = await open();
    await send({ type: 'show', tab: 'metric/precision' });
    await send({ type: 'report', view: VIEW });
    await expect.poll(() => focused(page)).toMatch(/^precision \(test\)/);
  });
});

describe('time', () => {
  test('a new report leaves focus and place, and redraws only what changed', async () => {
    const page = await show();
    await drawAll(page);
    const button = page.getByRole('button', { name: 'Copy as Markdown: What drift shows' });
    await button.focus();
    await page.evaluate(() => document.querySelector('#at-slices')?.setAttribute('data-kept', 'yes'));
    const top = (): Promise<number> => button.evaluate(one => one.getBoundingClientRect().top);
    const before = await top();
    await send({ type: 'report', view: { ...VIEW, sections: changed('verdict') } });
    await page.getByText('Now it says something else.').waitFor({ state: 'attached' });
    // What is above has grown; what is read stays.
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);
    expect(await focused(page)).toBe('Copy as Markdown');
    expect(await page.locator('#at-slices').getAttribute('data-kept')).toBe('yes');
    await send({ type: 'report', view: { ...VIEW, sections: changed('history') } });
    await page.getByText('Now it says something else.').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Copy as Markdown: What drift shows',
    );
  });

  test('a changed summary is spoken, the same one is not again', async () => {
    const page = await show();
    const texts = page.evaluate(
      () =>
        new Promise<string[]>(resolve => {
          const heard: string[] = [];
          const status = document.querySelector('.summary');
          if (!status) return resolve(['no status']);
          new MutationObserver(() => {
            heard.push(status.textContent ?? '');
            resolve(heard);
          }).observe(status, { childList: true });
        }),
    );
    await send({ type: 'report', view: VIEW });
    const text = '3 of 5 metrics met.';
    await send({ type: 'report', view: { ...VIEW, summary: { ...VIEW.summary, text } } });
    expect(await texts).toEqual([text]);
  });

  test('the place and what is unfolded are there again after a reload', async () => {
    const page = await show();
    await page.locator('#at-roc').scrollIntoViewIfNeeded();
    await page.locator('#at-roc summary').click();
    await expect.poll(() => report.opened.state()).toMatchObject({ tab: 'task' });
    const top = (one: Page): Promise<number> =>
      one.locator('#at-roc').evaluate(element => element.getBoundingClientRect().top);
    // Charts above are drawn as they come near, and the place is noted a moment after it was last moved.
    const settled = async (): Promise<string> =>
      JSON.stringify([await top(page), await report.opened.state()]);
    await expect.poll(async () => (await settled()) === (await later(300, settled))).toBe(true);
    const state = await report.opened.state();
    const before = await top(page);
    await page.context().close();
    const again = await show({ ...(state && { state }) });
    // Within a line or two: widths of scroll bars and fonts come in at different moments.
    await expect.poll(async () => Math.abs((await top(again)) - before)).toBeLessThan(30);
    expect(await again.locator('#at-roc').getByRole('table').count()).toBe(1);
  });

  test('a state that is not ours is no harm', async () => {
    const page = await show({ state: { project: PROJECT, tab: 'nonsense', offset: 7 } });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('a report that goes and comes back', async () => {
    const page = await show();
    await send({ type: 'gone', message: 'The manifest cannot be read.' });
    await page.getByRole('heading', { name: 'No report' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await send({ type: 'report', view: VIEW });
    await region(page, 'Verdict').waitFor();
  });
});

async function later<T>(ms: number, ask: () => Promise<T>): Promise<T> {
  await new Promise(resolve => setTimeout(resolve, ms));
  return ask();
}
