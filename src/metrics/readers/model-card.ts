import type { Parsed } from '../../base/result';
import type { Collector } from '../collector';
import { baseName, collect } from '../collector';
import { splitNamed } from '../stated-split';
import { entryOf, itemsAt, objectAt, textAt } from '../shapes/shape';
import type { MetricTable } from '../table';
import type { Tree } from '../tree';
import { numberOf, parseNumber } from '../tree';
import { yamlTreeOf } from './yaml';

/**
 * Reads the `model-index` in the front matter of a model card (Hugging Face's format): a run for each result, since task and
 * data differ from one to the next. Values may be text such as `20.0 ± 1.2`; the number in front counts.
 */
export function readModelCard(file: string, text: string): Parsed<MetricTable> {
  const collector = collect(file, text);
  const matter = frontMatter(text);
  if (!matter) {
    const message = 'This file has no front matter, in which a model card keeps its metrics.';
    collector.problem({ code: 'no-metrics', severity: 'information', message }, { start: 0, end: 0 });
    return collector.result();
  }
  const { tree, fault } = yamlTreeOf(matter.text);
  if (fault) {
    const at = { start: matter.start + fault.start, end: matter.start + fault.end };
    collector.fault('bad-yaml', `The front matter is not valid YAML: ${fault.message}`, at);
    return collector.result();
  }
  const index = entryOf(tree, 'model-index');
  const models = index?.kind === 'array' ? index.items : [];
  if (index && index.kind !== 'array') badIndex(collector, matter.start, index);
  models.forEach((model, at) => {
    readModel({ collector, offset: matter.start }, model, at);
  });
  return collector.result();
}

/** The text between the first two lines of `---`, and where it begins. */
function frontMatter(text: string): { readonly text: string; readonly start: number } | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!open) return undefined;
  const rest = text.slice(open[0].length);
  const close = /(^|\n)---[ \t]*(\r?\n|$)/.exec(rest);
  return close ? { text: rest.slice(0, close.index + 1), start: open[0].length } : undefined;
}

interface Reading {
  readonly collector: Collector;
  /** Of the front matter in the file. */
  readonly offset: number;
}

function readModel(reading: Reading, model: Tree, index: number): void {
  const { collector, offset } = reading;
  const name = textAt(model, 'name') ?? baseName(collector.file);
  const results = itemsAt(model, 'results');
  if (!results) return badIndex(collector, offset, model);
  results.forEach((result, at) => {
    const dataset = objectAt(result, 'dataset');
    const id = `${collector.file}#${index + 1}.${at + 1}`;
    const params = {
      ...textual('task', textAt(objectAt(result, 'task'), 'type')),
      ...textual('dataset', textAt(dataset, 'name') ?? textAt(dataset, 'type')),
      ...textual('config', textAt(dataset, 'config')),
      ...textual('revision', textAt(dataset, 'revision')),
    };
    collector.run({ id, name, file: collector.file, params });
    const stated = textAt(dataset, 'split');
    const split = stated === undefined ? undefined : splitNamed(stated);
    for (const metric of itemsAt(result, 'metrics') ?? []) readMetric(reading, metric, id, split);
  });
}

const textual = (name: string, text: string | undefined): Record<string, string> =>
  text === undefined ? {} : { [name]: text };

function readMetric(
  { collector, offset }: Reading,
  metric: Tree,
  run: string,
  split: string | undefined,
): void {
  const value = entryOf(metric, 'value');
  const name = textAt(metric, 'type') ?? textAt(metric, 'name');
  if (!value || name === undefined) return;
  const at = { start: offset + value.start, end: offset + value.end };
  const leading = value.kind === 'text' ? parseNumber(/^\S+/.exec(value.text)?.[0] ?? '') : undefined;
  const number = numberOf(value)?.value ?? leading;
  const raw = value.kind === 'number' ? value.raw : value.kind === 'text' ? value.text : '';
  if (number === undefined) {
    const message = `The value of \`${name}\` is no number, and is not read.`;
    collector.problem({ code: 'no-number', severity: 'information', message }, at);
    return;
  }
  collector.value({
    name,
    run,
    value: number,
    raw,
    ...(split !== undefined && { split }),
    place: collector.placeOf(at),
  });
}

function badIndex(collector: Collector, offset: number, at: Tree): void {
  const message =
    '`model-index` is a list of models, each with `name` and `results`; this is none, and its metrics are not read.';
  collector.problem(
    { code: 'bad-model-index', severity: 'warning', message },
    { start: offset + at.start, end: offset + at.end },
  );
}
