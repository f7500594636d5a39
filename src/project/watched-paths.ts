import { isGlob } from '../evidence/file/expand';
import { USUAL_STORES } from '../evidence/registry/sources';
import { effectiveLifecycle } from '../lifecycle/effective';
import type { Lifecycle } from '../lifecycle/model';
import type { Evidence } from '../manifest/evidence';
import type { Manifest } from '../manifest/model';
import { staysInside } from '../manifest/read/paths';

/** In a store of MLflow: a file for each metric, parameter, tag and alias, none of which has an extension. */
const IN_STORES = '**/{metrics,params,tags,aliases}/**';

/**
 * Paths and globs, relative to the project, of the files that its answers rest on by name: runs, model files, documents. Who
 * watches files by their extensions misses those that have none, or an unusual one.
 */
export function watchedPaths(manifest: Manifest, lifecycle: Lifecycle | undefined): readonly string[] {
  const sources = [
    ...manifest.runs.flatMap(source => ('path' in source ? source.path : [])),
    ...manifest.metrics.flatMap(({ from }) => from?.split('#', 1)[0] ?? []),
  ];
  const ticks = [...manifest.stages.values()].flatMap(({ criteria }) =>
    [...criteria.values()].flatMap(({ files = [] }) => files),
  );
  const { stages, groups, pitfalls } = lifecycle ? effectiveLifecycle(lifecycle, manifest) : NO_STAGES;
  const criteria = [...[...stages, ...groups].flatMap(stage => stage.criteria), ...pitfalls];
  const named = [
    ...sources.flatMap(storeOrFile),
    ...ticks,
    ...criteria.flatMap(({ evidence }) => pathsOf(evidence)),
  ];
  return [...new Set(named.map(plain))].filter(staysInside).sort();
}

const NO_STAGES: Pick<Lifecycle, 'stages' | 'groups' | 'pitfalls'> = { stages: [], groups: [], pitfalls: [] };

function pathsOf(evidence: Evidence): readonly string[] {
  switch (evidence.kind) {
    case 'all':
    case 'any':
      return evidence.of.flatMap(pathsOf);
    case 'file':
      return evidence.paths;
    case 'fresh':
      return evidence.of.by === 'file' ? evidence.of.paths : [];
    case 'registry':
      return (evidence.path === undefined ? USUAL_STORES : [evidence.path]).flatMap(storeOrFile);
    default:
      return [];
  }
}

/** Whether a path is a file or a folder may change; a glob means files. */
function storeOrFile(path: string): readonly string[] {
  return isGlob(path) ? [path] : [path, `${plain(path)}/${IN_STORES}`];
}

const plain = (path: string): string => path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
