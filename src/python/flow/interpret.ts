import type { Span } from '../../base/place';
import type { Arm, Block, Branch, Loop, MakeClass, Match, Node, Try } from '../ir/model';
import { Op } from '../ir/model';
import { contentOf, scalar, symbolOf, taintsIn } from './data';
import { elementSymbols } from './effects/tables/elements';
import { notePicked } from './effects/models/columnScores';
import { noteKept } from './effects/scores/keeping';
import { inPortions, teaches } from './effects/networks/portions';
import { counterSymbol } from './effects/tables/windows';
import type { Completion, Frame } from './frame';
import { newFrame, siteOf, valueIn } from './frame';
import { execute } from './instructions';
import { isDrawn } from './rows/drawnSymbols';
import { BRANCH, rowsLoopedThrough } from './rows/filled';
import { isPair, rounds, runsEach } from './iterate';
import { joinAll, joiner } from './join';
import type { Condition, Machine, Round } from './machine';
import { contextKey, exhausted, fresh, placeKey } from './machine';
import { namesIn } from './columns/names';
import { originsOnly, told, underConditions } from './columns/provenance';
import type { Changes } from './store';
import type { VaryTaint } from './taint';
import { truthOf } from './truth';
import { CLEAN, taintsOf, unite, uniteAll } from './taint';
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
      // Outside a function it is an error of its cell, and the next cell runs.
      if (frame.scope.fn.form === 'module') return 'normal';
      frame.returns.push(node.src === undefined ? NONE : underConditions(m, valueIn(frame, node.src)));
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
  const [outer, after] = [m.conditions.length, [] as Condition[]];
  const place = BRANCH + contextKey(m, siteOf(m, node.span));
  let open = true;
  for (const arm of node.arms) {
    if (run(m, frame, arm.before) !== 'normal') return 'raise';
    const test = valueIn(frame, arm.test);
    const known = truthOf(m, test);
    if (known === false) continue;
    const symbol = `${place}.${node.arms.indexOf(arm)}`;
    const outcome = runArm(m, frame, arm, node.span, symbol);
    outcomes.push(outcome);
    open = known === undefined;
    if (!open) break;
    // The arms that follow, and all that comes after an arm that leaves, are executed where the condition fails.
    const fails = conditionOf(m, test, false, symbol);
    m.conditions.push(fails);
    if (outcome.completion !== 'normal') after.push({ ...fails, left: outcome.completion !== 'raise' });
  }
  if (open) {
    const outcome = attempt(m, () => run(m, frame, node.orelse));
    const value = node.result && underConditions(m, valueIn(frame, node.result.orelse));
    outcomes.push(value ? { ...outcome, value } : outcome);
  }
  m.conditions.splice(outer, Infinity, ...after);
  const completion = settle(m, frame, outcomes);
  if (node.result) {
    const values = outcomes.map(outcome => outcome.value).filter(value => value !== undefined);
    frame.registers[node.result.dst] = labelled(m, frame, node, joinAll(m, values) ?? NONE);
  }
  return completion;
}

/** `1 if p > cut else 0`: which of two constants it is, is what the test says of a prediction. */
function labelled(m: Machine, frame: Frame, node: Branch, value: Value): Value {
  if (value.tag !== 'scalar' && value.tag !== 'const') return value;
  const tests = uniteAll(node.arms.map(arm => taintsIn(m, valueIn(frame, arm.test), 0)));
  if (!tests.some(taint => taint.kind === 'pred')) return value;
  const told = tests.filter(({ kind }) => kind === 'pred' || kind === 'vary' || kind === 'sel');
  return scalar(m, unite(taintsIn(m, value, 0), told));
}

function runArm(m: Machine, frame: Frame, arm: Arm, span: Span, symbol: string): Outcome {
  const test = valueIn(frame, arm.test);
  const decided = truthOf(m, test) !== undefined;
  const conditions = m.conditions.length;
  if (!decided) m.conditions.push(conditionOf(m, test, true, symbol));
  let value: Value | undefined;
  const outcome = attempt(m, () => {
    let completion: Completion = 'normal';
    const before = m.store.watch(() => {
      completion = run(m, frame, arm.body);
    });
    const result = arm.value === undefined ? undefined : underConditions(m, valueIn(frame, arm.value));
    const { cells, objects } = before;
    value = noteKept(m, { test, written: cells.keys(), changed: objects, result, site: siteOf(m, span) });
    notePicked(m, test, before.cells.keys(), before.objects);
    return completion;
  });
  m.conditions.length = conditions;
  return value ? { ...outcome, value } : outcome;
}

