import { lineIndex } from '../../base/lines';
import type { Place, Span } from '../../base/place';
import type { Parsed, Problem } from '../../base/result';
import { textPieces } from '../../data/table/text-decoder';
import { baseName, collect } from '../collector';
import { freeForm } from '../free-form';
import { createHistory, historyRemarks, type History, type Source } from '../history';
import { normalName } from '../names';
import { runOf } from '../run-of';
import { below, type Scope } from '../scope';
import { statedSplit } from '../stated-split';
import type { MetricStream } from '../stream';
import type { MetricTable, MetricValue, Run, Series } from '../table';
import { entryOf } from '../shapes/shape';
import { numberOf, type Tree, type TreeObject } from '../tree';
import { HOLDS_PREDICTIONS, looksLikeData, MOST_RUNS, PREDICTIONS } from './columns';
import { isPosition, plainLines, STEP_FIELDS, type PlainLine } from './plain-lines';
import { parseJson } from './json-tree';

/**
 * Reads metrics from lines of JSON: those of a log, which have a step, as one run over its steps; others as a run a line, as a
 * list of variants would be. A last line that is cut short ends the file, since a run may still be going.
 */
export function jsonlStream(file: string): MetricStream {
  const reading: Reading = {
    file,
    history: createHistory(file),
    params: {},
    parts: [],
    problems: [],
    line: 0,
    bad: 0,
    kind: undefined,
    plain: plainLines(),
  };
  const pieces = textPieces();
  let rest = '';
  let state: 'go on' | 'stop' = 'go on';
  const take = (text: ReturnType<typeof pieces.push>, isLast: boolean): 'go on' | 'stop' => {
    if (!text.ok)
      return stopWith(reading, text.failure.code, `It is read up to here: ${text.failure.message}.`);
    const lines = (rest + text.value).split('\n');
    rest = isLast ? '' : (lines.pop() ?? '');
    if (rest.length > MOST_LINE) return stopWith(reading, 'too-long', 'This line is too long for metrics.');
    lines.every(
      (line, at) => (state = readLine(reading, line, isLast && at === lines.length - 1)) === 'go on',
    );
    return state;
  };
  return {
    push: piece => (state = take(pieces.push(piece), false)),
    end: () => {
      if (state === 'go on') take(pieces.end(), true);
      return resultOf(reading);
    },
  };
}

const MOST_LINE = 4 << 20;
/** A file with so many lines that are no JSON is none of JSON. */
const MOST_BAD = 20;

interface Reading {
  readonly file: string;
  readonly history: History;
  params: Readonly<Record<string, string>>;
  /** Of lines that are runs. */
  readonly parts: MetricTable[];
  readonly problems: Problem[];
  /** Of the line that is read, from 0. */
  line: number;
  bad: number;
  kind: 'steps' | 'runs' | undefined;
  readonly plain: (text: string) => PlainLine | undefined;
}

function readLine(reading: Reading, line: string, isCutOff: boolean): 'go on' | 'stop' {
  const text = line.trim();
  const at = reading.line++;
  if (text === '') return 'go on';
  const plain = reading.kind === 'steps' ? reading.plain(text) : undefined;
  if (plain) {
    addPlain(reading, plain, line, at);
    return 'go on';
  }
  const { tree, fault } = parseJson(line.replace(/\r$/, ''));
  if (fault || tree?.kind !== 'object') {
    const place = placeIn(reading.file, at, line, {
      start: fault?.offset ?? 0,
      end: (fault?.offset ?? 0) + 1,
    });
    reading.problems.push(isCutOff && fault ? cutShort(place) : badLine(place, fault?.message));
    return ++reading.bad < MOST_BAD ? 'go on' : 'stop';
  }
  const names = tree.entries.map(({ key }) => normalName(key));
  if (names.some(name => PREDICTIONS.includes(name)))
    return stopWith(reading, 'no-metrics', HOLDS_PREDICTIONS);
  reading.kind ??= stepIn(tree) === undefined ? 'runs' : 'steps';
  if (reading.kind === 'steps') addSteps(reading, tree, line, at);
  else {
    if (reading.parts.length >= MOST_RUNS) return stopWith(reading, 'no-metrics', looksLikeData('many'));
    addRun(reading, tree, line, at);
  }
  return 'go on';
}

