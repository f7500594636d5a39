import type { Memento } from 'vscode';
import type { Filter } from '../../contributes/filters';
import { isFilter } from '../../contributes/filters';

/** What of the tracker survives a reload: the filter, which rows are open, and the row that is selected. */
export interface TreeMemory {
  filter: Filter;
  selected: string | undefined;
  /** `undefined` for a row that the user has neither opened nor closed. */
  wasOpen(id: string): boolean | undefined;
  setOpen(id: string, open: boolean): void;
}

const FILTER = 'tracker.filter';
const SELECTED = 'tracker.selected';
const OPEN = 'tracker.open';

/** Rows that are remembered; those that were opened or closed longest ago are forgotten first. */
const MOST_ROWS = 500;

export function createTreeMemory(store: Memento): TreeMemory {
  const stored: unknown = store.get(OPEN);
  const open = new Map(Array.isArray(stored) ? stored.filter(isEntry) : []);
  return {
    get filter() {
      const filter: unknown = store.get(FILTER);
      return isFilter(filter) ? filter : 'all';
    },
    set filter(filter) {
      void store.update(FILTER, filter);
    },
    get selected() {
      const id: unknown = store.get(SELECTED);
      return typeof id === 'string' ? id : undefined;
    },
    set selected(id) {
      void store.update(SELECTED, id);
    },
    wasOpen: id => open.get(id),
    setOpen: (id, isOpen) => {
      open.delete(id);
      open.set(id, isOpen);
      for (const oldest of [...open.keys()].slice(0, Math.max(0, open.size - MOST_ROWS))) open.delete(oldest);
      void store.update(OPEN, [...open]);
    },
  };
}

function isEntry(entry: unknown): entry is [string, boolean] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'boolean';
}
