import { NO_DECLARATIONS } from '../../base/declarations';
import { lineIndex } from '../../base/lines';
import type { Span } from '../../base/place';
import type { Files } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { ModuleSource } from '../../base/source';
import { printFacts } from '../../python/flow/print';
import { printFlow } from '../../python/flow/trace';
import { lowerModule } from '../../python/ir/lower';
import { printCfg } from '../../python/ir/printCfg';
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
  return source.ok ? ok(printPhaseOf(source.value.module, phase)) : source;
}

/** A phase of a module that is at hand. */
export function printPhaseOf(source: ModuleSource, phase: Phase): string {
  return renumbered(PRINTERS[phase](source));
}

/** Splits by the order in which they are mentioned: their own numbers depend on all that was analysed before. */
function renumbered(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/split#(\d+)/g, (_, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `split#${number}`;
  });
}

const PRINTERS = {
  ast: source => printTree(parseSource(source).module),
  ir: source => printIr(lowerModule(parseSource(source).module)),
  cfg: source => printCfg(lowerModule(parseSource(source).module)),
  flow: source => {
    const { module } = parseSource(source);
    return printFlow(lowerModule(module), source.text, stopsOf(source, module.body));
  },
  facts: source => {
    const options = { severities: new Map(), declarations: NO_DECLARATIONS };
    return printFacts(analyseSource(source, parseSource(source), options));
  },
} as const satisfies Record<Phase, (source: ModuleSource) => string>;

/** Where the state is looked at: after each cell of a notebook, after each statement of a script. */
function stopsOf(source: ModuleSource, body: readonly Span[]): { span: Span; head: string }[] {
  if (source.kind === 'notebook')
    return source.segments.map(segment => ({ span: segment, head: `cell ${(segment.cell ?? 0) + 1}` }));
  const { positionAt } = lineIndex(source.text);
  return body.map(span => ({ span, head: `line ${positionAt(span.start).line + 1}` }));
}
