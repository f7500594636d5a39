/**
 * What was put into maps and sets, in order, so that an analysis can be taken back to an earlier statement. Every table
 * that outlives a statement and is no part of the store is written through it.
 */
export class Journal {
  private readonly entries: Entry[] = [];
  /** Is there anything to be taken back later? An analysis that is done once writes nothing down. */
  private keeps = false;

  begin(): void {
    this.keeps = true;
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (this.keeps) this.entries.push({ table: map, key, old: map.get(key) });
    map.set(key, value);
  }

  add<T>(set: Set<T>, item: T): void {
    if (set.has(item)) return;
    if (this.keeps) this.entries.push({ table: set, key: item, old: undefined });
    set.add(item);
  }

  get length(): number {
    return this.entries.length;
  }

  /** Undoes what was written after the journal had this length. */
  takeBack(length: number): void {
    for (let entry = this.entries.pop(); entry; entry = this.entries.pop()) {
      if (this.entries.length < length) {
        this.entries.push(entry);
        return;
      }
      const { table, key, old } = entry;
      if (old !== undefined && table instanceof Map) table.set(key, old);
      else table.delete(key);
    }
  }
}

interface Entry {
  readonly table: Map<unknown, unknown> | Set<unknown>;
  readonly key: unknown;
  readonly old: unknown;
}
