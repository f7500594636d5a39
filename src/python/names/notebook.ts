import { once } from '../../base/once';
import type { Span } from '../../base/place';
import type { Segment } from '../../base/source';
import type { Block, IrFunction } from '../ir/model';
import type { ParseResult, Stmt } from '../syntax/ast';
import { escapesIn, mentioned } from './escapes';
import type { Origin } from './events';
import { eventsAt, originOf } from './events';
import type { NameEvent, Notebook, NotebookCell } from './model';

/** What the cells of a parsed and lowered notebook do with its names. */
export function notebookOf(
  ir: IrFunction,
  { module, problems }: ParseResult,
  text: string,
  segments: readonly Segment[],
): Notebook {
  const { events, python2 } = escapesIn(module, text);
  const code = groupBy(segments, ir.body, node => node.span.start);
  const escapes = groupBy(segments, events, event => event.start);
  const statements = groupBy(segments, module.body.map(wholeSpan), span => span.start);
  const broken = groupBy(segments, problems, problem => problem.start);
  const cells = segments.map((segment, i) => {
    const block: Block = code[i] ?? [];
    const isBroken = (broken[i] ?? []).length > 0;
    // What a cell that cannot be parsed would define is anybody's guess.
    const guessed = isBroken ? mentioned(text.slice(segment.start, segment.end), segment) : [];
    const origin = together(guessed, originOf(block), escapes[i] ?? []);
    const moved = once(() => eventsAt(origin));
    const cell: NotebookCell = {
      start: segment.start,
      end: segment.end,
      cell: segment.cell ?? 0,
      executionCount: segment.executionCount ?? null,
      tags: segment.tags ?? [],
      failed: segment.failed ?? false,
      shows: segment.shows,
      printed: segment.printed,
      broken: isBroken,
      statements: statements[i] ?? [],
      code: block,
      // Where they stand now is asked of few cells.
      get events() {
        return moved();
      },
    };
    origins.set(cell, origin);
    return cell;
  });
  return { cells, python2, parameterised: cells.some(({ tags }) => tags.includes('parameters')) };
}

function together(guessed: readonly NameEvent[], origin: Origin, escapes: readonly NameEvent[]): Origin {
  if (guessed.length === 0 && escapes.length === 0) return origin;
  return { events: [...guessed, ...inOrder(eventsAt(origin), escapes)], by: 0 };
}

const origins = new WeakMap<NotebookCell, Origin>();

/** What a cell does with names, as it was found first: what is made of that can be kept while the cell is not edited. */
export function originOfCell(cell: NotebookCell): Origin {
  return origins.get(cell) ?? { events: cell.events, by: 0 };
}

function wholeSpan(statement: Stmt): Span {
  const decorator = 'decorators' in statement ? statement.decorators[0] : undefined;
  // The `@` stands before the decorator.
  return { start: decorator ? decorator.start - 1 : statement.start, end: statement.end };
}

/** Parts by the segment that each begins in. Parts come in the order of the text, or nearly so. */
function groupBy<T>(segments: readonly Segment[], parts: readonly T[], start: (part: T) => number): T[][] {
  const groups: T[][] = segments.map(() => []);
  let at = 0;
  for (const part of parts) {
    const offset = start(part);
    while (at > 0 && offset < (segments[at]?.start ?? 0)) at--;
    while (at + 1 < segments.length && offset >= (segments[at + 1]?.start ?? 0)) at++;
    groups[at]?.push(part);
  }
  return groups;
}

/** An escape's definitions take their place among the others: before what begins below it. */
function inOrder(events: readonly NameEvent[], escapes: readonly NameEvent[]): readonly NameEvent[] {
  if (escapes.length === 0) return events;
  const rest = [...escapes];
  const merged = events.flatMap(event => {
    const before = rest.filter(escape => escape.start <= event.start);
    rest.splice(0, before.length);
    return [...before, event];
  });
  return [...merged, ...rest];
}
