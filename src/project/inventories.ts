import type { Footprint, Footprints } from './footprints';
import type { Inventory } from './walk';
import { walk } from './walk';

/** Remembers what lies in a project's folder until something is made or removed there. */
export interface InventoryStore {
  of(folder: string): Promise<Inventory>;
  /** What `of` would answer, when no walk is needed for it. */
  known(folder: string): Inventory | undefined;
}

interface Walk {
  readonly footprint: Footprint;
  readonly inventory: Promise<Inventory>;
  value?: Inventory;
}

export function createInventoryStore(footprints: Footprints): InventoryStore {
  const walks = new Map<string, Walk>();
  const current = (folder: string): Walk | undefined => {
    const last = walks.get(folder);
    return last?.footprint.touched ? undefined : last;
  };
  const start = (folder: string): Promise<Inventory> => {
    const footprint = footprints.begin();
    const started: Walk = { footprint, inventory: walk(footprint.files, folder) };
    walks.set(folder, started);
    return started.inventory.then(value => (started.value = value));
  };
  return {
    of: folder => current(folder)?.inventory ?? start(folder),
    known: folder => current(folder)?.value,
  };
}
