import type { IrFunction } from '../ir/model';
import type { AnalysisOptions } from './analyse';
import { finishModule, guarded, machineFor, optionsFor, outcomeOf } from './analyse';
import { AskedNames } from './askedNames';
import type { Frame } from './frame';
import { newFrame } from './frame';
import { run } from './interpret';
import type { Machine } from './machine';
import type { Mark } from './marks';
import { markOf, takeBackTo } from './marks';
import type { Program } from './program';
import { newScope } from './variables';

/**
 * An analysis that can go on after an edit: it is taken back to the last statement before which nothing has changed, and
 * runs from there. What it then says is what a new analysis would say, number for number.
 */
export interface Resumable {
  readonly ir: IrFunction;
  readonly options: AnalysisOptions;
  readonly machine: Machine;
  readonly frame: Frame;
  readonly names: AskedNames;
  /** Points to go on from, in order; the first is the module's beginning. */
  readonly stops: Stop[];
}

interface Stop {
  /** The node of the module's body that comes next. */
  readonly node: number;
  readonly mark: Mark;
}

export interface Resumed {
  readonly program: Program;
  /** Of an analysis that came to its end; what was cut short cannot be gone on with. */
  readonly resumable: Resumable | undefined;
}

/**
 * Analyses a module.
 *
 * @param statements the nodes of its body with which statements begin, in order
 * @param before the analysis of an earlier version, used up by this: its answer stays, but it cannot be gone on with again
 */
export function analyseAgain(
  before: Resumable | undefined,
  ir: IrFunction,
  statements: readonly number[],
  text: string,
  options: AnalysisOptions,
): Resumed {
  const resumable = (before && goBack(before, ir, text, options)) ?? begin(ir, text, options);
  const { machine } = resumable;
  const whole = guarded(() => {
    runOn(resumable, statements);
    finishModule(machine, resumable.frame.scope, options);
  });
  const program = outcomeOf(machine, text, options, whole);
  return { program, resumable: program.cutShort ? undefined : resumable };
}

/**
 * Forgets what was done from a node on, before somebody else asks for the room: the next edit will most likely be where
 * this one was.
 */
export function shorten(resumable: Resumable, node: number): Resumable {
  const { ir, stops } = resumable;
  while (stops.length > 1 && (stops.at(-1)?.node ?? 0) > node) stops.pop();
  takeBackToLast(resumable);
  return { ...resumable, ir: { ...ir, body: ir.body.slice(0, stops.at(-1)?.node) } };
}

function begin(ir: IrFunction, text: string, options: AnalysisOptions): Resumable {
  const machine = machineFor(text, options);
  machine.journal.begin();
  const names = new AskedNames(ir.locals, machine.journal);
  const frame = newFrame(newScope({ ...ir, locals: names }, undefined));
  return { ir, options, machine, frame, names, stops: [{ node: 0, mark: markOf(machine, frame) }] };
}

/** Takes an analysis back to where the two versions part; undefined where they have nothing in common. */
function goBack(
  before: Resumable,
  ir: IrFunction,
  text: string,
  options: AnalysisOptions,
): Resumable | undefined {
  if (!isSameSetting(before, ir, options)) return undefined;
  const { machine, frame, names, stops } = before;
  const same = sameNodes(before.ir, ir);
  shorten(before, same);
  machine.options = optionsFor(text, options);
  for (const name of names.become(ir.locals)) retreatWhile(before, () => names.isAsked(name));
  for (const [path, loaded] of machine.loaded) {
    if (machine.options.loadModule(path)?.ir === loaded) continue;
    retreatWhile(before, () => machine.loaded.has(path));
    break;
  }
  return { ir, options, machine, frame, names, stops };
}

function isSameSetting({ ir, options }: Resumable, now: IrFunction, given: AnalysisOptions): boolean {
  return (
    options.declarations === given.declarations &&
    options.maxSteps === given.maxSteps &&
    options.standalone === given.standalone &&
    // What is declared `global` at the top is rare, and changes what every statement means.
    ir.globals.size === 0 &&
    now.globals.size === 0
  );
}

function sameNodes(a: IrFunction, b: IrFunction): number {
  let same = 0;
  while (same < a.body.length && a.body[same] === b.body[same]) same++;
  return same;
}

function retreatWhile(resumable: Resumable, isInTheWay: () => boolean): void {
  while (resumable.stops.length > 1 && isInTheWay()) {
    resumable.stops.pop();
    takeBackToLast(resumable);
  }
}

function takeBackToLast({ machine, frame, stops }: Resumable): void {
  const last = stops.at(-1);
  if (last) takeBackTo(machine, frame, last.mark);
}

/** Runs what is left of the module, and marks where each of its statements begins. */
function runOn({ machine, frame, ir, stops }: Resumable, statements: readonly number[]): void {
  let from = stops.at(-1)?.node ?? 0;
  for (const to of [...statements, ir.body.length]) {
    if (to <= from) continue;
    // Nothing is reached below a statement that never ends as others do.
    if (run(machine, frame, ir.body.slice(from, to)) !== 'normal') return;
    stops.push({ node: to, mark: markOf(machine, frame) });
    from = to;
  }
}
