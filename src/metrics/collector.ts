import { lineIndex } from '../base/lines';
import type { Place, Span } from '../base/place';
import type { Parsed, Problem } from '../base/result';
import type { MetricCurve, MetricMatrix, MetricTable, MetricValue, Run, Series } from './table';

/** Gathers what a reader finds in one file. */
export interface Collector {
  readonly file: string;
  placeOf(span: Span): Place;
  run(run: Run): void;
  value(value: MetricValue): void;
  series(series: Series): void;
  matrix(matrix: MetricMatrix): void;
  curve(curve: MetricCurve): void;
  problem(problem: Omit<Problem, 'place'>, at: Span): void;
  /** A syntax error: a problem, and the mark of every run of the file. */
  fault(code: string, message: string, at: Span): void;
  result(): Parsed<MetricTable>;
}

/** A collector for the text of one file. */
export function collect(file: string, text: string): Collector {
  const { rangeOf } = lineIndex(text);
  const runs: Run[] = [];
  const values: MetricValue[] = [];
  const series: Series[] = [];
  const matrices: MetricMatrix[] = [];
  const curves: MetricCurve[] = [];
  const problems: Problem[] = [];
  let fault: Place | undefined;
  const placeOf = (span: Span): Place => ({ file, range: rangeOf(span) });
  return {
    file,
    placeOf,
    run: run => void runs.push(run),
    value: value => void values.push(value),
    series: one => void series.push(one),
    matrix: one => void matrices.push(one),
    curve: one => void curves.push(one),
    problem: (problem, at) => void problems.push({ ...problem, place: placeOf(at) }),
    fault: (code, message, at) => {
      fault = placeOf(at);
      problems.push({ code, severity: 'error', message, place: fault });
    },
    result: () => ({
      value: fault
        ? faulty(file, runs, fault)
        : {
            runs,
            values,
            ...(series.length > 0 && { series }),
            ...(matrices.length > 0 && { matrices }),
            ...(curves.length > 0 && { curves }),
          },
      problems,
    }),
  };
}

/**
 * Runs without numbers, as the last one that was read may be half of one. A file of which nothing could be read still stands
 * for a run, since a later file's values are not its own.
 */
function faulty(file: string, runs: readonly Run[], fault: Place): MetricTable {
  const marked = runs.map(run => ({ ...run, fault }));
  const all = marked.length > 0 ? marked : [{ id: file, name: baseName(file), file, params: {}, fault }];
  return { runs: all, values: [] };
}

/** The name of a file without its folders. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
