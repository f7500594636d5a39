import type { Place } from '../base/place';
import type {
  CompareView,
  ComparedRun,
  Curve,
  CurveDetail,
  CurveLine,
  RunChoice,
} from '../reports/compare/view';
import { isArrayOf, isIndex, isNumber, isObject, isOneOf, isString, optional } from './decode';
import { isSection } from './document-guard';
import { isPlace } from './place-guard';

export type { CurveDetail, RunChoice };

/** What the page that compares runs and the extension say to each other. */
export type ToCompare =
  | { readonly type: 'compare'; readonly view: CompareView }
  | { readonly type: 'detail'; readonly detail: CurveDetail }
  | { readonly type: 'gone'; readonly message: string };

export type FromCompare =
  | { readonly type: 'ready' }
  /** Ask for other runs. */
  | { readonly type: 'pick' }
  /** Ask for the points of a curve between two steps. */
  | { readonly type: 'zoom'; readonly curve: string; readonly from: number; readonly to: number }
  | { readonly type: 'open'; readonly place: Place };

/** What the page keeps with `setState`, so that VS Code can restore it after a reload. */
export interface CompareState {
  /** The manifest's path. */
  readonly project: string;
  readonly runs: readonly string[];
}

const isRun = isObject<ComparedRun>({
  id: isString,
  name: isString,
  path: isString,
  place: isPlace,
  time: optional(isString),
  status: optional(isString),
});
const isLine = isObject<CurveLine>({
  run: isIndex,
  steps: isArrayOf(isNumber),
  values: isArrayOf(isNumber),
  points: isIndex,
  left: isIndex,
});
const isCurve = isObject<Curve>({ id: isString, name: isString, lines: isArrayOf(isLine) });

/** Is this a comparison that the page can draw? */
export const isCompareView = isObject<CompareView>({
  project: isObject<CompareView['project']>({ name: isString, file: isString }),
  runs: isArrayOf(isRun),
  missing: isArrayOf(isString),
  summary: isString,
  sections: isArrayOf(isSection),
  curves: isArrayOf(isCurve),
});

const isCompareMessage = isObject<ToCompare & { type: 'compare' }>({
  type: isOneOf('compare'),
  view: isCompareView,
});
const isDetailMessage = isObject<ToCompare & { type: 'detail' }>({
  type: isOneOf('detail'),
  detail: isObject<CurveDetail>({ name: isString, from: isNumber, to: isNumber, lines: isArrayOf(isLine) }),
});
const isZoomMessage = isObject<FromCompare & { type: 'zoom' }>({
  type: isOneOf('zoom'),
  curve: isString,
  from: isNumber,
  to: isNumber,
});
const isGoneMessage = isObject<ToCompare & { type: 'gone' }>({ type: isOneOf('gone'), message: isString });
const isReadyMessage = isObject<FromCompare & { type: 'ready' }>({ type: isOneOf('ready') });
const isPickMessage = isObject<FromCompare & { type: 'pick' }>({ type: isOneOf('pick') });
const isOpenMessage = isObject<FromCompare & { type: 'open' }>({ type: isOneOf('open'), place: isPlace });
const isState = isObject<CompareState>({ project: isString, runs: isArrayOf(isString) });

/** A message for the page, or `undefined` for anything else. */
export function decodeToCompare(data: unknown): ToCompare | undefined {
  return isCompareMessage(data) || isDetailMessage(data) || isGoneMessage(data) ? data : undefined;
}

/** A message from the page, or `undefined` for anything else. */
export function decodeFromCompare(data: unknown): FromCompare | undefined {
  if (isReadyMessage(data) || isPickMessage(data) || isZoomMessage(data)) return data;
  return isOpenMessage(data) ? data : undefined;
}

/** What the page kept, or `undefined` for anything else. */
export function decodeCompareState(data: unknown): CompareState | undefined {
  return isState(data) ? data : undefined;
}
