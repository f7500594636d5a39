import type { Node, Reg } from '../ir/model';
import { Op } from '../ir/model';
import type { Made } from './basis';
import { partsOf } from './basis';

/**
 * Has a value that is made from the name's own last value another shape, or another type, each time? No model takes answers
 * that are spread over columns twice, `x[..., np.newaxis]` of what has that axis already, or a table that lies on its side; and
 * an array has no `.values`.
 */
export function isReshaped(made: Made, src: Reg, name: string): boolean {
  return (
    isUnwrapped(made, src, name) ||
    partsOf(made, src).some(node => node !== undefined && turns(made, node, name))
  );
}

const SPREADS =
  /^(to_categorical|one_hot|expand_dims|unsqueeze|newaxis|atleast_3d|transpose|permute|swapaxes|moveaxis|rollaxis)$/;

/** A step of the way that gives another shape to the name's value. */
function turns(made: Made, node: Node, name: string): boolean {
  if (node.op === Op.GetAttr) return node.attr === 'T' && isOf(made, node.obj, name);
  if (node.op === Op.GetItem) return isOf(made, node.obj, name) && addsAxis(made, node.index);
  if (node.op !== Op.Call) return false;
  const func = made.get(node.func);
  const called = func?.op === Op.GetAttr ? func.attr : func?.op === Op.Load ? func.name : '';
  if (!SPREADS.test(called)) return false;
  const operand = node.args[0] !== undefined && isOf(made, node.args[0].reg, name);
  return operand || (func?.op === Op.GetAttr && isOf(made, func.obj, name));
}

/** `x[..., np.newaxis]`, `x[:, None]` */
function addsAxis(made: Made, index: Reg): boolean {
  return partsOf(made, index).some(
    node =>
      (node?.op === Op.GetAttr && node.attr === 'newaxis') || (node?.op === Op.Const && node.type === 'none'),
  );
}

function isOf(made: Made, reg: Reg, name: string): boolean {
  return partsOf(made, reg).some(node => node?.op === Op.Load && node.name === name);
}

const UNWRAPS = /^(values|to_numpy|toarray|todense|numpy)$/;
const KEEPS_ARRAY = /^(astype|reshape|ravel|flatten|round|copy|squeeze|clip)$/;
/** Functions of numpy: an array of an array. */
const OF_ARRAYS = /^(log|log1p|log2|log10|exp|expm1|sqrt|cbrt|square|abs|absolute|clip|round)$/;
/** What tables and columns have, and arrays do not. */
const OF_TABLES =
  /^(values|to_numpy|toarray|todense|numpy|iloc|loc|str|dt|drop|dropna|fillna|map|apply|applymap|replace|isin)$/;

/** `y = y.values / 255`, `X = X.iloc[:, 1:].values`: what is left is an array. */
function isUnwrapped(made: Made, reg: Reg, name: string): boolean {
  return (
    isArray(made, reg) &&
    partsOf(made, reg).some(node => {
      const owner = node?.op === Op.GetAttr && OF_TABLES.test(node.attr) ? made.get(node.obj) : undefined;
      return owner?.op === Op.Load && owner.name === name;
    })
  );
}

function isArray(made: Made, reg: Reg): boolean {
  const node = made.get(reg);
  switch (node?.op) {
    case Op.Binary:
      return isArray(made, node.left) || isArray(made, node.right);
    case Op.GetAttr:
      return UNWRAPS.test(node.attr);
    case Op.GetItem:
      return isArray(made, node.obj);
    case Op.Call: {
      const func = made.get(node.func);
      if (func?.op !== Op.GetAttr) return false;
      if (UNWRAPS.test(func.attr) || (KEEPS_ARRAY.test(func.attr) && isArray(made, func.obj))) return true;
      const [first] = node.args;
      return first !== undefined && OF_ARRAYS.test(func.attr) && isArray(made, first.reg);
    }
    default:
      return false;
  }
}
