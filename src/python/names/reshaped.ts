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

/** `y = y.values / 255`: what is left is an array. */
function isUnwrapped(made: Made, reg: Reg, name: string): boolean {
  const node = made.get(reg);
  switch (node?.op) {
    case Op.Binary:
      return isUnwrapped(made, node.left, name) || isUnwrapped(made, node.right, name);
    case Op.GetAttr: {
      const owner = made.get(node.obj);
      return UNWRAPS.test(node.attr) && owner?.op === Op.Load && owner.name === name;
    }
    case Op.Call: {
      const func = made.get(node.func);
      if (func?.op !== Op.GetAttr) return false;
      return KEEPS_ARRAY.test(func.attr)
        ? isUnwrapped(made, func.obj, name)
        : isUnwrapped(made, node.func, name);
    }
    default:
      return false;
  }
}
