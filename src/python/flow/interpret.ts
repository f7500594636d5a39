import type { Arm, Block, Branch, Loop, MakeClass, Match, Node, Try } from '../ir/model';
import { Op } from '../ir/model';
import { constantOf, scalar, taintsIn } from './data';
import { noteKept } from './effects/selecting';
import type { Completion, Frame } from './frame';
import { newFrame, siteOf, valueIn } from './frame';
import { execute } from './instructions';
import { rounds } from './iterate';
import { joinAll, joiner } from './join';
import type { Machine } from './machine';
import { exhausted } from './machine';
import { siteKey } from './site';
import type { Changes } from './store';
import type { Value } from './value';
import { NONE } from './value';
import { newScope } from './variables';

/** Runs a block; stops at the first node that leaves it. */
export function run(m: Machine, frame: Frame, block: Block): Completion {
  for (const node of block) {
    m.steps++;
    if (exhausted(m)) return 'raise';
    const completion = step(m, frame, node);
    if (completion !== 'normal') return completion;
  }
  return 'normal';
}

function step(m: Machine, frame: Frame, node: Node): Completion {
  switch (node.op) {
    case Op.Return:
      frame.returns.push(node.src === undefined ? NONE : valueIn(frame, node.src));
      return 'return';
    case Op.Break:
      return 'break';
    case Op.Continue:
      return 'continue';
    case Op.Raise:
      return 'raise';
    case Op.Branch:
      return runBranch(m, frame, node);
    case Op.Loop:
      return runLoop(m, frame, node);
    case Op.Try:
      return runTry(m, frame, node);
    case Op.With:
      return run(m, frame, node.body);
    case Op.Match:
      return runMatch(m, frame, node);
    case Op.Class:
      frame.registers[node.dst] = makeClass(m, frame, node);
      return 'normal';
    default:
      execute(m, frame, node);
      return 'normal';
  }
}

interface Outcome {
  readonly completion: Completion;
  readonly changes: Changes;
  /** Of a conditional expression. */
  readonly value?: Value;
}

function attempt(m: Machine, body: () => Completion): Outcome {
  let completion: Completion = 'normal';
  const changes = m.store.attempt(() => {
    completion = body();
  });
  return { completion, changes };
}

/** Goes on from the alternatives that reach the end; keeps what the others changed for where they land. */
function settle(m: Machine, frame: Frame, outcomes: readonly Outcome[]): Completion {
  for (const { completion, changes } of outcomes) {
    if (completion === 'return') frame.exits.push(changes);
    else if (completion === 'break' || completion === 'continue') frame.leaps.push(changes);
  }
  const alive = outcomes.filter(outcome => outcome.completion === 'normal');
  const changes = (alive.length > 0 ? alive : outcomes.slice(0, 1)).map(outcome => outcome.changes);
  m.store.merge(changes, joiner(m));
  if (alive.length > 0 || outcomes.length === 0) return 'normal';
  const first = outcomes[0]?.completion ?? 'normal';
  return outcomes.every(outcome => outcome.completion === first) ? first : 'return';
}

function runBranch(m: Machine, frame: Frame, node: Branch): Completion {
  const outcomes: Outcome[] = [];
  let open = true;
  for (const arm of node.arms) {
    if (run(m, frame, arm.before) !== 'normal') return 'raise';
    const known = truthOf(valueIn(frame, arm.test));
    if (known === false) continue;
    outcomes.push(runArm(m, frame, arm));
    open = known === undefined;
    if (!open) break;
  }
  if (open) {
    const outcome = attempt(m, () => run(m, frame, node.orelse));
    outcomes.push(node.result ? { ...outcome, value: valueIn(frame, node.result.orelse) } : outcome);
  }
  const completion = settle(m, frame, outcomes);
  if (node.result) {
    const values = outcomes.map(outcome => outcome.value).filter(value => value !== undefined);
    frame.registers[node.result.dst] = joinAll(m, values) ?? NONE;
  }
  return completion;
}

