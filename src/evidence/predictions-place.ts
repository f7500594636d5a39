import type { Place } from '../base/place';
import type { Manifest } from '../manifest/model';
import { fieldPlace } from './context';

/** Where to look after a file of predictions that could not be evaluated: its line, or else where the manifest names it. */
export function predictionsPlace(
  manifest: Manifest,
  { file, line }: { readonly file?: string; readonly line?: number },
): Place {
  if (file === undefined || line === undefined) return fieldPlace(manifest, 'data.predictions.path');
  const start = { line: line - 1, column: 0 };
  return { file, range: { start, end: start } };
}
