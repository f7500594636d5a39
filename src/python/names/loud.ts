import type { Block, Call, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';

/**
 * Does a cell certainly end in an error when it is run once more? It takes a column away from a table that it does not make itself:
 * the second run does not find that column. What stands in a branch may be left out.
 */
export function failsLoudly(code: Block): boolean {
  const [made, fresh] = [new Map<Reg, Node>(), new Set<string>()];
  const removed: { readonly call: Call; readonly table: string }[] = [];
  for (const node of code) {
    if ('dst' in node) made.set(node.dst, node);
    if (node.op === Op.DeleteItem && isOld(made, fresh, node.obj) && isName(made, node.index)) return true;
    if (node.op === Op.Call) {
      const table = takenFrom(made, fresh, node);
      if (table === undefined) continue;
      if (isInPlace(made, node)) return true;
      removed.push({ call: node, table });
    }
    if (node.op !== Op.Store) continue;
    if (spreadsAgain(made, fresh, node)) return true;
    if (removed.some(({ call, table }) => call.dst === node.src && table === node.name)) return true;
    fresh.add(node.name);
  }
  return false;
}

/** `y = to_categorical(y)`: answers that are spread over columns already get another shape, which no model takes. */
function spreadsAgain(made: Made, fresh: ReadonlySet<string>, store: Node): boolean {
  const call = store.op === Op.Store ? made.get(store.src) : undefined;
  if (store.op !== Op.Store || call?.op !== Op.Call) return false;
  const [func, given] = [made.get(call.func), call.args[0] && made.get(call.args[0].reg)];
  const name = func?.op === Op.GetAttr ? func.attr : func?.op === Op.Load ? func.name : '';
  return (
    /^(to_categorical|one_hot)$/.test(name) &&
    given?.op === Op.Load &&
    given.name === store.name &&
    !fresh.has(store.name)
  );
}

/** The table, there before the cell, whose column the call takes away: `df.drop('a', axis=1)`, `df.pop('a')`. */
function takenFrom(made: Made, fresh: ReadonlySet<string>, call: Call): string | undefined {
  const func = made.get(call.func);
  if (func?.op !== Op.GetAttr || !isOld(made, fresh, func.obj)) return undefined;
  const table = made.get(func.obj);
  const name = table?.op === Op.Load ? table.name : undefined;
  const [first] = call.args;
  if (func.attr === 'pop') return first && isName(made, first.reg) ? name : undefined;
  return func.attr === 'drop' && dropsColumns(made, call) ? name : undefined;
}

function dropsColumns(made: Made, call: Call): boolean {
  const given = (name: string): Reg | undefined => call.args.find(arg => arg.name === name)?.reg;
  if (given('errors') !== undefined || call.args.some(arg => arg.spread !== 'none')) return false;
  const [columns, axis] = [given('columns'), given('axis')];
  if (columns !== undefined) return areNames(made, columns);
  const [first] = call.args;
  const along = axis === undefined ? undefined : constant(made, axis);
  return first !== undefined && (along === 1 || along === 'columns') && areNames(made, first.reg);
}

function isInPlace(made: Made, call: Call): boolean {
  const func = made.get(call.func);
  const inPlace = call.args.find(arg => arg.name === 'inplace');
  return (
    (func?.op === Op.GetAttr && func.attr === 'pop') ||
    (inPlace !== undefined && constant(made, inPlace.reg) === true)
  );
}

type Made = ReadonlyMap<Reg, Node>;

function isOld(made: Made, fresh: ReadonlySet<string>, obj: Reg): boolean {
  const table = made.get(obj);
  return table?.op === Op.Load && !fresh.has(table.name);
}

function areNames(made: Made, reg: Reg): boolean {
  const node = made.get(reg);
  if (node?.op !== Op.Sequence) return isName(made, reg);
  return node.items.length > 0 && node.items.every(item => isName(made, item.reg));
}

function isName(made: Made, reg: Reg): boolean {
  return typeof constant(made, reg) === 'string';
}

function constant(made: Made, reg: Reg): unknown {
  const node = made.get(reg);
  return node?.op === Op.Const ? node.value : undefined;
}
