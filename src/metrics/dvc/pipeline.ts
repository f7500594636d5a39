import type { Span } from '../../base/place';
import { entriesOf, entryOf } from '../shapes/shape';
import type { Tree } from '../tree';
import { folderOf, pathFrom } from './paths';
import { instancesOf } from './stages';
import { interpolated, mapsIn, type Variables } from './variables';

/** A file or folder of metrics that a pipeline names. */
export interface PipelineMetric {
  /** As written, its variables filled in. */
  readonly written: string;
  /** Absolute, unless it lies on another machine. */
  readonly path: string;
  /** The stage that makes it, where it is one of several from a template. */
  readonly instance?: string;
  /** DVC keeps it, rather than Git. */
  readonly isCached: boolean;
  readonly at: Span;
}

export interface Pipeline {
  readonly metrics: readonly PipelineMetric[];
  /** Files of parameters that it names, beside `params.yaml`; absolute. */
  readonly params: readonly string[];
  /** Names and templates that cannot be told without running DVC. */
  readonly unresolved: readonly { readonly name: string; readonly at: Span }[];
}

/**
 * What `dvc.yaml` says of metrics: those at its top and those of its stages, each stage of a `foreach` or `matrix` by itself.
 *
 * @param file the pipeline's absolute path
 * @param given what files of variables hold, `params.yaml` above all
 */
export function pipelineOf(file: string, tree: Tree | undefined, given: Variables): Pipeline {
  const folder = folderOf(file);
  const variables = [...mapsIn(entryOf(tree, 'vars')), ...given];
  const found: Found = { metrics: [], params: new Set(), unresolved: [] };
  addMetrics(found, entryOf(tree, 'metrics'), { folder, variables, isTop: true });
  addParams(found, entryOf(tree, 'params'), folder, true);
  for (const entry of entriesOf(entryOf(tree, 'stages'))) {
    const instances = instancesOf(entry, variables);
    if (!instances) found.unresolved.push({ name: entry.key, at: entry.value });
    for (const { name, isOneOfSeveral, body, variables: own } of instances ?? []) {
      const wdir = entryOf(body, 'wdir');
      const where = wdir?.kind === 'text' ? (interpolated(wdir.text, own) ?? '.') : '.';
      const inside = { folder: pathFrom(folder, where), variables: own, isTop: false };
      addMetrics(found, entryOf(body, 'metrics'), { ...inside, ...(isOneOfSeveral && { instance: name }) });
      addParams(found, entryOf(body, 'params'), inside.folder, false);
    }
  }
  return { ...found, params: [...found.params] };
}

interface Found {
  readonly metrics: PipelineMetric[];
  readonly params: Set<string>;
  readonly unresolved: { name: string; at: Span }[];
}

interface Within {
  readonly folder: string;
  readonly variables: Variables;
  readonly instance?: string;
  /** At the top, nothing says who keeps a file. */
  readonly isTop: boolean;
}

function addMetrics(found: Found, list: Tree | undefined, within: Within): void {
  if (list?.kind !== 'array') return;
  for (const item of list.items) {
    const { written, options } = entryIn(item);
    if (written === undefined) continue;
    const filled = interpolated(written, within.variables);
    if (filled === undefined) {
      found.unresolved.push({ name: written, at: item });
      continue;
    }
    const cache = entryOf(options, 'cache');
    const path = pathFrom(within.folder, filled);
    if (found.metrics.some(known => known.path === path)) continue;
    found.metrics.push({
      written: filled,
      path,
      isCached: !within.isTop && !(cache?.kind === 'boolean' && cache.text === 'false'),
      ...(within.instance !== undefined && { instance: within.instance }),
      at: { start: item.start, end: item.end },
    });
  }
}

/** `metrics.json`, or `metrics.json: { cache: false }`. */
function entryIn(item: Tree): { readonly written?: string; readonly options?: Tree } {
  if (item.kind === 'text') return { written: item.text };
  const [entry] = entriesOf(item);
  return entry ? { written: entry.key, options: entry.value } : {};
}

/** At the top each text is a file; in a stage a text is a name in `params.yaml`, and a key is a file. */
function addParams(found: Found, list: Tree | undefined, folder: string, isTop: boolean): void {
  if (list?.kind !== 'array') return;
  for (const item of list.items) {
    const { written, options } = entryIn(item);
    if (written !== undefined && (isTop || options)) found.params.add(pathFrom(folder, written));
  }
}
