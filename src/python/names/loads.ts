import type { IrArgument } from '../ir/model';
import { Op } from '../ir/model';
import { nodesIn } from './aspects';
import type { NotebookCell } from './model';

/** Does the cell read a file, or make an example's data, and nothing more? Done again, it gives the same. */
export function onlyLoads({ code, events }: NotebookCell, name: string): boolean {
  const nodes = nodesIn(code);
  const called = new Map(
    nodes.flatMap(node => {
      if (node.op === Op.GetAttr) return [[node.dst, node.attr] as const];
      return node.op === Op.Load ? [[node.dst, node.name] as const] : [];
    }),
  );
  const results = new Map(nodes.flatMap(node => (node.op === Op.Call ? [[node.dst, node] as const] : [])));
  const parts = nodes.flatMap(node =>
    node.op === Op.Unpack ? node.targets.map(reg => [reg, results.get(node.src)] as const) : [],
  );
  const made = new Map([...results, ...parts]);
  const loads = nodes.filter(node => {
    if (node.op !== Op.Store || node.name !== name) return false;
    const call = made.get(node.src);
    const what = (call && called.get(call.func)) ?? '';
    return LOADS.test(what) || (GENERATES.test(what) && call?.args.some(isSeed) === true);
  });
  const writes = events.filter(
    event => (event.kind === 'change' || event.kind === 'define') && event.name === name,
  );
  return loads.length > 0 && loads.length === writes.length;
}

function isSeed({ name }: IrArgument): boolean {
  return name === 'random_state';
}

const GENERATES = /^make_\w+$/;
const LOADS = /^(read_\w+|load|load_\w+|fetch_\w+|loadtxt|genfromtxt|imread)$/;
