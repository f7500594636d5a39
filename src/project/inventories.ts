import type { Files } from '../base/ports';
import type { Footprint } from './footprint';
import { footprintOf } from './footprint';
import type { Change } from './ports';
import type { Inventory } from './walk';
import { walk } from './walk';

/** Remembers what lies in a project's folder until something is made or removed there. */
export interface InventoryStore {
  of(folder: string): Promise<Inventory>;
  /** What `of` would answer, when no walk is needed for it. */
  known(folder: string): Inventory | undefined;
  touch(changes: readonly Change[]): void;
  refresh(): void;
}

interface Walk {
  readonly footprint: Footprint;
  readonly inventory: Promise<Inventory>;
  value?: Inventory;
}

export function createInventoryStore(files: Files): InventoryStore {
  const walks = new Map<string, Walk>();
  const start = (folder: string): Promise<Inventory> => {
    const footprint = footprintOf(files);
    const started: Walk = { footprint, inventory: walk(footprint.files, folder) };
    walks.set(folder, started);
    return started.inventory.then(value => (started.value = value));
  };
  return {
    of: folder => walks.get(folder)?.inventory ?? start(folder),
    known: folder => walks.get(folder)?.value,
    touch: changes => {
      for (const [folder, { footprint }] of walks) {
        if (changes.some(footprint.isTouchedBy)) walks.delete(folder);
      }
    },
    refresh: () => {
      walks.clear();
    },
  };
}
