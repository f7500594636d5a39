import { isFilled } from '../filled';
import type { ManifestTree } from '../schema/manifest';

/** Command lines by name; a placeholder is none. */
export function buildCommands({ commands }: ManifestTree): ReadonlyMap<string, string> {
  return new Map(
    (commands?.value ?? []).flatMap(({ name, content }) => {
      const line = content?.value.trim() ?? '';
      return isFilled(line) ? [[name, line] as const] : [];
    }),
  );
}
