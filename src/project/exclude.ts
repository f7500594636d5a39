import picomatch from 'picomatch';
import type { Manifest } from '../manifest/model';
import { isInside, relative } from './paths';

/** Does `lint.exclude` of the manifest leave a file out? Patterns are relative to the manifest's folder. */
export function excluder(manifest: Manifest): (file: string) => boolean {
  if (manifest.lint.exclude.length === 0) return () => false;
  // A pattern that names a folder means everything in it.
  const patterns = manifest.lint.exclude.flatMap(pattern => [pattern, `${pattern.replace(/\/+$/, '')}/**`]);
  const matches = picomatch(patterns, { dot: true });
  return file => isInside(manifest.root, file) && matches(relative(manifest.root, file));
}