function runArm(m: Machine, frame: Frame, arm: Arm): Outcome {
  const test = valueIn(frame, arm.test);
  const outcome = attempt(m, () => {
    let completion: Completion = 'normal';
    const before = m.store.watch(() => {
      completion = run(m, frame, arm.body);
    });
    noteKept(m, taintsIn(m, test, 0), before.keys());
    return completion;
  });
  return arm.value === undefined ? outcome : { ...outcome, value: valueIn(frame, arm.value) };
}

/** What a condition is known to be: constants decide, nothing else does. */
export function truthOf(test: Value): boolean | undefined {
  const value = constantOf(test);
  if (value === undefined || (test.tag === 'const' && test.taints)) return undefined;
  return Boolean(value);
}

/**
 * A body is run once for each element of a short literal, twice otherwise: a first and some later round. What holds
 * after the loop is what holds after its last round: loops over data are not empty.
 */
function runLoop(m: Machine, frame: Frame, node: Loop): Completion {
  const site = siteOf(m, node.span);
  const loop = m.taints.add(`loop ${siteKey(site)} ${m.calls.length}`, id => ({
    kind: 'vary' as const,
    id,
    loop: id,
  }));
  const outer = frame.leaps;
  m.loops.push(loop.loop);
  for (const element of rounds(
    m,
    node.iter === undefined ? undefined : valueIn(frame, node.iter),
    loop,
    site,
  )) {
    frame.leaps = [];
    const completion = runRound(m, frame, node, element);
    for (const leap of frame.leaps) m.store.absorb(leap, joiner(m));
    if (completion === 'return' || completion === 'raise' || completion === 'break') break;
  }
  m.loops.pop();
  frame.leaps = outer;
  return run(m, frame, node.orelse);
}

function runRound(m: Machine, frame: Frame, node: Loop, element: Value | undefined): Completion {
  if (run(m, frame, node.before) !== 'normal') return 'raise';
  if (node.test !== undefined && truthOf(valueIn(frame, node.test)) === false) return 'break';
  if (node.element !== undefined && element) frame.registers[node.element] = element;
  let completion: Completion = 'normal';
  const before = m.store.watch(() => {
    completion = run(m, frame, node.body);
  });
  for (const [cell, old] of before) forgetCounter(m, cell, old);
  return completion;
}

/** A counter has another value in every round: no condition on it is decided. */
function forgetCounter(m: Machine, cell: number, old: Value | undefined): void {
  const present = m.store.read(cell);
  if (old?.tag !== 'const' || present?.tag !== 'const' || old.value === present.value) return;
  m.store.write(cell, scalar(m, present.taints));
}

function runTry(m: Machine, frame: Frame, node: Try): Completion {
  const outcomes = [
    attempt(m, () => {
      const completion = run(m, frame, node.body);
      return completion === 'normal' ? run(m, frame, node.orelse) : completion;
    }),
    ...node.handlers.map(handler => attempt(m, () => run(m, frame, handler))),
  ];
  const completion = settle(m, frame, outcomes);
  const final = run(m, frame, node.final);
  return final === 'normal' ? completion : final;
}

function runMatch(m: Machine, frame: Frame, node: Match): Completion {
  const outcomes = node.cases.map(one => attempt(m, () => run(m, frame, one)));
  outcomes.push(attempt(m, () => 'normal'));
  return settle(m, frame, outcomes);
}

/** A class's body runs once; what it binds are the class's members. */
function makeClass(m: Machine, frame: Frame, node: MakeClass): Value {
  const scope = newScope(node.body, frame.scope);
  run(m, newFrame(scope), node.body.body);
  const fields = new Map<string, Value>();
  for (const [name, cell] of scope.cells) {
    const value = m.store.read(cell);
    if (value) fields.set(name, value);
  }
  const bases = node.bases.map(base => valueIn(frame, base));
  return m.store.allocate({ tag: 'class', name: node.body.name, bases, fields });
}
