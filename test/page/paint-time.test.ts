import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ReportView } from '../../src/reports/view';
import { useMetricsPage } from './metrics-page';
import { MEGABYTES, saidAnew } from './paint-view';
import { VIEW } from './view';

/**
 * How soon the page shows the verdict of a report that it is sent, and how long its tasks are meanwhile:
 * `TIMES=1 npx vitest run --config test/page/vitest.config.ts paint-time`. With `REPORT=<file>` also of that report, which
 * `bench/report.ts --keep <file>` leaves.
 */
const isWanted = process.env['TIMES'] !== undefined;
const ROUNDS = 5;

const report = useMetricsPage();
const kept = process.env['REPORT'];

const VIEWS: readonly (readonly [string, ReportView])[] = [
  ['a small report', VIEW],
  ['sixty metrics on two hundred slices', MEGABYTES],
  ...(kept === undefined ? [] : ([['the kept report', JSON.parse(readFileSync(kept, 'utf8'))]] as const)),
];

interface Painted {
  /** From the message to the end of the first frame that shows the verdict, in milliseconds. */
  readonly verdict: number;
  /** From the message until everything stands in the page. */
  readonly whole: number;
  /** The longest task meanwhile; 0 where none took 50 ms. */
  readonly longest: number;
}

test.skipIf(!isWanted).each(VIEWS)('the first frame of %s', { timeout: 300_000 }, async (name, view) => {
  const first: Painted[] = [];
  const again: Painted[] = [];
  const restored: Painted[] = [];
  const size = JSON.stringify(view).length;
  for (let round = 0; round < ROUNDS; round++) {
    const page = await report.open();
    first.push(await painted(page, view));
    again.push(await painted(page, saidAnew(view)));
    await page.context().close();
    const back = await report.open({ state: { project: view.project.file, tab: 'slices', offset: -900 } });
    restored.push(await painted(back, view));
    await back.context().close();
  }
  console.log(
    [
      `${name}, ${(size / 1024).toFixed(0)} kB:`,
      words('shown first', first),
      words('shown anew', again),
      words('shown where the reader was', restored),
    ].join('\n'),
  );
});

function words(what: string, all: readonly Painted[]): string {
  const of = (pick: (one: Painted) => number): string => {
    const sorted = all.map(pick).sort((a, b) => a - b);
    return `${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms (at most ${sorted.at(-1)?.toFixed(0)})`;
  };
  return `  ${what}: verdict ${of(one => one.verdict)}, whole ${of(one => one.whole)}, longest task ${of(one => one.longest)}`;
}

/** Sends the view from within the page, as nothing else can tell when the message was posted. */
async function painted(page: Page, view: ReportView): Promise<Painted> {
  const last = view.sections.findLast(({ missing }) => missing === undefined);
  const wanted = { view, text: view.summary.text, last: last?.title ?? '' };
  const found = await page.evaluate(watchPaint, wanted);
  expect(found.row).toBe(rowOf(view));
  return found;
}

/** What the first row of the verdicts is called. */
function rowOf({ sections }: ReportView): string {
  const blocks = sections.find(({ id }) => id === 'verdict')?.blocks ?? [];
  const table = blocks.find(block => block.kind === 'table');
  const cell = table?.rows[0]?.cells[0];
  if (cell === undefined) throw new Error('The report has no verdict.');
  return typeof cell === 'string' ? cell : cell.text;
}

interface Wanted {
  readonly view: ReportView;
  readonly text: string;
  /** The title of the last section. */
  readonly last: string;
}

/** Runs in the page. A frame has ended when a message that its callback posts comes in. */
async function watchPaint({ view, text, last }: Wanted): Promise<Painted & { readonly row: string }> {
  const nextFrame = (): Promise<void> =>
    new Promise(resolve =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage('');
      }),
    );
  const title = view.sections.find(({ id }) => id === 'verdict')?.title;
  const verdictRow = (): string => {
    const section = document.querySelector('#at-verdict');
    if (section?.querySelector('h2')?.textContent !== title) return '';
    if (document.querySelector('.summary')?.textContent !== text) return '';
    return section?.querySelector('tbody th')?.textContent ?? '';
  };
  const isWhole = (): boolean =>
    [...document.querySelectorAll('[data-section] > h2')].some(({ textContent }) => textContent === last);
  const tasks: number[] = [];
  const observer = new PerformanceObserver(list =>
    list.getEntries().forEach(one => tasks.push(one.duration)),
  );
  observer.observe({ type: 'longtask' });
  await nextFrame();
  await new Promise(resolve => setTimeout(resolve, 100));
  tasks.length = 0;
  const start = performance.now();
  window.postMessage({ type: 'report', view }, '*');
  while (verdictRow() === '') await nextFrame();
  const [verdict, shown] = [performance.now() - start, verdictRow()];
  while (!isWhole()) await nextFrame();
  const whole = performance.now() - start;
  await new Promise(resolve => setTimeout(resolve, 300));
  observer.disconnect();
  return { verdict, whole, longest: Math.max(0, ...tasks), row: shown };
}
