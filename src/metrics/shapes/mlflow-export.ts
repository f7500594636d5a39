import { baseName } from '../collector';
import type { Collector } from '../collector';
import { createHistory, historyRemarks } from '../history';
import type { Tree } from '../tree';
import { numberOf } from '../tree';
import type { Shape } from './shape';
import { entryOf, itemsAt, objectAt, scalarsOf, textAt } from './shape';

/**
 * Runs as MLflow's REST interface and its export tool write them: `{ runs: [{ info, data }] }`, `{ run: { info, data } }`, or
 * `{ mlflow: { info, params, metrics, tags } }` with all steps.
 */
export const mlflowExport: Shape = {
  source: 'mlflow-export',
  fits: object => runsIn(object).length > 0 || isIndex(object),
  read: (collector, object) => {
    for (const run of runsIn(object)) readRun(collector, run);
    if (isIndex(object)) collector.problem(INDEX, object);
  },
};

const INDEX = {
  code: 'no-metrics',
  severity: 'warning',
  message:
    'This file says what was exported from MLflow, not what runs measured; their metrics are in the `run.json` of each.',
} as const;

/** What the export tool writes beside runs: of an experiment, or of logged models. */
const isIndex = (object: Tree): boolean =>
  /^export_\w+\.py$/.test(textAt(objectAt(object, 'system'), 'script') ?? '') && runsIn(object).length === 0;

function runsIn(object: Tree): readonly Tree[] {
  const candidates = [
    entryOf(object, 'mlflow'),
    entryOf(object, 'run'),
    ...(itemsAt(object, 'runs') ?? []),
    object,
  ];
  return candidates.filter(
    run =>
      run !== undefined &&
      textAt(objectAt(run, 'info'), 'run_id') !== undefined &&
      (objectAt(run, 'data') ?? objectAt(run, 'metrics')) !== undefined,
  ) as readonly Tree[];
}

function readRun(collector: Collector, run: Tree): void {
  const info = objectAt(run, 'info');
  const data = objectAt(run, 'data') ?? run;
  const id = textAt(info, 'run_id') ?? collector.file;
  const started = Number(textAt(info, 'start_time'));
  collector.run({
    id,
    name: textAt(info, 'run_name') ?? baseName(collector.file),
    file: collector.file,
    ...(started > 0 && { time: new Date(started).toISOString() }),
    params: pairsOf(entryOf(data, 'params')),
  });
  const history = createHistory(id);
  for (const { name, point } of pointsOf(entryOf(data, 'metrics'))) {
    const value = entryOf(point, 'value');
    const number = value && numberOf(value);
    if (!number) continue;
    history.add({
      name,
      step: Number(textAt(point, 'step') ?? 0),
      value: number.value,
      source: () => ({ raw: number.raw, place: collector.placeOf(number) }),
    });
  }
  history.finish(collector);
  for (const remark of historyRemarks(history)) collector.problem(remark, run);
}

/** `[{ key, value }]` or `{ key: value }`. */
function pairsOf(tree: Tree | undefined): Record<string, string> {
  if (tree?.kind === 'object') return scalarsOf(tree);
  if (tree?.kind !== 'array') return {};
  return Object.fromEntries(
    tree.items.map(item => [textAt(item, 'key') ?? '', textAt(item, 'value') ?? ''] as const),
  );
}

/** `[{ key, value, step }]` or `{ name: [{ value, step }] }`. */
function pointsOf(tree: Tree | undefined): readonly { readonly name: string; readonly point: Tree }[] {
  if (tree?.kind === 'array') {
    return tree.items.map(point => ({ name: textAt(point, 'key') ?? '', point }));
  }
  if (tree?.kind !== 'object') return [];
  return tree.entries.flatMap(({ key, value }) =>
    (value.kind === 'array' ? value.items : []).map(point => ({ name: key, point })),
  );
}
