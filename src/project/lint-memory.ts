import type { ModuleSource } from '../base/source';
import type { LintOptions, LintResult } from '../rules/lint';
import type { KeptLint } from '../rules/relint';
import { lintAgain } from '../rules/relint';

/** Lints texts that are being edited: of the last few, what stands above an edit is not analysed again. */
export interface LintMemory {
  lint(source: ModuleSource, options: LintOptions): LintResult;
  /** The file is not being edited any more. */
  release(file: string): void;
}

/** Nobody types into more files at a time, and each takes memory. */
const MOST_FILES = 3;

export function createLintMemory(): LintMemory {
  const memory = new Map<string, KeptLint>();
  return {
    lint: (source, options) => {
      const before = memory.get(source.file);
      // It is used up, also where the analysis fails.
      memory.delete(source.file);
      const { result, kept } = lintAgain(before, source, options);
      memory.set(source.file, kept);
      const [oldest] = memory.keys();
      if (memory.size > MOST_FILES && oldest !== undefined) memory.delete(oldest);
      return result;
    },
    release: file => {
      memory.delete(file);
    },
  };
}