function stepIn({ entries }: TreeObject): number | undefined {
  const found = STEP_FIELDS.flatMap(name =>
    entries.filter(({ key }) => key === name || normalName(key) === name),
  );
  return found.map(({ value }) => numberOf(value)?.value).find(value => value !== undefined);
}

function addSteps(reading: Reading, tree: TreeObject, text: string, line: number): void {
  const { params } = runOf(reading.file, tree, undefined);
  reading.params = { ...reading.params, ...params };
  const split = statedSplit(tree);
  const top: Scope = {
    run: reading.file,
    path: [],
    sizes: [],
    confusions: [],
    ...(split !== undefined && { split }),
  };
  const stated = stepIn(tree);
  const add = (object: TreeObject, scope: Scope): void => {
    for (const { key, value } of object.entries) {
      const inner = below(scope, key);
      if (value.kind === 'object') add(value, inner);
      const number = isPosition(key) ? undefined : numberOf(value);
      if (!number) continue;
      const source = { raw: number.raw, place: (): Place => placeIn(reading.file, line, text, number) };
      reading.history.add({
        name: inner.path.join('.') || key,
        split: inner.split,
        step: stated ?? line,
        isOrdinal: stated === undefined,
        value: number.value,
        source: () => ({ raw: source.raw, place: source.place() }),
      });
    }
  };
  add(tree, top);
}

/** What a place is of is looked up once it is asked for. */
function addPlain(
  { file, history }: Reading,
  { step, numbers }: PlainLine,
  text: string,
  line: number,
): void {
  for (const { field, value } of numbers) {
    const { name, split, path } = field;
    const source = (): Source => {
      const { tree } = parseJson(text);
      const found = path.reduce<Tree | undefined>(entryOf, tree);
      const raw = found?.kind === 'number' ? found.raw : String(value);
      return { raw, place: placeIn(file, line, text, found ?? { start: 0, end: 0 }) };
    };
    history.add({ name, split, step, value, source });
  }
}

/** The line as a file of its own, whose places are moved down to where it is. */
function addRun(reading: Reading, tree: TreeObject, text: string, line: number): void {
  const collector = collect(reading.file, text);
  freeForm(collector, tree);
  const { value, problems } = collector.result();
  const run = `${reading.file}#${line + 1}`;
  const name = `${baseName(reading.file)} ${line + 1}`;
  reading.parts.push({
    runs: value.runs.map(one => ({
      ...one,
      id: run,
      name: one.name === baseName(one.file) ? name : one.name,
    })),
    values: value.values.map(one => ({ ...one, run, place: moved(one.place, line) })),
  });
  reading.problems.push(...problems.map(problem => ({ ...problem, place: moved(problem.place, line) })));
}

function moved(place: Place, by: number): Place {
  const { start, end } = place.range;
  return {
    ...place,
    range: { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } },
  };
}

const placeIn = (file: string, line: number, text: string, span: Span): Place =>
  moved({ file, range: lineIndex(text).rangeOf(span) }, line);

function stopWith({ file, line, problems }: Reading, code: string, message: string): 'stop' {
  const at = { line, column: 0 };
  problems.push({ code, severity: 'warning', message, place: { file, range: { start: at, end: at } } });
  return 'stop';
}

function cutShort(place: Place): Problem {
  const message = 'The last line is not whole: the run is still going, or was cut off.';
  return { code: 'cut-short', severity: 'information', message, place };
}

function badLine(place: Place, reason = 'It is no object.'): Problem {
  return { code: 'bad-json', severity: 'warning', message: `This line is not read: ${reason}`, place };
}

function resultOf({ file, history, params, parts, problems }: Reading): Parsed<MetricTable> {
  const values: MetricValue[] = parts.flatMap(part => part.values);
  const series: Series[] = [];
  const runs: Run[] = parts.flatMap(part => part.runs);
  const before = values.length;
  history.finish({ value: one => void values.push(one), series: one => void series.push(one) });
  if (values.length > before) runs.push({ id: file, name: baseName(file), file, params });
  const at = { line: 0, column: 0 };
  const place = { file, range: { start: at, end: at } };
  problems.push(...historyRemarks(history).map(remark => ({ ...remark, place })));
  return { value: { runs, values, ...(series.length > 0 && { series }) }, problems };
}
