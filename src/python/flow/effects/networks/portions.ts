import { blocksIn } from '../../../ir/blocks';
import type { Block, Loop } from '../../../ir/model';
import { Op } from '../../../ir/model';
import { contentOf, dataOf } from '../../data';
import type { Machine } from '../../machine';
import type { Ref, Value } from '../../value';
import { elementOfBatches } from './batches';

/**
 * Loaders of which nothing is known, as a function from elsewhere gives them: what a loop takes out of something unknown is
 * a portion of its rows where the loop teaches a network, or where a network is given it.
 */

/** Who asks for one of these in a loop teaches a network, or moves what comes out of the loop to where a network is. */
const TEACHES: ReadonlySet<string> = new Set(
  'backward manual_backward zero_grad to cuda no_grad inference_mode set_grad_enabled'.split(' '),
);

const known = new WeakMap<Loop, boolean>();

/** Does the loop run through portions, if it runs through something unknown? */
export function teaches(loop: Loop): boolean {
  let answer = known.get(loop);
  if (answer === undefined) {
    answer = asksFor(loop.body);
    known.set(loop, answer);
  }
  return answer;
}

function asksFor(block: Block): boolean {
  return block.some(
    node => (node.op === Op.GetAttr && TEACHES.has(node.attr)) || blocksIn(node).some(asksFor),
  );
}

const MAX_NESTING = 3;

/** An element of something unknown, as a portion of its rows; also within pairs, as `enumerate` makes them. */
export function inPortions(m: Machine, value: Value, depth = 0): Value {
  const portion = portionOf(m, value);
  if (portion) return portion;
  const content = contentOf(m, value);
  if (content?.tag !== 'sequence' || content.form !== 'tuple' || depth > MAX_NESTING) return value;
  const items = content.items.map(item => inPortions(m, item, depth + 1));
  return items.every((item, i) => item === content.items[i])
    ? value
    : m.store.allocate({ ...content, items });
}

function portionOf(m: Machine, value: Value): Value | undefined {
  const element = dataOf(m, value);
  const whole = element?.form === 'unknown' ? dataOf(m, element.of) : undefined;
  return whole?.form === 'unknown' ? elementOfBatches(m, whole) : undefined;
}

/** Remembers what an unknown value was taken out of. */
export function takenOutOf(m: Machine, element: Ref, of: Ref | undefined): Ref {
  const data = dataOf(m, element);
  if (data && of) m.store.update(element.id, { ...data, of });
  return element;
}
