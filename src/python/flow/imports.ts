import { isKnownLibrary } from '../knowledge/lookup';
import type { Machine } from './machine';
import type { Site } from './site';
import type { Value } from './value';

/** The value of an imported name: a library's by its qualified name, or one of the workspace's own modules. */
export function importPath(m: Machine, path: string, _site: Site): Value {
  if (isKnownLibrary(path)) return { tag: 'library', name: path };
  return m.load(path) ?? ownMember(m, path) ?? { tag: 'library', name: path };
}

/** `from helpers import prepare`: the last segment may be a name in a module. */
function ownMember(m: Machine, path: string): Value | undefined {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || dot === path.length - 1) return undefined;
  // `from .x import y` is `.x.y`, `from . import y` is `.y`.
  const module = m.load(/^\.+$/.test(path.slice(0, dot + 1)) ? path.slice(0, dot + 1) : path.slice(0, dot));
  const content = module?.tag === 'ref' ? m.store.content(module.id) : undefined;
  return content?.tag === 'instance' ? content.fields.get(path.slice(dot + 1)) : undefined;
}
