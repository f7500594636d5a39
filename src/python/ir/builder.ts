import type { Span } from '../../base/place';
import type { Block, IrFunction, IrParam, Node, Reg } from './model';
import { Op } from './model';

/** Past this many nested expressions or blocks the value is unknown: no input may exhaust the stack. */
export const MAX_DEPTH = 120;

/** Collects the nodes of one function while it is lowered. */
export interface Builder {
  readonly parent: Builder | undefined;
  readonly locals: Set<string>;
  readonly globals: Set<string>;
  /** Names of comprehension variables, as they are called in this function. */
  renames: ReadonlyMap<string, string>;
  block: Node[];
  registers: number;
  generator: boolean;
  depth: number;
  /** All that are made, those of inner functions included. */
  readonly spans: Span[];
}

export function newBuilder(
  scope: { locals: Set<string>; globals: Set<string> },
  parent: Builder | undefined,
  shadowed: Iterable<string>,
): Builder {
  const renames = new Map(parent?.renames);
  for (const name of [...shadowed, ...scope.locals]) renames.delete(name);
  return {
    parent,
    locals: scope.locals,
    globals: scope.globals,
    renames,
    block: [],
    registers: 0,
    generator: false,
    depth: parent?.depth ?? 0,
    spans: parent?.spans ?? [],
  };
}

export function register(b: Builder): Reg {
  return b.registers++;
}

export function emit(b: Builder, node: Node): void {
  b.block.push(node);
}

/** Collects into a block of its own what `fill` emits. */
export function collect(b: Builder, fill: () => void): Block {
  const outer = b.block;
  const inner: Node[] = [];
  b.block = inner;
  b.depth++;
  fill();
  b.depth--;
  b.block = outer;
  return inner;
}

export function unknown(b: Builder, span: Span, uses: readonly Reg[] = []): Reg {
  const dst = register(b);
  emit(b, { op: Op.Unknown, dst, uses, span });
  return dst;
}

export function finish(
  b: Builder,
  head: { name: string; form: IrFunction['form']; span: Span; params: readonly IrParam[] },
): IrFunction {
  return {
    ...head,
    body: b.block,
    registers: b.registers,
    locals: b.locals,
    globals: b.globals,
    generator: b.generator,
  };
}
