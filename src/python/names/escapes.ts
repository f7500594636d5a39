import type { Span } from '../../base/place';
import type { Module, Stmt } from '../syntax/ast';
import { Kind } from '../syntax/ast';
import { settled } from '../syntax/moved';
import { walk } from '../syntax/walk';
import type { NameEvent } from './model';

/** What the lines of IPython, and others that nothing is lowered from, may define, with the span of each; and whether there are statements of Python 2. */
export interface Escapes {
  readonly events: readonly NameEvent[];
  readonly python2: boolean;
}

/** Magics that run code which is not in the notebook. */
const RUN_OTHERS = /^(run|load|loadpy|pylab|store|rerun|recall|rep|macro|edit|aimport|reload_ext|nbimport)$/;

export function escapesIn(module: Module, text: string): Escapes {
  const all = module.body.map(statement => escapesOf(statement, text));
  return { events: all.flatMap(({ events }) => events), python2: all.some(({ python2 }) => python2) };
}

/** Statements that were not edited are the same objects as before; they move with the text. */
const known = new WeakMap<Stmt, { readonly start: number; readonly escapes: Escapes }>();

function escapesOf(statement: Stmt, text: string): Escapes {
  const before = known.get(statement);
  if (before) return movedTo(statement.start - before.start, before.escapes);
  const escapes = findEscapes(settled(statement), text);
  known.set(statement, { start: statement.start, escapes });
  return escapes;
}

function movedTo(by: number, escapes: Escapes): Escapes {
  if (by === 0 || escapes.events.length === 0) return escapes;
  const events = escapes.events.map(event => ({ ...event, start: event.start + by, end: event.end + by }));
  return { ...escapes, events };
}

/** Signs without which a statement has none of what is looked for here: few have one, and a walk takes its time. */
const SIGNS = /[%!]|\b(?:type|print|exec)\b(?!\s*\()/;
const NONE: Escapes = { events: [], python2: false };

function findEscapes(statement: Stmt, text: string): Escapes {
  if (!SIGNS.test(text.slice(statement.start, statement.end))) return NONE;
  const events: NameEvent[] = [];
  let python2 = false;
  walk(statement, node => {
    if (node.kind === Kind.Print2 || node.kind === Kind.Exec2) python2 = true;
    // The instructions do without types.
    if (node.kind === Kind.TypeAlias) events.push(...mentioned(node.name.id, node));
    if (node.kind === Kind.Escape) events.push(...mentioned(node.text, node));
    if (node.kind === Kind.Magic) {
      if (RUN_OTHERS.test(node.name))
        events.push({ kind: 'open', certain: true, start: node.start, end: node.end });
      // A magic that nobody here knows may define whatever it mentions: `%%capture out`, `%%bigquery df`.
      const end = node.body[0]?.start ?? node.end;
      events.push(...mentioned(text.slice(node.start, end), node));
    }
    return true;
  });
  return { events, python2 };
}

/** Every word of a text as a name that may be defined. */
export function mentioned(text: string, { start, end }: Span): NameEvent[] {
  const names = new Set(text.match(/[^\W\d]\w*/gu) ?? []);
  return [...names].map(name => ({
    kind: 'define',
    name,
    form: 'perhaps',
    fn: undefined,
    certain: false,
    start,
    end,
  }));
}
