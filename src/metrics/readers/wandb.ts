import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import { Bytes, EndOfBytes } from '../binary/bytes';
import { fieldsOf, integerOf, messageOf, textOf } from '../binary/protobuf';
import { createHistory, historyRemarks, type History } from '../history';
import { isoTime } from '../iso-time';
import type { MetricStream } from '../stream';
import type { MetricTable, MetricValue, Run, RunStatus, Series } from '../table';
import { numberOf } from '../tree';
import { parseJson } from './json-tree';
import { wandbLog, type Unplaced } from './wandb-log';

export const isWandbFile = (name: string): boolean => name.endsWith('.wandb');

/**
 * Reads a run that Weights & Biases keeps offline: a header, then LevelDB's log format in blocks of 32 KiB with zlib's
 * checksum, whose records are protobuf (wandb_internal.proto). A damaged chunk is left out, and reading goes on with the next
 * block; a record that is cut short ends the file, since the run may still be going.
 */
export function wandbStream(file: string): MetricStream {
  const place = { file, range: START_OF_FILE };
  const run: RunInFile = {
    history: createHistory(file),
    place,
    params: {},
    summary: new Map(),
    better: new Map(),
    id: file,
    name: '',
    project: '',
    status: 'RUNNING',
    started: NaN,
  };
  const problems: Unplaced[] = [];
  const log = wandbLog({
    onRecord: record => {
      if (!isRecord(record, run) && problems.every(({ message }) => message !== NO_RECORD))
        problems.push({ code: 'damaged', severity: 'warning', message: NO_RECORD });
    },
    onProblem: problem => void problems.push(problem),
  });
  return {
    push: log.push,
    end: () => {
      log.end();
      const value = log.isLog() ? tableOf(file, run) : { runs: [], values: [] };
      problems.push(...historyRemarks(run.history), ...summaryRemarks(value, run));
      return { value, problems: problems.map(problem => ({ ...problem, place })) };
    },
  };
}

const NO_RECORD = 'A record is not what Weights & Biases writes, and is not read.';

function isRecord(record: Uint8Array, run: RunInFile): boolean {
  try {
    readRecord(new Bytes(record), run);
    return true;
  } catch (error) {
    if (!(error instanceof EndOfBytes)) throw error;
    return false;
  }
}

interface RunInFile {
  readonly history: History;
  readonly place: Place;
  readonly params: Record<string, string>;
  /** Last values, of metrics that the history lacks. */
  readonly summary: Map<string, { readonly value: number; readonly raw: string }>;
  /** What `define_metric` said of metrics. */
  readonly better: Map<string, 'higher' | 'lower'>;
  id: string;
  name: string;
  project: string;
  /** A run without an exit is going on, or was killed. */
  status: RunStatus;
  /** Seconds since 1970. */
  started: number;
}

function tableOf(file: string, run: RunInFile): MetricTable {
  const { id } = run;
  const values: MetricValue[] = [];
  const series: Series[] = [];
  run.history.finish({
    value: value => void values.push({ ...value, run: id }),
    series: one => void series.push({ ...one, run: id }),
  });
  for (const [name, { value, raw }] of run.summary) {
    if (!values.some(known => known.name === name))
      values.push({ name, run: id, value, raw, place: run.place });
  }
  const told = values.map(value => {
    const better = run.better.get(value.name);
    return better ? { ...value, better } : value;
  });
  return { runs: [runOf(file, run)], values: told, ...(series.length > 0 && { series }) };
}

/** A summary may hold the best value instead of the last. */
function summaryRemarks({ values }: MetricTable, { summary }: RunInFile): readonly Unplaced[] {
  const unlike = values.flatMap(({ name, raw, value }) => {
    const stated = summary.get(name);
    return !stated || Object.is(stated.value, value) ? [] : [`\`${name}\` (${stated.raw}, last ${raw})`];
  });
  if (unlike.length === 0) return [];
  const more = unlike.length > MOST_NAMED ? ` and ${unlike.length - MOST_NAMED} more` : '';
  const message = `The run's summary says something else than its last step of ${unlike.slice(0, MOST_NAMED).join(', ')}${more}; the last step counts.`;
  return [{ code: 'summary-differs', severity: 'information', message }];
}

const MOST_NAMED = 3;

function runOf(file: string, { id, name, started, params, project, status }: RunInFile): Run {
  const time = isoTime(started * 1000);
  return {
    id,
    name: name === '' ? id : name,
    file,
    ...(time !== undefined && { time }),
    params,
    tracked: { experiment: project, status, tags: {} },
  };
}

/** Fields of `Record`. */
const [HISTORY, SUMMARY, CONFIG, METRIC, RUN, EXIT] = [2, 3, 5, 12, 17, 18];

