import type { Span } from '../../base/place';
import type { Stmt } from './ast';
import type { Edit } from './edit';
import { moveSpans } from './edit';

/** By how much what is within a statement is yet to be moved. Most is never looked at again. */
const lag = new WeakMap<Stmt, number>();

/** Moves statements with the text. What is within them stays where it is until `settled` is asked for. */
export function moveStatements(statements: readonly Stmt[], edit: Edit): void {
  if (edit.by === 0) return;
  moveSpans(statements, edit);
  for (const statement of statements) {
    // A decorated statement begins at the first of them.
    if ('decorators' in statement) moveSpans(statement.decorators.slice(0, 1), edit);
    lag.set(statement, (lag.get(statement) ?? 0) + edit.by);
  }
}

/** The statement, with all that is within it where it belongs. */
export function settled(statement: Stmt): Stmt {
  const by = lag.get(statement);
  if (by === undefined) return statement;
  lag.delete(statement);
  const first = 'decorators' in statement ? statement.decorators[0] : undefined;
  const done = new Set<object>();
  const settle = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || done.has(value)) return;
    done.add(value);
    if (isSpan(value) && value !== statement && value !== first) {
      value.start += by;
      value.end += by;
    }
    Object.values(value).forEach(settle);
  };
  settle(statement);
  return statement;
}

type Movable = { -readonly [Name in keyof Span]: Span[Name] };

function isSpan(value: object): value is Movable {
  return 'start' in value && 'end' in value;
}
