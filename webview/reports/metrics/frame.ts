import type { Place } from '../../../src/base/place';
import { START_OF_FILE } from '../../../src/base/place';
import type { PageState } from '../../../src/protocol/webview';
import { withoutEcho } from '../../../src/reports/echo';
import type { ReportView } from '../../../src/reports/view';
import type { Actions } from '../../parts/actions';
import { el } from '../../parts/dom';
import type { Host } from '../../parts/host';
import { anchor } from '../../parts/table-block';
import { button } from '../../parts/toolkit';
import { expectWidth } from '../../parts/picture';
import { contents } from './contents';
import { empty } from './empty';
import { goBack, hasRoom, keepingPlace, readingPlace, sectionOf } from './reading-place';
import { reportBody, type Body } from './report-body';
import { MISSING } from './section';
import { unfold } from './section-blocks';
import { strip } from './strip';

/** What stays while reports come and go. */
export interface Frame {
  draw(view: ReportView): void;
  /** Shows a section, a block, or the row of a metric. */
  show(target: string): void;
}

/** Builds the page: its head, the contents, and the report; `actions` say and remember. */
export function frameOf(page: HTMLElement, host: Host, actions: Actions, keep: () => void): Frame {
  const [head, summary] = [el('header'), el('p', { role: 'status', class: 'summary' })];
  const [top, report] = [el('div', { class: 'top' }), el('div', { class: 'report' })];
  const body = reportBody(report, actions, change => keepingPlace(page, change));
  let view: ReportView | undefined;
  const create = (): void => host.post({ type: 'create' });
  const go = (target: string): void => {
    const id = anchorOf(target, view);
    body.when(
      () => hasRoom(placeOf(id), 0),
      () => {
        unfold(id);
        goTo(id);
      },
    );
  };
  const list = contents(go);
  const layout = el('div', { class: 'layout' }, list.element, el('div', { class: 'column' }, top, report));
  page.replaceChildren(head, summary, layout);
  const mark = (): void => list.mark(readingPlace(report)?.section ?? '');
  onScroll(() => {
    mark();
    keep();
  });
  return {
    show: go,
    draw: next => {
      const isFirst = view === undefined;
      const kept = isFirst ? host.state() : undefined;
      view = next;
      keepingPlace(page, () => {
        drawAll({ head, summary, top, view: next, open: actions.open, create });
        // From then on pictures know how wide they are.
        if (isFirst) expectWidth(report.clientWidth);
        list.draw(listed(next));
      });
      body.draw(withoutEcho(next.sections, next.summary.text));
      if (kept) restore(kept, body, report);
      mark();
      keep();
    },
  };
}

interface Upper {
  readonly head: HTMLElement;
  readonly summary: HTMLElement;
  readonly top: HTMLElement;
  readonly view: ReportView;
  readonly open: (place: Place) => void;
  /** Asks for a manifest. */
  readonly create: () => void;
}

function drawAll({ head, summary, top, view, open, create }: Upper): void {
  const { project } = view;
  const toManifest = (): void => open({ file: project.file, range: START_OF_FILE });
  head.replaceChildren(
    el('h1', {}, `${project.name}: metrics`),
    view.isUnmanaged
      ? button('Create manifest', 'new-file', create)
      : button('Open manifest', 'go-to-file', toManifest),
  );
  // A status speaks when its words change, and only then.
  if (summary.textContent !== view.summary.text) summary.textContent = view.summary.text;
  if (view.isUnmanaged) top.replaceChildren();
  else top.replaceChildren(view.metrics.length > 0 ? strip(view.summary) : empty(view, open));
}

function listed({ sections }: ReportView): ReportView['sections'] {
  const told = sections.filter(({ missing }) => missing === undefined);
  return told.length < sections.length ? [...told, { ...MISSING, blocks: [] }] : told;
}

/** Back to where the reader was before a reload, unless they have gone elsewhere until that is drawn. */
function restore({ tab, offset }: PageState, body: Body, report: HTMLElement): void {
  if (tab === undefined || offset === undefined) return;
  const place = { section: tab, offset };
  body.when(
    () => hasRoom(sectionOf(report, place), offset),
    () => {
      if (scrollY === 0) goBack(report, place);
    },
  );
}

/** `metric/recall` is the row of that metric in the verdicts. */
function anchorOf(target: string, view: ReportView | undefined): string {
  const name = /^metric\/(.*)$/s.exec(target)?.[1];
  const metric = view?.metrics.find(one => one.name === name);
  if (!metric) return name === undefined ? target : 'verdict';
  const label = metric.split === undefined ? metric.name : `${metric.name} (${metric.split})`;
  return `verdict-table/${label}`;
}

function placeOf(target: string): HTMLElement | undefined {
  return document.getElementById(anchor(target)) ?? undefined;
}

/** Scrolls there, and takes the focus there, so that the keyboard goes on from it. */
function goTo(target: string): void {
  const there = placeOf(target);
  if (!there) return;
  const isSection = there.dataset['section'] !== undefined;
  there.scrollIntoView({ block: isSection ? 'start' : 'center' });
  const focused = isSection ? there.querySelector<HTMLElement>('h2') : there;
  if (focused && !focused.hasAttribute('tabindex')) focused.setAttribute('tabindex', '-1');
  focused?.focus({ preventScroll: true });
}

function onScroll(then: () => void): void {
  let isAsked = false;
  addEventListener('scroll', () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      then();
    });
  });
}
