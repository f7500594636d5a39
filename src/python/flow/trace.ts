import type { Span } from '../../base/place';
import type { IrFunction, Node } from '../ir/model';
import type { AnalysisOptions } from './analyse';
import { guarded, machineFor } from './analyse';
import { newFrame } from './frame';
import { run } from './interpret';
import type { Machine } from './machine';
import { printValue } from './printValue';
import { newScope } from './variables';
import type { Scope } from './value';

/**
 * What the module's variables hold after each stretch of its text, where that differs from before: one variable a line.
 * Stretches are the statements of a script, or the cells of a notebook.
 *
 *     line 4
 *       train: table part 0 of split#1(data.csv)
 *       n: number carrying nothing
 */
export function printFlow(
  ir: IrFunction,
  text: string,
  stops: readonly { readonly span: Span; readonly head: string }[],
  options: AnalysisOptions = {},
): string {
  const m = machineFor(text, options);
  const scope = newScope(ir, undefined);
  const frame = newFrame(scope);
  const known = new Map<string, string>();
  const lines: string[] = [];
  for (const [i, { head, span }] of stops.entries()) {
    const end = stops[i + 1]?.span.start ?? Infinity;
    // The decorators of a definition stand before it.
    const block = ir.body.filter(node => startsIn(node, i === 0 ? 0 : span.start, end));
    const whole = guarded(() => run(m, frame, block));
    const changed = changesSince(m, scope, known);
    if (changed.length > 0) lines.push(head, ...changed.map(line => `  ${line}`));
    if (!whole) lines.push('… cut short: calls are nested too deep');
  }
  return lines.join('\n') + '\n';
}

function startsIn({ span }: Node, start: number, end: number): boolean {
  return start <= span.start && span.start < end;
}

/** Brings `known` up to date. Names that no program can write are left out. */
function changesSince(m: Machine, scope: Scope, known: Map<string, string>): string[] {
  const lines: string[] = [];
  for (const [name, cell] of scope.cells) {
    if (name.includes('·')) continue;
    const value = m.store.read(cell);
    const text = value ? printValue(m, value) : 'nothing';
    if (known.get(name) !== text) lines.push(`${name}: ${text}`);
    known.set(name, text);
  }
  return lines;
}
