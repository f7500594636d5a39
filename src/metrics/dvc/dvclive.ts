import type { Files } from '../../base/ports';
import { START_OF_FILE } from '../../base/place';
import type { Parsed, Problem } from '../../base/result';
import { baseName } from '../collector';
import { createHistory, type HistorySink } from '../history';
import { namedTexts, type NamedText } from '../mlflow/named-texts';
import { readMetrics } from '../read';
import { below, type Scope } from '../scope';
import { yamlTreeOf } from '../readers/yaml';
import { csvCells } from '../readers/csv-cells';
import { parseNumber } from '../tree';
import type { MetricTable, MetricValue, Run, Series } from '../table';
import { flattened } from './variables';

/*
 * What DVCLive writes while a model is trained, as versions 1 to 3 lay it out, and 0 before:
 *
 *     dvclive/{metrics.json, params.yaml, plots/metrics/<name>.tsv, plots/sklearn/<name>.json}
 *     dvclive.json, dvclive/<name>.tsv
 */

interface Layout {
  /** The last values. */
  readonly summary: string;
  /** The folder of the values step by step. */
  readonly steps: string;
}

/** Where a folder of DVCLive keeps what; `undefined` when it is none. */
async function layoutOf(files: Files, folder: string): Promise<Layout | undefined> {
  const names = await files.list(folder);
  const hasPlots = names.includes('plots/') && (await files.list(`${folder}/plots`)).includes('metrics/');
  const isNamed = baseName(folder) === 'dvclive' && names.includes('metrics.json');
  if (hasPlots || isNamed) return { summary: `${folder}/metrics.json`, steps: `${folder}/plots/metrics` };
  const isOld =
    names.some(name => name.endsWith('.tsv')) && (await files.stat(`${folder}.json`)) !== undefined;
  return isOld ? { summary: `${folder}.json`, steps: folder } : undefined;
}

export async function isDvclive(files: Files, folder: string): Promise<boolean> {
  return (await layoutOf(files, folder)) !== undefined;
}

/** Reads the run in a folder of DVCLive: its last values, every step of them, and its parameters. */
export async function readDvclive(files: Files, folder: string): Promise<Parsed<MetricTable>> {
  const layout = (await layoutOf(files, folder)) ?? { summary: `${folder}/metrics.json`, steps: folder };
  const run = folder;
  const [summary, params, steps] = await Promise.all([
    summaryIn(files, layout.summary, run),
    paramsIn(files, `${folder}/params.yaml`),
    namedTexts(files, layout.steps),
  ]);
  const table = stepsOf(steps, run);
  const known = new Set(summary.value.values.map(metricKey));
  const values = [...summary.value.values, ...table.values.filter(value => !known.has(metricKey(value)))];
  const series = table.series;
  const [own] = summary.value.runs;
  const whole: Run = {
    id: run,
    name: baseName(folder),
    file: folder,
    source: 'dvc',
    ...(own?.time !== undefined && { time: own.time }),
    params: { ...own?.params, ...params },
    ...(own?.fault && { fault: own.fault }),
  };
  return {
    value: { runs: [whole], values, ...(series.length > 0 && { series }) },
    problems: [...summary.problems, ...table.problems],
  };
}

const metricKey = ({ name, split }: MetricValue): string => JSON.stringify([name, split]);

async function summaryIn(files: Files, file: string, run: string): Promise<Parsed<MetricTable>> {
  const read = await files.read(file);
  if (read.ok) {
    const { value, problems } = readMetrics(file, read.value);
    return { value: { ...value, values: value.values.map(one => ({ ...one, run })) }, problems };
  }
  // A run of which only the steps are kept.
  if (read.failure.kind === 'missing') return { value: { runs: [], values: [] }, problems: [] };
  const problem = unread(file, `The summary of this run could not be read: ${read.failure.message}.`);
  return { value: { runs: [], values: [] }, problems: [problem] };
}

function unread(file: string, message: string): Problem {
  return { code: 'unreadable', severity: 'warning', message, place: { file, range: START_OF_FILE } };
}

async function paramsIn(files: Files, file: string): Promise<Record<string, string>> {
  const read = await files.read(file);
  return read.ok ? flattened(yamlTreeOf(new TextDecoder().decode(read.value)).tree) : {};
}

interface Steps {
  readonly values: readonly MetricValue[];
  readonly series: readonly Series[];
  readonly problems: readonly Problem[];
}

function stepsOf(texts: readonly NamedText[], run: string): Steps {
  const values: MetricValue[] = [];
  const series: Series[] = [];
  const problems: Problem[] = [];
  const sink: HistorySink = {
    value: value => void values.push(value),
    series: one => void series.push(one),
  };
  for (const { name, file, text, failure } of texts) {
    if (!name.endsWith('.tsv')) continue;
    if (text === undefined)
      problems.push(unread(file, `Its steps could not be read: ${failure ?? 'it is gone'}.`));
    else problems.push(...readSteps({ name, file, text, run }, sink));
  }
  return { values, series, problems };
}

interface StepFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly run: string;
}

/** Columns are `step`, perhaps `timestamp`, and the metric; folders around the file are parts of its name. */
function readSteps({ name, file, text, run }: StepFile, sink: HistorySink): readonly Problem[] {
  const [header = [], ...rows] = csvCells(text);
  const titles = header.map(cell => cell.text);
  const step = titles.indexOf('step');
  const value = titles.findIndex(title => title !== 'step' && title !== 'timestamp');
  if (step < 0 || value < 0)
    return [unread(file, 'Its columns are not `step` and a metric; it is not read.')];
  const named = nameOf(name.replace(/\.tsv$/, ''));
  const history = createHistory(run);
  let broken: number | undefined;
  rows.forEach((row, at) => {
    const [stated, number] = [parseNumber(row[step]?.text ?? ''), parseNumber(row[value]?.text ?? '')];
    const line = at + 1;
    const place = { file, range: { start: { line, column: 0 }, end: { line, column: 0 } } };
    if (stated === undefined || number === undefined) broken ??= line;
    else
      history.add({
        ...named,
        step: stated,
        value: number,
        source: () => ({ raw: row[value]?.text ?? '', place }),
      });
  });
  history.finish(sink);
  if (broken === undefined) return [];
  return [unread(file, `Line ${broken + 1} has no step or no value; the other lines are read.`)];
}

/** `train/loss` as `{ "train": { "loss": … } }` in the summary is named. */
function nameOf(path: string): { readonly name: string; readonly split?: string } {
  const top: Scope = { run: '', path: [], sizes: [], confusions: [] };
  const scope = path.split('/').reduce(below, top);
  const { split } = scope;
  return { name: scope.path.join('.') || path, ...(split !== undefined && { split }) };
}
