import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { ModuleSource } from '../base/source';
import { scriptSource } from '../base/source';
import { readNotebook } from '../notebook/ipynb';
import { extensionOf } from './paths';

export interface ReadModule {
  readonly module: ModuleSource;
  /** What is odd about the file and did not keep it from being read: sentences for the user. */
  readonly remarks: readonly string[];
}

/** The text of a script or a notebook as a module; the failure is a reason for the user. */
export function moduleOf(file: string, text: string): Result<ReadModule, string> {
  if (extensionOf(file) !== '.ipynb') return ok({ module: scriptSource(file, text), remarks: [] });
  const notebook = readNotebook(file, text);
  return notebook.ok
    ? ok({ module: notebook.value, remarks: notebook.problems })
    : fail(notebook.failure.message);
}
