import { Op } from '../ir/model';
import { nodesIn } from './aspects';
import type { NotebookCell } from './model';

/** Is all that the cell does to the name's object to sort it, to index it otherwise, or to copy it? Its values stay. */
export function onlyRearranges({ code, events }: NotebookCell, name: string): boolean {
  const nodes = nodesIn(code);
  const attributes = new Map(
    nodes.flatMap(node => (node.op === Op.GetAttr ? [[node.dst, node] as const] : [])),
  );
  const loads = new Map(nodes.flatMap(node => (node.op === Op.Load ? [[node.dst, node.name] as const] : [])));
  const rearranged = nodes.filter(node => {
    if (node.op !== Op.Call) return false;
    const method = attributes.get(node.func);
    if (method) return loads.get(method.obj) === name && METHODS.test(method.attr);
    const [first] = node.args;
    return loads.get(node.func) === 'sorted' && first !== undefined && loads.get(first.reg) === name;
  });
  const writes = events.filter(
    event => (event.kind === 'change' || event.kind === 'define') && event.name === name,
  );
  return rearranged.length > 0 && rearranged.length >= writes.length;
}

const METHODS = /^(sort|sort_values|sort_index|reset_index|set_index|copy)$/;
