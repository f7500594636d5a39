import { fail, ok } from '../../../src/base/result';
import type { Trail } from '../../../src/project/ports';
import type { MemoryFiles } from './memory-files';

/** Notes in memory: ids count, and Git knows one commit and one name. */
export function memoryTrail(files: MemoryFiles, isTrusted: () => boolean = () => true): Trail {
  let ids = 0;
  const asked = (answer: string) => Promise.resolve(isTrusted() ? answer : undefined);
  return {
    newId: () => `id-${++ids}`,
    commit: () => asked('0123abcd'),
    userName: () => asked('Ada Git'),
    append: async (path, lines) => {
      if (!isTrusted()) return fail('the workspace is in restricted mode');
      const before = await files.read(path);
      files.write(path, (before.ok ? new TextDecoder().decode(before.value) : '') + lines);
      return ok(undefined);
    },
  };
}
