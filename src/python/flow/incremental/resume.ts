import type { Code, LoweredModule } from '../../ir/relower';
import type { Edit } from '../../syntax/edit';
import { moveSpans, startOf } from '../../syntax/edit';
import type { AnalysisOptions } from '../analyse';
import type { Outcome } from '../analyse';
import { finishModule, guarded, machineFor, optionsFor, outcomeOf, programAfter } from '../analyse';
import { AskedNames } from './askedNames';
import type { Completion, Frame } from '../frame';
import { newFrame } from '../frame';
import { run } from '../interpret';
import type { Machine } from '../machine';
import type { Mark } from './marks';
import { markOf, takeBackTo } from './marks';
import type { Program } from '../program';
import { definesOtherwise, isSameCode } from './sameCode';
import type { Ran, Tried } from './trial';
import { doesTheSame } from './trial';
import { newScope } from '../variables';

/**
 * An analysis that goes on after an edit. Where the new code leaves everything below as the old code did, it stands as it
 * is, and its places move with the text. Otherwise it is taken back to the edit and runs from there. What it then says is
 * what a new analysis would say.
 */
export interface Resumable {
  readonly options: AnalysisOptions;
  readonly machine: Machine;
  readonly frame: Frame;
  readonly names: AskedNames;
  /** All of the module, in order. */
  readonly stretches: Stretch[];
  /** Below the last stretch. */
  readonly end: End;
}

/** Some statements of the module, one as a rule. */
interface Stretch {
  /** Where it begins. */
  readonly mark: Mark;
  /** Its number: see `Interning.now`. */
  readonly number: number;
  readonly ran: readonly Code[];
  /** What stands in its place now, and does the same. */
  readonly now: readonly Code[];
  /** It was tried out: the variables that it uses may be others. */
  readonly tried: boolean;
  /** Variables that it leaves otherwise than what was run: nobody reads them below. */
  readonly stale: ReadonlySet<string>;
}

interface End {
  /** Undefined where the last stretch never comes to its end. */
  readonly mark: Mark | undefined;
  readonly number: number;
  readonly outcome: Outcome;
}

export interface Resumed {
  readonly program: Program;
  /** Of an analysis that came to its end; what was cut short cannot be gone on with. */
  readonly resumable: Resumable | undefined;
  /** Nothing happens otherwise than in the version before. */
  readonly stood: boolean;
}

/** A version of a module. */
export interface ModuleVersion {
  readonly lowered: LoweredModule;
  readonly text: string;
  readonly options: AnalysisOptions;
}

/** More stretches of text that were moved apart than this take longer to look through than a new analysis. */
const MOST_PARTS = 200;

/**
 * Analyses a module.
 *
 * @param before the analysis of an earlier version, used up by this
 * @param edit what is other than in that version
 */
export function analyseAgain(before: Resumable | undefined, version: ModuleVersion, edit: Edit): Resumed {
  const { lowered, text, options } = version;
  if (!before || !isSameSetting(before, version) || before.machine.places.parts > MOST_PARTS)
    return runOn(begin(version), version);
  const { stretches, machine, names } = before;
  const codes = lowered.statements.map(({ code }) => code);
  const above = commonAbove(stretches, codes);
  moveWithText(before, edit);
  machine.options = optionsFor(text, options);
  if (names.isOtherForTrials(lowered.ir.locals)) return runOn(begin(version), version);
  const others = names.become(lowered.ir.locals);
  if (others.length === 0 && isLoadedAsBefore(machine) && stands(before, codes, above, edit)) {
    const program = programAfter(machine, before.end.outcome, text, options);
    return { program, resumable: { ...before, options }, stood: true };
  }
  const stale = stretches.findIndex(one => one.stale.size > 0);
  retreat(before, stale < 0 ? above.stretches : Math.min(above.stretches, stale));
  for (const name of others) retreatWhile(before, () => names.isAsked(name));
  for (const [path, loaded] of machine.loaded) {
    if (machine.options.loadModule(path)?.ir === loaded) continue;
    retreatWhile(before, () => machine.loaded.has(path));
    break;
  }
  return runOn(before, version);
}

function begin({ lowered: { ir }, text, options }: ModuleVersion): Resumable {
  const machine = machineFor(text, options);
  machine.journal.begin();
  machine.interning.begin();
  const names = new AskedNames(ir.locals, machine.journal);
  const frame = newFrame(newScope({ ...ir, locals: names }, undefined));
  machine.uses.begin(frame.scope);
  const end = {
    mark: markOf(machine, frame),
    number: 0,
    outcome: { facts: [], uncalled: [], readElsewhere: () => new Set<string>(), cutShort: false },
  };
  return { options, machine, frame, names, stretches: [], end };
}

function isSameSetting({ options }: Resumable, { options: given }: ModuleVersion): boolean {
  return (
    options.declarations === given.declarations &&
    options.maxSteps === given.maxSteps &&
    options.standalone === given.standalone
  );
}

function isLoadedAsBefore({ loaded, options }: Machine): boolean {
  return [...loaded].every(([path, ir]) => options.loadModule(path)?.ir === ir);
}

/** How much is the same above the edit. */
interface Common {
  readonly stretches: number;
  readonly codes: number;
}

function commonAbove(stretches: readonly Stretch[], codes: readonly Code[]): Common {
  let [same, at] = [0, 0];
  for (const { now } of stretches) {
    if (!now.every((code, i) => code === codes[at + i])) break;
    same++;
    at += now.length;
  }
  return { stretches: same, codes: at };
}

