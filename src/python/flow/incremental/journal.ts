/**
 * What was put into maps and sets, in order, so that an analysis can be taken back to an earlier statement. Every table
 * that outlives a statement, that is no part of the store, and in which nothing is found by a key of its own making (see
 * `interning.ts`) is written through it.
 */
export class Journal {
  private readonly entries: JournalEntry[] = [];
  /** Is there anything to be taken back later? An analysis that is done once writes nothing down. */
  private keeps = false;

  begin(): void {
    this.keeps = true;
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (this.keeps) this.entries.push({ table: map, key, old: map.get(key), value });
    map.set(key, value);
  }

  add<T>(set: Set<T>, item: T): void {
    if (set.has(item)) return;
    if (this.keeps) this.entries.push({ table: set, key: item, old: undefined, value: true });
    set.add(item);
  }

  get length(): number {
    return this.entries.length;
  }

  since(length: number): readonly JournalEntry[] {
    return this.entries.slice(length);
  }

  /** Undoes what was written after the journal had this length; gives it, first to last. */
  takeBack(length: number): readonly JournalEntry[] {
    const gone = this.entries.splice(length);
    for (const { table, key, old } of gone.toReversed()) {
      if (old !== undefined && table instanceof Map) table.set(key, old);
      else table.delete(key);
    }
    return gone;
  }

  /** Writes once more what was taken back. */
  redo(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      if (entry.table instanceof Map) entry.table.set(entry.key, entry.value);
      else entry.table.add(entry.key);
      this.entries.push(entry);
    }
  }
}

export interface JournalEntry {
  readonly table: Map<unknown, unknown> | Set<unknown>;
  readonly key: unknown;
  readonly old: unknown;
  readonly value: unknown;
}
