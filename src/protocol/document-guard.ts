import type {
  Bar,
  BarChart,
  Chart,
  HeatmapChart,
  IntervalChart,
  IntervalMark,
  Line,
  LineChart,
  Rule,
  ScatterChart,
  Axis,
} from '../base/chart';
import type {
  Certainty,
  Cell,
  ChartBlock,
  Column,
  FactBlock,
  Figure,
  Linked,
  Notice,
  NoticeBlock,
  Row,
  Section,
  TableBlock,
  TextBlock,
  Toned,
} from '../reports/document';
import type { MethodId } from '../reports/methods';
import { METHODS } from '../reports/methods';
import {
  isAnyOf,
  isArrayOf,
  isIndex,
  isNumber,
  isObject,
  isOneOf,
  isPair,
  isString,
  isTrue,
  optional,
  type Guard,
} from './decode';
import { isPlace } from './place-guard';

const isTone = isOneOf('good', 'bad', 'undecided', 'quiet');
const isNumbers = isArrayOf(isNumber);
const isStrings = isArrayOf(isString);
const isMatrix = isArrayOf(isNumbers);

const isAxis = isObject<Axis>({
  title: isString,
  scale: optional(isOneOf('log', 'time')),
  isWhole: optional(isTrue),
  domain: optional(isPair(isNumber)),
});
const isRule = isObject<Rule>({ at: isNumber, name: isString });
const isRuleOf = isObject<Rule & { readonly of: 'x' | 'y' }>({
  at: isNumber,
  name: isString,
  of: isOneOf('x', 'y'),
});

const isIntervalMark = isObject<IntervalMark>({
  name: isString,
  value: isNumber,
  low: optional(isNumber),
  high: optional(isNumber),
  target: optional(isNumber),
  baseline: optional(isNumber),
  tone: optional(isTone),
});
const isLine = isObject<Line>({
  name: isString,
  x: isNumbers,
  y: isNumbers,
  low: optional(isNumbers),
  high: optional(isNumbers),
  isReference: optional(isTrue),
  shape: optional(isOneOf('dots', 'dots-and-line', 'steps')),
});
const isBar = isObject<Bar>({
  name: isString,
  value: isNumber,
  low: optional(isNumber),
  high: optional(isNumber),
  group: optional(isString),
  tone: optional(isTone),
});
const isSide = isObject<HeatmapChart['rows']>({ title: isString, names: isStrings });
const isPoint = isObject<ScatterChart['points'][number]>({
  x: isNumber,
  y: isNumber,
  name: optional(isString),
});

const isChart: Guard<Chart> = isAnyOf<Chart>(
  isObject<IntervalChart>({
    kind: isOneOf('intervals'),
    axis: isAxis,
    rows: isArrayOf(isIntervalMark),
    rules: optional(isArrayOf(isRule)),
  }),
  isObject<LineChart>({
    kind: isOneOf('lines'),
    x: isAxis,
    y: isAxis,
    lines: isArrayOf(isLine),
    rules: optional(isArrayOf(isRuleOf)),
  }),
  isObject<BarChart>({
    kind: isOneOf('bars'),
    axis: isAxis,
    bars: isArrayOf(isBar),
    groups: optional(isStrings),
    rules: optional(isArrayOf(isRule)),
  }),
  isObject<HeatmapChart>({
    kind: isOneOf('heatmap'),
    rows: isSide,
    columns: isSide,
    cells: isMatrix,
    shares: optional(isMatrix),
  }),
  isObject<ScatterChart>({
    kind: isOneOf('scatter'),
    x: isAxis,
    y: isAxis,
    points: isArrayOf(isPoint),
    diagonal: optional(isTrue),
    rules: optional(isArrayOf(isRuleOf)),
  }),
);

const isMethod: Guard<MethodId> = (data): data is MethodId =>
  typeof data === 'string' && Object.hasOwn(METHODS, data);

const isCertainty: Guard<Certainty> = isAnyOf<Certainty>(
  isObject<Extract<Certainty, { low: number }>>({
    low: isNumber,
    high: isNumber,
    level: isNumber,
    method: isMethod,
    text: isString,
  }),
  isObject<Extract<Certainty, { none: string }>>({ none: isString }),
);

const isLinked = isObject<Linked>({ kind: isOneOf('link'), text: isString, place: isPlace });
const isToned = isObject<Toned>({ kind: isOneOf('word'), text: isString, tone: isTone });
const isFigure = isObject<Figure>({
  kind: isOneOf('figure'),
  text: isString,
  value: optional(isNumber),
  n: optional(isIndex),
  certainty: isCertainty,
  source: optional(isLinked),
  method: optional(isMethod),
});
const isCell: Guard<Cell> = isAnyOf<Cell>(isString, isLinked, isToned, isFigure);

export const isNotice = isObject<Notice>({
  severity: isOneOf('error', 'warning', 'information'),
  message: isString,
  place: optional(isPlace),
});

const isColumn = isObject<Column>({ title: isString, isNumber: optional(isTrue) });
const isRow = isObject<Row>({ cells: isArrayOf(isCell), tone: optional(isTone) });
const isTable = isObject<TableBlock>({
  kind: isOneOf('table'),
  id: isString,
  title: isString,
  columns: isArrayOf(isColumn),
  rows: isArrayOf(isRow),
  note: optional(isString),
  more: optional(isIndex),
});

const isBlock = isAnyOf<Section['blocks'][number]>(
  isObject<TextBlock>({ kind: isOneOf('text'), text: isString }),
  isObject<NoticeBlock>({ kind: isOneOf('notices'), notices: isArrayOf(isNotice) }),
  isObject<FactBlock>({
    kind: isOneOf('facts'),
    facts: isArrayOf(isObject<FactBlock['facts'][number]>({ name: isString, value: isCell })),
  }),
  isTable,
  isObject<ChartBlock>({
    kind: isOneOf('chart'),
    id: isString,
    title: isString,
    text: isString,
    chart: isChart,
    table: isTable,
  }),
);

/** Is this a section that a page can draw? */
export const isSection = isObject<Section>({
  id: isString,
  title: isString,
  summary: optional(isString),
  missing: optional(isString),
  blocks: isArrayOf(isBlock),
});