/** From the end on. */
function commonBelow(stretches: readonly Stretch[], codes: readonly Code[], above: Common): Common {
  let [same, at] = [0, 0];
  for (const { now } of stretches.slice(above.stretches).toReversed()) {
    const start = codes.length - at - now.length;
    if (start < above.codes || !now.every((code, i) => code === codes[start + i])) break;
    same++;
    at += now.length;
  }
  return { stretches: same, codes: at };
}

function moveWithText({ stretches, machine }: Resumable, edit: Edit): void {
  for (const { ran, now } of stretches) {
    for (const code of ran) moveCode(code, edit);
    for (const code of now) if (!ran.includes(code)) moveCode(code, edit);
  }
  moveSpans(machine.derived, edit);
  machine.places.edit(edit);
}

function moveCode({ spans }: Code, edit: Edit): void {
  // The first is that of the whole statement.
  if ((spans[0]?.end ?? 0) >= edit.start) moveSpans(spans, edit);
}

/** Does what stands between the common parts now do the same as what stood there? */
function stands(before: Resumable, codes: readonly Code[], above: Common, edit: Edit): boolean {
  const { stretches, end } = before;
  const below = commonBelow(stretches, codes, above);
  const next = stretches.length - below.stretches;
  const middle = stretches.slice(above.stretches, next);
  const now = codes.slice(above.codes, codes.length - below.codes);
  if (middle.length === 0 && now.length === 0) return true;
  const { mark: from, number: first } = stretches[above.stretches] ?? end;
  const { mark: to, number: following } = stretches[next] ?? end;
  if (!from || !to) return false;
  const last = stretches[above.stretches - 1]?.number ?? 0;
  const number = middle.length > 0 ? first : (last + following) / 2;
  if (number <= last || number >= following) return false;
  const ran = middle.flatMap(one => one.ran);
  const put = (stretch: Pick<Stretch, 'tried' | 'stale'>): void => {
    stretches.splice(above.stretches, middle.length, { mark: from, number, ran, now, ...stretch });
  };
  if (middle.every(one => !one.tried) && isSameCode(ran, now, edit)) {
    put({ tried: false, stale: NOTHING });
    return true;
  }
  // It would be tried in vain, and what stands below taken back and done again for it.
  if (definesOtherwise(ran, now)) return false;
  const tried = tryOut(before, { from, to, next: following }, now);
  if (!tried || readsStale(before, above.stretches, number, tried)) return false;
  before.machine.uses.replace(number, following, tried.uses);
  put({ tried: true, stale: tried.stale });
  return true;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Does it read what a stretch above it leaves otherwise than what was run there? */
function readsStale(
  { stretches, machine: { uses } }: Resumable,
  above: number,
  number: number,
  tried: Tried,
): boolean {
  return stretches
    .slice(0, above)
    .some(one =>
      [...one.stale].some(
        name => tried.uses.get(name) === true && !uses.isSetBetween(name, one.number, number),
      ),
    );
}

function tryOut({ machine: m, frame, names }: Resumable, ran: Ran, now: readonly Code[]): Tried | undefined {
  const { steps } = m;
  return names.trial(() =>
    doesTheSame(m, frame, ran, () => {
      let ends = false;
      const whole = guarded(() => (ends = now.every(code => runCode(m, frame, code) === 'normal')));
      // With the steps of both, so that the new code may take more than the old.
      return whole && ends && steps + m.steps - ran.from.values.steps <= m.options.maxSteps;
    }),
  );
}

/** Takes an analysis back to where a stretch begins, or to the end of the last one. */
function retreat({ stretches, machine, frame, end }: Resumable, to: number): void {
  const last = stretches.length - 1;
  // What comes below a stretch that never ends may be reached when that is another one.
  const { mark, number } = (to > last && end.mark ? end : stretches[Math.min(to, last)]) ?? end;
  if (mark) takeBackTo(machine, frame, mark);
  machine.uses.forgetFrom(number);
  stretches.length = to > last && end.mark ? to : Math.min(to, last);
}

function retreatWhile(resumable: Resumable, isInTheWay: () => boolean): void {
  const { stretches } = resumable;
  while (stretches.length > 0 && isInTheWay()) retreat(resumable, stretches.length - 1);
}

function runCode(m: Machine, frame: Frame, { nodes }: Code): Completion {
  return run(m, frame, nodes);
}

/** Runs what is left of the module, and marks where each of its statements begins. */
function runOn(resumable: Resumable, version: ModuleVersion): Resumed {
  const { machine: m, frame, stretches } = resumable;
  const { lowered, text, options } = version;
  const done = stretches.reduce((sum, { now }) => sum + now.length, 0);
  const left = lowered.statements.slice(done);
  m.places.renew(left[0] ? startOf(left[0].statement) : text.length, text.length);
  let mark: Mark | undefined = markOf(m, frame);
  const whole = guarded(() => {
    for (const [i, { code }] of left.entries()) {
      const stretch = { mark: mark ?? markOf(m, frame), number: ++m.interning.now };
      m.uses.enter(stretch.number);
      const ends = runCode(m, frame, code) === 'normal';
      // Nothing is reached below a statement that never ends as others do.
      const ran = ends ? [code] : left.slice(i).map(one => one.code);
      stretches.push({ ...stretch, ran, now: ran, tried: false, stale: NOTHING });
      mark = ends ? markOf(m, frame) : undefined;
      if (!ends) break;
    }
    m.uses.enter(++m.interning.now);
    finishModule(m, frame.scope, options);
  });
  const outcome = outcomeOf(m, whole);
  const end = { mark, number: m.interning.now, outcome };
  return {
    program: programAfter(m, outcome, text, options),
    resumable: outcome.cutShort ? undefined : { ...resumable, options, end },
    stood: false,
  };
}
