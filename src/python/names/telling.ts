import type { NameEvent } from './model';
import { isAutomagic, isPredefined } from './predefined';

/**
 * The events of a cell that can tell whether a name is missing: not those that only say once more what an earlier one of the
 * same cell has said.
 */
export function tellingOf(events: readonly NameEvent[]): readonly NameEvent[] {
  const known = telling.get(events) ?? events.filter(teller());
  telling.set(events, known);
  return known;
}

const telling = new WeakMap<readonly NameEvent[], readonly NameEvent[]>();

function teller(): (event: NameEvent) => boolean {
  /** Read or defined, and not deleted since. */
  const bound = new Set<string>();
  /** Defined last as what is no function that is known. */
  const values = new Set<string>();
  return event => {
    switch (event.kind) {
      case 'read':
        // A line of IPython is no reading: the next may be one.
        return (
          event.certain && !isPredefined(event.name) && (isAutomagic(event.name) || isNew(bound, event.name))
        );
      case 'define': {
        bound.add(event.name);
        if (!event.fn || !event.certain) return isNew(values, event.name);
        values.delete(event.name);
        return true;
      }
      case 'delete':
        if (!event.certain) return false;
        bound.delete(event.name);
        values.delete(event.name);
        return true;
      case 'call':
        return event.certain;
      case 'change':
        return false;
      case 'open':
        return true;
    }
  };
}

function isNew(names: Set<string>, name: string): boolean {
  if (names.has(name)) return false;
  names.add(name);
  return true;
}
