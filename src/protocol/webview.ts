import type { Place } from '../base/place';
import type { HistoryView } from '../reports/history-view';
import type { ReportView } from '../reports/view';
import { isObject, isOneOf, isString } from './decode';
import { isHistoryView } from './history-guard';
import { isPlace } from './place-guard';
import { isReportView } from './report-guard';

/** What a report page and the extension say to each other. Both sides decode at run time and drop what they do not know. */
export type ToPage =
  | { readonly type: 'report'; readonly view: ReportView }
  | { readonly type: 'history'; readonly view: HistoryView }
  /** Open one of the page's tabs. */
  | { readonly type: 'show'; readonly tab: string }
  | { readonly type: 'gone'; readonly message: string };

export type FromPage =
  /** The page has loaded and wants its data. */
  { readonly type: 'ready' } | { readonly type: 'open'; readonly place: Place };

/** What a page keeps with `setState`, so that VS Code can restore it after a reload. */
export interface PageState {
  /** The manifest's path. */
  readonly project: string;
  readonly tab: string;
}

const isReportMessage = isObject<ToPage & { type: 'report' }>({
  type: isOneOf('report'),
  view: isReportView,
});
const isHistoryMessage = isObject<ToPage & { type: 'history' }>({
  type: isOneOf('history'),
  view: isHistoryView,
});
const isShowMessage = isObject<ToPage & { type: 'show' }>({ type: isOneOf('show'), tab: isString });
const isGoneMessage = isObject<ToPage & { type: 'gone' }>({ type: isOneOf('gone'), message: isString });
const isReadyMessage = isObject<FromPage & { type: 'ready' }>({ type: isOneOf('ready') });
const isOpenMessage = isObject<FromPage & { type: 'open' }>({ type: isOneOf('open'), place: isPlace });
const isPageState = isObject<PageState>({ project: isString, tab: isString });

/** A message for the page, or `undefined` for anything else. */
export function decodeToPage(data: unknown): ToPage | undefined {
  if (isReportMessage(data) || isHistoryMessage(data)) return data;
  return isShowMessage(data) || isGoneMessage(data) ? data : undefined;
}

/** A message from the page, or `undefined` for anything else. */
export function decodeFromPage(data: unknown): FromPage | undefined {
  return isReadyMessage(data) || isOpenMessage(data) ? data : undefined;
}

/** What a page kept, or `undefined` when it kept nothing or another version's state. */
export function decodePageState(data: unknown): PageState | undefined {
  return isPageState(data) ? data : undefined;
}
