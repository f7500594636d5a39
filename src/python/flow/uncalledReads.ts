import { once } from '../../base/once';
import { blocksIn } from '../ir/blocks';
import type { Block, IrFunction } from '../ir/model';
import { Op } from '../ir/model';
import type { Machine } from './machine';

/** Names of the attributes that functions read which nobody has called so far, each with what stands in it. */
export function readByUncalled({ functions, entered }: Machine): () => ReadonlySet<string> {
  const uncalled = functions.map(({ fn }) => fn).filter(fn => !entered.has(fn));
  return once(() => {
    const names = new Set<string>();
    for (const fn of new Set(uncalled)) collectReads(fn.body, names);
    return names;
  });
}

function collectReads(block: Block, names: Set<string>): void {
  for (const node of block) {
    if (node.op === Op.GetAttr) names.add(node.attr);
    const inner: IrFunction | undefined =
      node.op === Op.Function ? node.fn : node.op === Op.Class ? node.body : undefined;
    if (inner) collectReads(inner.body, names);
    for (const one of blocksIn(node)) collectReads(one, names);
  }
}
