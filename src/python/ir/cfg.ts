import type { Block, Branch, Instruction, IrFunction, Jump, Loop, Node, Reg, Try } from './model';
import { Op } from './model';

/**
 * The control flow of one function as basic blocks and the edges between them, drawn from the structured form for those
 * who want to see it: the analysis itself runs the structured form.
 */
export interface Cfg {
  /** The first is where the function begins. */
  readonly blocks: readonly BasicBlock[];
}

export interface BasicBlock {
  readonly id: number;
  readonly steps: readonly (Instruction | Jump | Copy)[];
  readonly edges: readonly Edge[];
}

/** The value of a conditional expression. */
export interface Copy {
  readonly op: 'copy';
  readonly dst: Reg;
  readonly src: Reg;
}

export interface Edge {
  readonly to: number | 'exit';
  /** Under which condition: `if r3`, `raised`; empty for always. */
  readonly label: string;
}

interface Drawn {
  readonly id: number;
  readonly steps: (Instruction | Jump | Copy)[];
  readonly edges: Edge[];
}

interface Drawing {
  readonly blocks: Drawn[];
  current: Drawn;
  /** Where `break` and `continue` lead, innermost last. */
  readonly loops: { readonly head: Drawn; readonly after: Drawn }[];
  /** Where what is raised is handled, innermost last. */
  readonly handlers: (readonly Drawn[])[];
}

export function cfgOf(fn: IrFunction): Cfg {
  const start: Drawn = { id: 0, steps: [], edges: [] };
  const d: Drawing = { blocks: [start], current: start, loops: [], handlers: [] };
  draw(d, fn.body);
  join(d.current, 'exit');
  return { blocks: reachable(d.blocks) };
}

function newBlock(d: Drawing): Drawn {
  const block: Drawn = { id: d.blocks.length, steps: [], edges: [] };
  d.blocks.push(block);
  return block;
}

function join(from: Drawn, to: Drawn | 'exit', label = ''): void {
  from.edges.push({ to: to === 'exit' ? to : to.id, label });
}

function draw(d: Drawing, block: Block): void {
  for (const node of block) drawNode(d, node);
}

function drawNode(d: Drawing, node: Node): void {
  switch (node.op) {
    case Op.Return:
    case Op.Raise:
    case Op.Break:
    case Op.Continue:
      drawJump(d, node);
      return;
    case Op.Branch:
      drawBranch(d, node);
      return;
    case Op.Loop:
      drawLoop(d, node);
      return;
    case Op.Try:
      drawTry(d, node);
      return;
    case Op.With:
      draw(d, node.body);
      return;
    case Op.Match:
      drawAlternatives(
        d,
        node.cases.map((block, i) => ({ label: `case ${i + 1} of r${node.subject}`, block })),
      );
      return;
    default:
      d.current.steps.push(node);
  }
}

/** What follows a jump begins a block that nothing leads to. */
function drawJump(d: Drawing, node: Jump): void {
  const from = d.current;
  const loop = d.loops.at(-1);
  from.steps.push(node);
  if (node.op === Op.Break || node.op === Op.Continue) {
    if (loop) join(from, node.op === Op.Break ? loop.after : loop.head);
  } else if (node.op === Op.Raise && d.handlers.length > 0) {
    for (const handler of d.handlers.at(-1) ?? []) join(from, handler, 'raised');
  } else join(from, 'exit');
  d.current = newBlock(d);
}

function drawBranch(d: Drawing, { arms, orelse, result }: Branch): void {
  const after = newBlock(d);
  for (const arm of arms) {
    draw(d, arm.before);
    const test = d.current;
    d.current = newBlock(d);
    join(test, d.current, `if r${arm.test}`);
    drawArm(d, arm.body, result && copy(result.dst, arm.value), after);
    d.current = newBlock(d);
    join(test, d.current, 'else');
  }
  drawArm(d, orelse, result && copy(result.dst, result.orelse), after);
  d.current = after;
}

function copy(dst: Reg, src: Reg | undefined): Copy | undefined {
  return src === undefined ? undefined : { op: 'copy', dst, src };
}

function drawArm(d: Drawing, block: Block, last: Copy | undefined, after: Drawn): void {
  draw(d, block);
  if (last) d.current.steps.push(last);
  join(d.current, after);
}

function drawLoop(d: Drawing, { iter, element, before, test, body, orelse }: Loop): void {
  const [head, after] = [newBlock(d), newBlock(d)];
  join(d.current, head);
  d.current = head;
  draw(d, before);
  const decided = d.current;
  const inside = newBlock(d);
  join(decided, inside, iter === undefined ? `if r${test ?? 0}` : `next r${element ?? 0} of r${iter}`);
  d.current = inside;
  d.loops.push({ head, after });
  draw(d, body);
  d.loops.pop();
  join(d.current, head);
  d.current = newBlock(d);
  join(decided, d.current, 'done');
  drawArm(d, orelse, undefined, after);
  d.current = after;
}

/** Something may be raised before the body has done anything, or anywhere in it: one edge stands for all. What leaves early is drawn past `finally`. */
function drawTry(d: Drawing, node: Try): void {
  const handlers = node.handlers.map(() => newBlock(d));
  const final = newBlock(d);
  const body = newBlock(d);
  join(d.current, body);
  for (const handler of handlers) join(body, handler, 'raised');
  d.current = body;
  d.handlers.push(handlers.length > 0 ? handlers : [final]);
  draw(d, node.body);
  d.handlers.pop();
  drawArm(d, node.orelse, undefined, final);
  node.handlers.forEach((block, i) => {
    d.current = handlers[i] ?? final;
    drawArm(d, block, undefined, final);
  });
  d.current = final;
  draw(d, node.final);
}

function drawAlternatives(
  d: Drawing,
  cases: readonly { readonly label: string; readonly block: Block }[],
): void {
  const [from, after] = [d.current, newBlock(d)];
  for (const { label, block } of cases) {
    d.current = newBlock(d);
    join(from, d.current, label);
    drawArm(d, block, undefined, after);
  }
  join(from, after, 'no case');
  d.current = after;
}

/** The blocks that can be reached, numbered in the order in which they were reached. */
function reachable(blocks: readonly Drawn[]): BasicBlock[] {
  const numbers = new Map<number, number>();
  const pending = [0];
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    if (numbers.has(id)) continue;
    numbers.set(id, numbers.size);
    pending.push(...(blocks[id]?.edges ?? []).flatMap(({ to }) => (to === 'exit' ? [] : [to])));
  }
  const renumbered = (to: Edge['to']): Edge['to'] => (to === 'exit' ? to : (numbers.get(to) ?? to));
  return blocks
    .filter(({ id }) => numbers.has(id))
    .map(({ id, steps, edges }) => ({
      id: numbers.get(id) ?? id,
      steps,
      edges: edges.map(({ to, label }) => ({ to: renumbered(to), label })),
    }))
    .sort((a, b) => a.id - b.id);
}
