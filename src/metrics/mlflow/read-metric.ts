import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { Problem } from '../../base/result';
import { takeSplit } from '../names';
import type { MetricValue, Series } from '../table';
import { textOf } from './meta';
import { parseMetricFile, type Point } from './metric-file';
import type { NamedBytes } from './named-texts';
import { plainPoints, type MetricPart } from './plain-points';

export interface MetricRead {
  readonly values: readonly MetricValue[];
  readonly series: readonly Series[];
  readonly problems: readonly Problem[];
  readonly fault?: Place;
}

/** Reads the file of one metric of a run. */
export function readMetric({ name, file, bytes, failure }: NamedBytes, run: string): MetricRead {
  const start = { file, range: START_OF_FILE };
  if (bytes === undefined) {
    const why = failure ?? 'it is not there';
    return faulty('unreadable', `The metric \`${name}\` could not be read: ${why}.`, start);
  }
  const named = takeSplit(name);
  const parts = partsIn(bytes, named.split);
  if (typeof parts === 'number') {
    const message = `Line ${parts + 1} is no value of a metric; expected \`time value step\`. No metric of this run counts until it is whole.`;
    return faulty('bad-metric', message, placeOn(file, parts));
  }
  const of = ({ split }: MetricPart): Of => ({
    run,
    name: named.name,
    ...(split !== undefined && { split }),
  });
  return {
    values: parts.map(part => lastOf(part, of(part), file)),
    series: parts.flatMap(part => seriesOf(part, of(part))),
    problems: [],
  };
}

type Of = Pick<MetricValue, 'run' | 'name' | 'split'>;

/** By split; or the line that is no value, counted from 0. */
function partsIn(bytes: Uint8Array, own: string | undefined): readonly MetricPart[] | number {
  const plain = plainPoints(bytes);
  if (plain) return [{ ...plain, ...(own !== undefined && { split: own }) }];
  const { points, fault } = parseMetricFile(textOf(bytes));
  if (fault !== undefined) return fault;
  const splits = [...new Set(points.map(point => own ?? point.split))];
  return splits.flatMap(split =>
    partOf(
      points.filter(point => (own ?? point.split) === split),
      split,
    ),
  );
}

function partOf(points: readonly Point[], split: string | undefined): readonly MetricPart[] {
  const last = points[points.length - 1];
  if (!last) return [];
  const { raw, line } = last;
  const steps = Float64Array.from(points, ({ step }) => step);
  const values = Float64Array.from(points, ({ value }) => value);
  return [{ steps, values, raw, line, ...(split !== undefined && { split }) }];
}

function lastOf({ steps, values, raw, line }: MetricPart, of: Of, file: string): MetricValue {
  const [value = NaN, step = 0] = [values[values.length - 1], steps[steps.length - 1]];
  return { ...of, value, raw, step, place: placeOn(file, line) };
}

const seriesOf = ({ steps, values }: MetricPart, of: Of): readonly Series[] =>
  steps.length < 2 ? [] : [{ ...of, steps, values }];

function faulty(code: string, message: string, place: Place): MetricRead {
  return {
    values: [],
    series: [],
    problems: [{ code, severity: 'warning', message, place }],
    fault: place,
  };
}

function placeOn(file: string, line: number): Place {
  return { file, range: { start: { line, column: 0 }, end: { line, column: 0 } } };
}
