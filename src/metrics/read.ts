import { START_OF_FILE } from '../base/place';
import type { Parsed } from '../base/result';
import { baseName } from './collector';
import { whyNoMetrics } from './not-metrics';
import { readCsv } from './readers/csv';
import { csvStream } from './readers/csv-stream';
import { readJson } from './readers/json';
import { jsonlStream } from './readers/jsonl';
import { readModelCard } from './readers/model-card';
import { isEventFile, tensorboardStream } from './readers/tensorboard';
import { readToml } from './readers/toml';
import { isWandbFile, wandbStream } from './readers/wandb';
import { readYaml } from './readers/yaml';
import { readAtOnce, type MetricStream } from './stream';
import type { MetricTable } from './table';

/** Read piece by piece, however large. */
const STREAMS: readonly {
  readonly source: string;
  readonly fits: (name: string) => boolean;
  readonly open: (file: string) => MetricStream;
}[] = [
  { source: 'tensorboard', fits: isEventFile, open: tensorboardStream },
  { source: 'wandb', fits: isWandbFile, open: wandbStream },
  { source: 'jsonl', fits: name => /\.(jsonl|ndjson)$/i.test(name), open: jsonlStream },
];

type TextReader = (file: string, text: string) => Parsed<MetricTable>;

/** By the ending of the file's name. */
const TEXT_READERS: Readonly<Record<string, TextReader>> = {
  json: readJson,
  yaml: readYaml,
  yml: readYaml,
  toml: readToml,
  csv: readCsv,
  tsv: readCsv,
  md: readModelCard,
};

/** Metrics are small: above this it is data, or a log, which is read in another way. */
export const MOST_TEXT = 32 * 1024 * 1024;

/** Reads the metrics in a file. Nothing is dropped without a problem that says what and why. */
export function readMetrics(file: string, bytes: Uint8Array): Parsed<MetricTable> {
  const name = baseName(file);
  const other = whyNoMetrics(name);
  if (other !== undefined) return nothing(file, 'no-metrics', other);
  const stream = STREAMS.find(({ fits }) => fits(name));
  if (!stream && bytes.length > MOST_TEXT) return tooLarge(file, bytes.length);
  const parsed = stream ? readAtOnce(stream.open(file), bytes) : readText(file, name, bytes);
  return orNoMetrics(file, withSource(parsed, stream?.source ?? endingOf(name)));
}

/** A reader of a file of this name in pieces, if there is one; `undefined` for one that must be there whole. */
export function openStream(file: string): MetricStream | undefined {
  const name = baseName(file);
  if (whyNoMetrics(name) !== undefined) return undefined;
  const log = { source: endingOf(name), open: csvStream };
  const stream = STREAMS.find(({ fits }) => fits(name)) ?? (/\.(csv|tsv)$/i.test(name) ? log : undefined);
  if (!stream) return undefined;
  const { push, end } = stream.open(file);
  return { push, end: () => orNoMetrics(file, withSource(end(), stream.source)) };
}

function readText(file: string, name: string, bytes: Uint8Array): Parsed<MetricTable> {
  const ending = endingOf(name);
  const text = decode(bytes);
  if (text === undefined) return nothing(file, 'not-text', isParquet(bytes) ? PARQUET : NOT_TEXT);
  const reader = Object.hasOwn(TEXT_READERS, ending) ? TEXT_READERS[ending] : bySight(text);
  return reader?.(file, text) ?? nothing(file, 'unknown-format', unknownFormat(name));
}

const NOT_TEXT = 'This is not text in UTF-8, and is not read as metrics.';
const PARQUET =
  'Parquet holds rows of data, such as predictions, and is not read as metrics; name it in `data`.';

const isParquet = (bytes: Uint8Array): boolean =>
  [0x50, 0x41, 0x52, 0x31].every((byte, at) => bytes[at] === byte);

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** What a reader does not say of its runs goes by the file's format. */
function withSource({ value, problems }: Parsed<MetricTable>, source: string): Parsed<MetricTable> {
  return { value: { ...value, runs: value.runs.map(run => ({ source, ...run })) }, problems };
}

const unknownFormat = (name: string): string =>
  `Metrics are read from JSON, lines of JSON, YAML, TOML, CSV, TSV, model cards, event files of TensorBoard and runs of Weights & Biases; \`${name}\` is none of these.`;

/** A file without an ending that looks like JSON is JSON. */
function bySight(text: string): TextReader | undefined {
  return /^\s*[{[]/.test(text) ? readJson : undefined;
}

/** Without a byte order mark, as editors count columns. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function orNoMetrics(file: string, parsed: Parsed<MetricTable>): Parsed<MetricTable> {
  if (parsed.value.values.length > 0 || parsed.problems.length > 0) return parsed;
  const { problems } = nothing(file, 'no-metrics', 'There are no numbers in this file, hence no metrics.');
  return { value: parsed.value, problems };
}

export function tooLarge(file: string, size: number): Parsed<MetricTable> {
  const megabytes = Math.round(size / 1024 / 1024);
  const message = `${megabytes} MB is too large for metrics, and is not read. Write them into a file of their own.`;
  return nothing(file, 'too-large', message);
}

function nothing(file: string, code: string, message: string): Parsed<MetricTable> {
  const place = { file, range: START_OF_FILE };
  return { value: { runs: [], values: [] }, problems: [{ code, severity: 'warning', message, place }] };
}
