import type { Node } from '../ir/model';
import { Op } from '../ir/model';
import { nodesIn } from './aspects';
import type { NotebookCell } from './model';

/** Does a cell show anything but an error? Where its outputs are not there to be seen, by its code. */
export function showsSomething({ code, shows, failed }: NotebookCell): boolean {
  if (failed) return false;
  if (shows !== undefined) return shows;
  const last = code.at(-1);
  return (last !== undefined && isExpression(last)) || calledIn(code).some(name => SHOWS.test(name));
}

/** The last expression of a cell is displayed. */
function isExpression(node: Node): boolean {
  return node.op === Op.Call || node.op === Op.GetAttr || node.op === Op.GetItem || node.op === Op.Load;
}

const SHOWS = /^(print|pprint|display|show|info|plot|hist|head|write|\w*plot)$/;

function calledIn(code: NotebookCell['code']): readonly string[] {
  const nodes = nodesIn(code);
  const named = new Map(
    nodes.flatMap(node => {
      if (node.op === Op.Load) return [[node.dst, node.name] as const];
      return node.op === Op.GetAttr ? [[node.dst, node.attr] as const] : [];
    }),
  );
  return nodes.flatMap(node => (node.op === Op.Call ? (named.get(node.func) ?? []) : []));
}