function readRecord(record: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(record)) {
    const message = messageOf(field);
    if (!message) continue;
    if (field.number === HISTORY) readHistory(message, run);
    else if (field.number === SUMMARY) readSummary(message, run);
    else if (field.number === CONFIG) readConfig(message, run);
    else if (field.number === METRIC) readGoal(message, run);
    else if (field.number === RUN) readRun(message, run);
    else if (field.number === EXIT) run.status = exitCodeIn(message) === 0 ? 'FINISHED' : 'FAILED';
  }
}

function readHistory(history: Bytes, run: RunInFile): void {
  const items: Item[] = [];
  let step: number | undefined;
  for (const field of fieldsOf(history)) {
    const message = messageOf(field);
    if (field.number === 1 && message) items.push(itemOf(message));
    if (field.number === 2 && message) {
      for (const inner of fieldsOf(message)) if (inner.number === 1) step = integerOf(inner);
    }
  }
  const stated = items.find(({ name }) => name === '_step');
  const at = step ?? (stated ? Number(stated.json) : 0);
  const media = new Set(items.filter(({ leaf }) => leaf === '_type').map(({ parent }) => parent));
  for (const { name, parent, json } of items) {
    const number = name.startsWith('_') || media.has(parent) ? undefined : numberIn(json);
    if (!number) continue;
    const { value, raw } = number;
    run.history.add({ name, step: at, value, source: () => ({ raw, place: run.place }) });
  }
}

function readSummary(summary: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(summary)) {
    const message = field.number === 1 ? messageOf(field) : undefined;
    const item = message && itemOf(message);
    const number = item && !item.name.startsWith('_') ? numberIn(item.json) : undefined;
    if (item && number) run.summary.set(item.name, number);
  }
}

/** Fields of `MetricRecord`: its name, and whether it is to be made small (1) or large (2). */
function readGoal(metric: Bytes, run: RunInFile): void {
  let [name, goal] = ['', 0];
  for (const field of fieldsOf(metric)) {
    if (field.number === 1) name = textOf(field);
    else if (field.number === 8) goal = integerOf(field);
  }
  if (goal === 1 || goal === 2) run.better.set(name, goal === 1 ? 'lower' : 'higher');
}

function readConfig(config: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(config)) {
    const message = field.number === 1 ? messageOf(field) : undefined;
    const item = message && itemOf(message);
    if (item && !item.name.startsWith('_')) run.params[item.name] = item.json.replace(/^"(.*)"$/s, '$1');
  }
}

/** Fields of `RunRecord`: the id, the project, the configuration, the name that is shown, when it started. */
const [RUN_ID, RUN_PROJECT, RUN_CONFIG, RUN_NAME, RUN_START] = [1, 3, 4, 8, 17];

function readRun(record: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(record)) {
    const message = messageOf(field);
    if (!message) continue;
    if (field.number === RUN_ID) run.id = textOf(field);
    else if (field.number === RUN_PROJECT) run.project = textOf(field);
    else if (field.number === RUN_CONFIG) readConfig(message, run);
    else if (field.number === RUN_NAME) run.name = textOf(field);
    else if (field.number === RUN_START) run.started = secondsOf(message) ?? NaN;
  }
}

function exitCodeIn(exit: Bytes): number {
  for (const field of fieldsOf(exit)) if (field.number === 1) return integerOf(field);
  return 0;
}

function secondsOf(timestamp: Bytes): number | undefined {
  for (const field of fieldsOf(timestamp)) if (field.number === 1) return integerOf(field);
  return undefined;
}

interface Item {
  readonly name: string;
  /** The key without its last part: what belongs to an image, a table and the like shares one, beside `_type`. */
  readonly parent: string;
  readonly leaf: string;
  readonly json: string;
}

/** Older clients write `key`, newer ones the parts of a nested key. */
function itemOf(item: Bytes): Item {
  const nested: string[] = [];
  let [key, json] = ['', ''];
  for (const field of fieldsOf(item)) {
    if (field.number === 1) key = textOf(field);
    else if (field.number === 2) nested.push(textOf(field));
    else if (field.number === 16) json = textOf(field);
  }
  const parts = key === '' ? nested : [key];
  const leaf = parts[parts.length - 1] ?? '';
  return { name: parts.join('.'), parent: parts.slice(0, -1).join('.'), leaf, json };
}

function numberIn(json: string): { readonly value: number; readonly raw: string } | undefined {
  const { tree } = parseJson(json);
  const number = tree?.kind === 'number' ? tree : tree && numberOf(tree);
  return number && { value: number.value, raw: json };
}
