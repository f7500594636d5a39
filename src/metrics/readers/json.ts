import type { Parsed } from '../../base/result';
import { collect } from '../collector';
import { freeForm } from '../free-form';
import { readShape } from '../shapes/shapes';
import type { MetricTable } from '../table';
import { parseJson } from './json-tree';

/** Reads metrics from JSON, with the bare `NaN` and `Infinity` that Python writes. */
export function readJson(file: string, text: string): Parsed<MetricTable> {
  const collector = collect(file, text);
  const { tree, fault } = parseJson(text);
  if (tree && !readShape(collector, tree)) freeForm(collector, tree);
  if (fault) {
    const message = `Not valid JSON: ${fault.message} No metric is taken from this file until it is whole.`;
    collector.fault('bad-json', message, { start: fault.offset, end: fault.offset + 1 });
  }
  return collector.result();
}
