import type { Clock, Files } from '../../../src/base/ports';
import type { WorkspacePorts } from '../../../src/project/ports';
import type { Workspace } from '../../../src/project/workspace';
import { createWorkspace } from '../../../src/project/workspace';

/** 2 October 2026. */
export const NOW = Date.UTC(2026, 9, 2, 12);

/** A workspace over the given files, rooted at `/w`. */
export function open(
  files: Files,
  clock: Clock = { now: () => NOW },
  more: Partial<WorkspacePorts> = {},
): Workspace {
  const silent = (): undefined => undefined;
  return createWorkspace(
    {
      files,
      clock,
      log: { info: silent, warn: silent, error: silent },
      pause: () => Promise.resolve(),
      ...more,
    },
    { roots: ['/w'] },
  );
}
