import { cfgOf } from './cfg';
import type { BasicBlock } from './cfg';
import type { IrFunction } from './model';
import { Op } from './model';
import { headOf, printNode } from './print';

/** The basic blocks of a module and of every function in it as text: each block with its steps, then its edges. */
export function printCfg(fn: IrFunction): string {
  const lines: string[] = [];
  const waiting: IrFunction[] = [fn];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    lines.push(headOf(next));
    for (const block of cfgOf(next).blocks) lines.push(...blockLines(block, waiting));
  }
  return lines.join('\n') + '\n';
}

function blockLines({ id, steps, edges }: BasicBlock, waiting: IrFunction[]): string[] {
  for (const step of steps) {
    if (step.op === Op.Function) waiting.push(step.fn);
    if (step.op === Op.Class) waiting.push(step.body);
  }
  const body = steps.map(step => (step.op === 'copy' ? `r${step.dst} = r${step.src}` : printNode(step)));
  const ways = edges.map(({ to, label }) => `→ ${to === 'exit' ? to : `b${to}`} ${label}`.trimEnd());
  return [`  b${id}`, ...[...body, ...ways].map(line => `    ${line}`)];
}
