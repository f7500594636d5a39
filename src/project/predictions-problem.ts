import type { Problem } from '../base/result';
import type { NotRecomputed } from '../evidence/facts';
import { predictionsPlace } from '../evidence/predictions-place';
import { relativeTo } from '../evidence/words';
import type { Manifest } from '../manifest/model';

/** That the predictions which a manifest names could not be evaluated; nothing while they are read, or were cancelled. */
export function predictionsProblem(
  manifest: Manifest,
  notRecomputed: NotRecomputed | undefined,
): readonly Problem[] {
  if (!notRecomputed?.failed) return [];
  const { file, reason } = notRecomputed;
  return [
    {
      code: 'predictions-not-evaluated',
      severity: 'warning',
      message: `\`${relativeTo(manifest.root, file)}\` ${reason}.`,
      place: predictionsPlace(manifest, notRecomputed),
    },
  ];
}
