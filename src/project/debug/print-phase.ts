import { NO_DECLARATIONS } from '../../base/declarations';
import type { Files } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { ModuleSource } from '../../base/source';
import { printFacts } from '../../python/flow/print';
import { lowerModule } from '../../python/ir/lower';
import { printIr } from '../../python/ir/print';
import { printTree } from '../../python/syntax/print';
import { analyseSource, parseSource } from '../../rules/lint';
import { moduleOf } from '../module';
import { readText } from '../text';
import type { Phase } from './phases';

/** What one phase of the analysis made of a saved script or notebook; the failure is a reason for the user. */
export async function printPhase(files: Files, file: string, phase: Phase): Promise<Result<string, string>> {
  const text = await readText(files, file);
  if (!text.ok) return fail(text.failure.message);
  const source = moduleOf(file, text.value.text);
  return source.ok ? ok(PRINTERS[phase](source.value.module)) : source;
}

const PRINTERS = {
  ast: source => printTree(parseSource(source).module),
  ir: source => printIr(lowerModule(parseSource(source).module)),
  facts: source => {
    const options = { severities: new Map(), declarations: NO_DECLARATIONS };
    return printFacts(analyseSource(source, parseSource(source), options));
  },
} as const satisfies Record<Phase, (source: ModuleSource) => string>;
