import type { Page } from 'playwright-core';
import type { ReportView } from '../../src/reports/view';
import { SECTIONS } from './sections';
import type { Opening, UsedPage } from './use-page';
import { usePage } from './use-page';
import { VIEW } from './view';

export interface Showing extends Opening {
  readonly view?: ReportView;
}

/** The report page for the tests of one file, in one browser. */
export interface MetricsPage extends UsedPage {
  /** Opens it with a report. */
  show(showing?: Showing): Promise<Page>;
}

export function useMetricsPage(): MetricsPage {
  const used = usePage('metrics');
  const show = async ({ view = VIEW, ...opening }: Showing = {}): Promise<Page> => {
    const page = await used.open(opening);
    await used.send({ type: 'report', view });
    await page.getByRole('heading', { level: 1, name: view.project.name }).waitFor();
    return page;
  };
  return Object.assign(used, { show });
}

export function region(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name, exact: true });
}

export function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

/** Scrolls through the whole page, so that every chart is drawn. */
export async function drawAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      scrollTo(0, y);
      await new Promise(resolve => setTimeout(resolve, 40));
    }
    scrollTo(0, 0);
  });
}

/** The sections, one of which says something new. */
export function changed(id: string): ReportView['sections'] {
  const text = { kind: 'text' as const, text: 'Now it says something else.' };
  return SECTIONS.map(one => (one.id === id ? { ...one, blocks: [text, ...one.blocks] } : one));
}
