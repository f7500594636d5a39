import { parseDuration } from '../duration';
import type { Duration } from '../duration';
import type { ManifestTree } from '../schema/manifest';

/** How long each kind of work takes; what is no duration has been reported. */
export function buildEffort({ effort }: ManifestTree): ReadonlyMap<string, Duration> {
  return new Map(
    (effort?.value ?? []).flatMap(({ name, content }) => {
      const duration = content && parseDuration(content.value);
      return duration ? [[name, duration] as const] : [];
    }),
  );
}
