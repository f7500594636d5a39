import type { Place } from '../base/place';
import type { ReportView } from '../reports/view';
import { pathFrom } from './place';

/** Version of the form that {@link reportJson} gives (docs/json.md). */
export const REPORT_VERSION = 1;

/** The report as JSON: files are relative to `root`, lines and columns count from 1. */
export function reportJson(view: ReportView, root: string): object {
  const { project, ...rest } = view;
  return {
    version: REPORT_VERSION,
    root,
    project: { name: project.name, file: pathFrom(root, project.file) },
    ...(withPlaces(rest, root) as object),
  };
}

/** The same data, each place as the command line tells it. */
function withPlaces(data: unknown, root: string): unknown {
  if (Array.isArray(data)) return data.map(item => withPlaces(item, root));
  if (typeof data !== 'object' || data === null) return data;
  if (isPlace(data)) return placeJson(data, root);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withPlaces(value, root)]));
}

function isPlace(data: object): data is Place {
  return 'file' in data && typeof data.file === 'string' && 'range' in data;
}

function placeJson({ file, cell, range: { start, end } }: Place, root: string): object {
  return {
    file: pathFrom(root, file),
    ...(cell !== undefined && { cell }),
    start: { line: start.line + 1, column: start.column + 1 },
    end: { line: end.line + 1, column: end.column + 1 },
  };
}