/** What is known where a test holds, or where it fails. */
function conditionOf(m: Machine, test: Value, holds: boolean, symbol: string): Condition {
  const names = namesIn(test)?.test;
  const from = test.tag === 'scalar' ? told(originsOnly(test.taints)).from : [];
  return {
    from: from.filter(taint => taint.by !== 'statistic'),
    varied: test.tag === 'scalar' ? taintsOf(test.taints, 'vary') : CLEAN,
    names: holds ? names?.holds : names?.fails,
    branch: { symbol, negated: !holds, drawn: isDrawn(symbolOf(m, test)) },
  };
}

/**
 * A body is run once for each element of a short literal, twice otherwise: a first and some later round. What holds
 * after the loop is what holds after its last round: loops over data are not empty.
 */
function runLoop(m: Machine, frame: Frame, node: Loop): Completion {
  const site = siteOf(m, node.span);
  const iterable = node.iter === undefined ? undefined : valueIn(frame, node.iter);
  const loop = m.taints.add(`loop ${placeKey(m, site)} ${m.calls.length}`, id => ({
    kind: 'vary' as const,
    id,
    loop: id,
    pair: isPair(m, iterable),
  }));
  const outer = frame.leaps;
  const through = rowsLoopedThrough(m, node, iterable);
  const each = runsEach(m, iterable);
  const list = contentOf(m, iterable);
  const over = list?.tag === 'sequence' ? list.stretch : undefined;
  m.loops.push(loop.loop);
  for (const taken of rounds(m, iterable, loop, site)) {
    const element = taken && teaches(node) ? inPortions(m, taken) : taken;
    frame.leaps = [];
    m.rounds.push({ ...newRound(m, loop.loop, element), through, each, over });
    const completion = runRound(m, frame, node, element, loop);
    m.rounds.pop();
    for (const leap of frame.leaps) m.store.absorb(leap, joiner(m));
    if (completion === 'return' || completion === 'raise' || completion === 'break') break;
  }
  m.loops.pop();
  frame.leaps = outer;
  return run(m, frame, node.orelse);
}

function newRound(
  m: Machine,
  loop: number,
  element: Value | undefined,
): Omit<Round, 'through' | 'each' | 'over'> {
  const elements = new Set(elementSymbols(m, element));
  const [since, rowsSince] = [m.store.upcoming, m.rows.upcoming];
  const within = { calls: m.calls.length, conditions: m.conditions.length };
  return { id: fresh(m), loop, since, rowsSince, within, elements };
}

function runRound(
  m: Machine,
  frame: Frame,
  node: Loop,
  element: Value | undefined,
  loop: VaryTaint,
): Completion {
  if (run(m, frame, node.before) !== 'normal') return 'raise';
  if (node.test !== undefined && truthOf(m, valueIn(frame, node.test)) === false) return 'break';
  if (node.element !== undefined && element) frame.registers[node.element] = element;
  let completion: Completion = 'normal';
  const conditions = m.conditions.length;
  const before = m.store.watch(() => {
    completion = run(m, frame, node.body);
  });
  m.conditions.length = conditions;
  for (const [cell, old] of before.cells) forgetCounter(m, cell, old, loop);
  return completion;
}

/** A counter has another value in every round: no condition on it is decided. */
function forgetCounter(m: Machine, cell: number, old: Value | undefined, loop: VaryTaint): void {
  const present = m.store.read(cell);
  if (old?.tag !== 'const' || present?.tag !== 'const' || old.value === present.value) return;
  const [before, after] = [old.value, present.value];
  const step = typeof before === 'number' && typeof after === 'number' ? after - before : 0;
  const symbol = step > 0 ? counterSymbol(m, String(step)) : undefined;
  m.store.write(cell, scalar(m, unite(present.taints ?? [], [loop]), symbol));
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
