import { START_OF_FILE } from '../base/place';
import type { Parsed } from '../base/result';
import { baseName } from './collector';
import { readCsv } from './readers/csv';
import { readJson } from './readers/json';
import { readToml } from './readers/toml';
import { readYaml } from './readers/yaml';
import type { MetricTable } from './table';

type Reader = (file: string, text: string) => Parsed<MetricTable>;

/** By the ending of the file's name. */
const READERS: Readonly<Record<string, Reader>> = {
  json: readJson,
  yaml: readYaml,
  yml: readYaml,
  toml: readToml,
  csv: readCsv,
  tsv: readCsv,
};

/** Metrics are small: above this it is data, or a log. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads the metrics in a file. Nothing is dropped without a problem that says what and why. */
export function readMetrics(file: string, bytes: Uint8Array): Parsed<MetricTable> {
  const name = baseName(file);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (bytes.length > MOST_BYTES) {
    const size = Math.round(bytes.length / 1024 / 1024);
    return nothing(
      file,
      'too-large',
      `${size} MB is too large for metrics, and is not read. Write them into a file of their own.`,
    );
  }
  const text = decode(bytes);
  if (text === undefined) {
    return nothing(file, 'not-text', 'This is not text in UTF-8, and is not read as metrics.');
  }
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : bySight(text);
  if (!reader) {
    return nothing(
      file,
      'unknown-format',
      `Metrics are read from JSON, YAML, TOML, CSV and TSV; \`${name}\` is none of these.`,
    );
  }
  return orNoMetrics(file, reader(file, text));
}

/** A file without an ending that looks like JSON is JSON. */
function bySight(text: string): Reader | undefined {
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

function nothing(file: string, code: string, message: string): Parsed<MetricTable> {
  const place = { file, range: START_OF_FILE };
  return { value: { runs: [], values: [] }, problems: [{ code, severity: 'warning', message, place }] };
}
