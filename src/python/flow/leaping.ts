import { blocksIn } from '../ir/blocks';
import type { Block, Loop } from '../ir/model';
import { Op } from '../ir/model';

const known = new WeakMap<Loop, boolean>();

/** Does a loop pass over the end of some rounds, or end before its last one? */
export function leaps(loop: Loop): boolean {
  let answer = known.get(loop);
  if (answer === undefined) {
    answer = leavesRound(loop.body);
    known.set(loop, answer);
  }
  return answer;
}

function leavesRound(block: Block): boolean {
  return block.some(node => {
    if (node.op === Op.Break || node.op === Op.Continue || node.op === Op.Return) return true;
    // What leaves a round of an inner loop goes on with this one.
    if (node.op === Op.Loop) return returns(node.body) || leavesRound(node.orelse);
    return blocksIn(node).some(leavesRound);
  });
}

function returns(block: Block): boolean {
  return block.some(node => node.op === Op.Return || blocksIn(node).some(returns));
}
