import type { Span } from '../../base/place';
import type { IrFunction } from '../ir/model';
import { eventsOfCall } from './events';
import type { Definition, NameEvent, Notebook, NotebookCell } from './model';
import { originOfCell } from './notebook';
import { isAutomagic, isPredefined } from './predefined';
import { tellingOf } from './telling';

/** A name that is read where nothing above can have defined it. */
export interface MissingName {
  readonly name: string;
  /** Where it is read. */
  readonly span: Span;
  readonly cell: NotebookCell;
  /** The call at the cell's own level that leads to the reading, where it is in a function. */
  readonly through: Span | undefined;
  /** The first definition below, and its cell. */
  readonly later: { readonly definition: Definition; readonly cell: NotebookCell } | undefined;
  /** Where it was deleted last. */
  readonly deleted: Span | undefined;
}

/** What a fresh kernel knows after the cells so far. */
interface State {
  readonly bound: Set<string>;
  readonly deleted: Map<string, Span>;
  /** Functions by the name that they are bound to for certain. */
  readonly functions: Map<string, IrFunction>;
  /** What each function does when it is called. */
  readonly effects: Map<IrFunction, readonly NameEvent[]>;
  readonly missing: MissingName[];
  /** Anything may be defined. */
  open: boolean;
  /** By how much the events of the cell at hand stand further down. */
  by: number;
}

/** The names that cells read before they are defined, each once, at its first reading. */
export function missingNames(notebook: Notebook): readonly MissingName[] {
  const state: State = {
    bound: new Set(),
    deleted: new Map(),
    functions: new Map(),
    effects: new Map(),
    missing: [],
    open: false,
    by: 0,
  };
  let definitions: ReturnType<typeof definitionsIn> | undefined;
  notebook.cells.forEach(cell => {
    if (cell.tags.includes('parameters')) state.open = true;
    const read = (name: string, span: Span, through: Span | undefined): void => {
      if (isAutomagic(name) && cell.statements.some(one => one.start === span.start && one.end === span.end))
        return;
      state.bound.add(name);
      definitions ??= definitionsIn(notebook);
      const later = definitions
        .get(name)
        ?.find(({ definition }) => definition.start >= (through ?? span).start);
      state.missing.push({ name, span, cell, through, later, deleted: state.deleted.get(name) });
    };
    // A cell that cannot be parsed cannot be run: what it reads is not its first fault.
    const { events, by } = originOfCell(cell);
    const report = cell.broken ? (): undefined => undefined : read;
    state.by = by;
    for (const event of tellingOf(events)) step(state, event, report);
  });
  return state.missing;
}

type Report = (name: string, span: Span, through: Span | undefined) => void;

function step(state: State, event: NameEvent, report: Report): void {
  switch (event.kind) {
    case 'open':
      state.open = true;
      return;
    case 'define':
      state.bound.add(event.name);
      if (event.fn && event.certain) state.functions.set(event.name, event.fn);
      else state.functions.delete(event.name);
      return;
    case 'delete':
      if (!event.certain) return;
      state.bound.delete(event.name);
      state.deleted.set(event.name, spanOf(state, event));
      return;
    case 'read':
      if (event.certain && isMissing(state, event.name)) report(event.name, spanOf(state, event), undefined);
      return;
    case 'call':
      if (event.certain && state.functions.has(event.name))
        enter(state, event.name, spanOf(state, event), report, new Set());
      return;
    default:
  }
}

function spanOf({ by }: State, { start, end }: NameEvent): Span {
  return { start: start + by, end: end + by };
}

function isMissing(state: State, name: string): boolean {
  return !state.open && !state.bound.has(name) && !isPredefined(name);
}

/** What a function of the notebook reads when it is called here. */
function enter(state: State, name: string, through: Span, report: Report, entered: Set<IrFunction>): void {
  const fn = state.functions.get(name);
  if (!fn || entered.has(fn)) return;
  entered.add(fn);
  for (const event of effectsOf(state, fn)) {
    if (event.kind === 'read' && event.certain && isMissing(state, event.name))
      report(event.name, event, through);
    if (event.kind === 'call' && event.certain) enter(state, event.name, through, report, entered);
  }
}

function effectsOf({ effects }: State, fn: IrFunction): readonly NameEvent[] {
  const known = effects.get(fn) ?? eventsOfCall(fn);
  effects.set(fn, known);
  return known;
}

type Defining = NonNullable<MissingName['later']>;

/** Every definition by its name, in the order of the text: looked up only where something is missing. */
function definitionsIn({ cells }: Notebook): ReadonlyMap<string, readonly Defining[]> {
  const found = new Map<string, Defining[]>();
  for (const cell of cells) {
    for (const event of cell.events) {
      if (event.kind !== 'define') continue;
      const same = found.get(event.name);
      if (same) same.push({ definition: event, cell });
      else found.set(event.name, [{ definition: event, cell }]);
    }
  }
  return found;
}
