import type { Place } from '../base/place';
import type { HistoryView } from '../reports/history-view';
import type { ReportView } from '../reports/view';
import { isArrayOf, isNumber, isObject, isOneOf, isString, optional, type Guard } from './decode';
import { isHistoryView } from './history-guard';
import { isPlace } from './place-guard';
import { isReportView } from './report-guard';

/** What a report page and the extension say to each other. Both sides decode at run time and drop what they do not know. */
export type ToPage =
  | { readonly type: 'report'; readonly view: ReportView }
  | { readonly type: 'history'; readonly view: HistoryView }
  /** Show a part of the page: one of its tabs, the anchor of a section or block, or `metric/` and the name of one. */
  | { readonly type: 'show'; readonly tab: string }
  /** What came of something that the page asked for, a sentence. */
  | { readonly type: 'said'; readonly message: string }
  | { readonly type: 'gone'; readonly message: string };

export type FromPage =
  /** The page has loaded and wants its data. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Place }
  /** Ask where to save a picture, and write it. */
  | { readonly type: 'save'; readonly picture: Picture }
  /** Ask for a manifest. */
  | { readonly type: 'create' }
  /** Put a text on the clipboard. */
  | { readonly type: 'copy'; readonly text: string };

/** A picture that a page drew, as a file. */
export interface Picture {
  /** What the file is called, without its ending: small letters, digits and hyphens. */
  readonly name: string;
  readonly format: 'svg' | 'png';
  /** The text of an SVG; the bytes of a PNG in base64. At most {@link MOST_DATA} characters. */
  readonly data: string;
}

/** What a page may hand over at once, in characters: no table or picture of ours comes near. */
export const MOST_DATA = 20_000_000;

/** What a page keeps with `setState`, so that VS Code can restore it after a reload. */
export interface PageState {
  /** The manifest's path. */
  readonly project: string;
  /** The tab that is open, or the section at the top of the window. */
  readonly tab: string;
  /** How far the section's beginning lies below the top of the window, in pixels. */
  readonly offset?: number;
  /** What is unfolded. */
  readonly open?: readonly string[];
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
const isCreateMessage = isObject<FromPage & { type: 'create' }>({ type: isOneOf('create') });
const isSaidMessage = isObject<ToPage & { type: 'said' }>({ type: isOneOf('said'), message: isString });
const isName: Guard<string> = (data): data is string =>
  isString(data) && data.length <= 100 && /^[a-z0-9][a-z0-9-]*$/.test(data);
const isData: Guard<string> = (data): data is string => isString(data) && data.length <= MOST_DATA;
const isPicture = isObject<Picture>({ name: isName, format: isOneOf('svg', 'png'), data: isData });
const isSaveMessage = isObject<FromPage & { type: 'save' }>({ type: isOneOf('save'), picture: isPicture });
const isCopyMessage = isObject<FromPage & { type: 'copy' }>({ type: isOneOf('copy'), text: isData });
const isPageState = isObject<PageState>({
  project: isString,
  tab: isString,
  offset: optional(isNumber),
  open: optional(isArrayOf(isString)),
});

/** A message for the page, or `undefined` for anything else. */
export function decodeToPage(data: unknown): ToPage | undefined {
  if (isReportMessage(data) || isHistoryMessage(data)) return data;
  return isShowMessage(data) || isGoneMessage(data) || isSaidMessage(data) ? data : undefined;
}

/** A message from the page, or `undefined` for anything else. */
export function decodeFromPage(data: unknown): FromPage | undefined {
  if (isReadyMessage(data) || isOpenMessage(data) || isCreateMessage(data)) return data;
  return isSaveMessage(data) || isCopyMessage(data) ? data : undefined;
}

/** What a page kept, or `undefined` when it kept nothing or another version's state. */
export function decodePageState(data: unknown): PageState | undefined {
  return isPageState(data) ? data : undefined;
}
