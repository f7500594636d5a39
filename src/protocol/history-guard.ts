import type { HistoryRow, HistoryView, LedgerView, LookRow } from '../reports/history-view';
import { HISTORY_KINDS } from '../reports/history-view';
import { isArrayOf, isBoolean, isObject, isOneOf, isString, optional } from './decode';
import { isNotice } from './document-guard';
import { isPlace } from './place-guard';

const isRow = isObject<HistoryRow>({
  id: isString,
  kind: isOneOf(...HISTORY_KINDS),
  day: isString,
  time: isString,
  who: optional(isString),
  text: isString,
  details: isArrayOf(isString),
  stage: optional(isString),
  commit: optional(isString),
});
const isLook = isObject<LookRow>({
  label: isString,
  file: isString,
  time: isString,
  scores: isString,
  several: isBoolean,
  noted: isBoolean,
  place: optional(isPlace),
});
const isLedger = isObject<LedgerView>({
  summary: isString,
  looks: isArrayOf(isLook),
  possible: isArrayOf(isObject<LedgerView['possible'][number]>({ text: isString, place: isPlace })),
  chance: isArrayOf(isString),
  doubts: isArrayOf(isString),
});

/** Is this a history that the page can draw? */
export const isHistoryView = isObject<HistoryView>({
  project: isObject<HistoryView['project']>({ name: isString, file: isString }),
  summary: isString,
  stages: isArrayOf(isObject<HistoryView['stages'][number]>({ id: isString, title: isString })),
  entries: isArrayOf(isRow),
  notices: isArrayOf(isNotice),
  ledger: isLedger,
});
