import type { Content, Ref, Value } from './value';

/** What a stretch of execution changed, to be joined in elsewhere. */
export interface Changes {
  readonly cells: ReadonlyMap<number, Value | undefined>;
  readonly objects: ReadonlyMap<number, Content>;
}

/** How two states of one variable or object become one. */
export interface Joiner {
  values(a: Value, b: Value): Value;
  contents(a: Content, b: Content): Content;
}

interface Journal {
  readonly cells: Map<number, Value | undefined>;
  readonly objects: Map<number, Content | undefined>;
}

/**
 * The state of an execution: variables' cells and the objects that they refer to. Branches are tried one after another
 * from the same state: a journal takes each one's writes back, and the survivors are joined.
 */
export class Store {
  private readonly cells = new Map<number, Value>();
  private readonly objects = new Map<number, Content>();
  private journal: Journal | undefined;
  private next = 1;

  newCell(): number {
    return this.next++;
  }

  allocate(content: Content): Ref {
    const id = this.next++;
    this.update(id, content);
    return { tag: 'ref', id };
  }

  read(cell: number): Value | undefined {
    return this.cells.get(cell);
  }

  write(cell: number, value: Value | undefined): void {
    const journal = this.journal;
    if (journal && !journal.cells.has(cell)) journal.cells.set(cell, this.cells.get(cell));
    if (value) this.cells.set(cell, value);
    else this.cells.delete(cell);
  }

  content(id: number): Content | undefined {
    return this.objects.get(id);
  }

  update(id: number, content: Content): void {
    const journal = this.journal;
    if (journal && !journal.objects.has(id)) journal.objects.set(id, this.objects.get(id));
    this.objects.set(id, content);
  }

  /** Runs `body`, takes its writes back, and gives them. */
  attempt(body: () => void): Changes {
    const outer = this.journal;
    const journal: Journal = { cells: new Map(), objects: new Map() };
    this.journal = journal;
    body();
    this.journal = outer;
    return this.rollBack(journal);
  }

  /** Runs `body` and tells which cells it wrote. */
  watch(body: () => void): ReadonlyMap<number, Value | undefined> {
    const outer = this.journal;
    const journal: Journal = { cells: new Map(), objects: new Map() };
    this.journal = journal;
    body();
    this.journal = outer;
    if (outer) {
      for (const [cell, old] of journal.cells) if (!outer.cells.has(cell)) outer.cells.set(cell, old);
      for (const [id, old] of journal.objects) if (!outer.objects.has(id)) outer.objects.set(id, old);
    }
    return journal.cells;
  }

  /** Goes on from the join of what several alternatives left behind. */
  merge(alternatives: readonly Changes[], join: Joiner): void {
    // What was made on one path must be there before anything that refers to it is joined.
    for (const { objects } of alternatives) this.install(objects);
    const ids = new Set(alternatives.flatMap(one => [...one.objects.keys()]));
    const joins = [...ids].map(
      id => [id, alternatives.map(one => one.objects.get(id) ?? this.objects.get(id))] as const,
    );
    for (const [id, contents] of joins) {
      const present = contents.filter(content => content !== undefined);
      if (present.length > 0)
        this.update(
          id,
          present.reduce((x, y) => join.contents(x, y)),
        );
    }
    const cells = new Set(alternatives.flatMap(one => [...one.cells.keys()]));
    for (const cell of cells) {
      const values = alternatives.map(one =>
        one.cells.has(cell) ? one.cells.get(cell) : this.cells.get(cell),
      );
      const bound = values.filter(value => value !== undefined);
      this.write(cell, bound.length > 0 ? bound.reduce((x, y) => join.values(x, y)) : undefined);
    }
  }

  /** Joins what an early exit left behind into the present state. */
  absorb(changes: Changes, join: Joiner): void {
    const known = [...changes.objects].filter(([id]) => this.objects.has(id));
    this.install(changes.objects);
    for (const [id, content] of known) {
      const present = this.objects.get(id);
      this.update(id, present ? join.contents(present, content) : content);
    }
    for (const [cell, value] of changes.cells) {
      const present = this.cells.get(cell);
      if (value) this.write(cell, present ? join.values(present, value) : value);
    }
  }

  private install(objects: ReadonlyMap<number, Content>): void {
    for (const [id, content] of objects) if (!this.objects.has(id)) this.update(id, content);
  }

  private rollBack(journal: Journal): Changes {
    const cells = new Map<number, Value | undefined>();
    const objects = new Map<number, Content>();
    for (const [cell, old] of journal.cells) {
      cells.set(cell, this.cells.get(cell));
      if (old) this.cells.set(cell, old);
      else this.cells.delete(cell);
    }
    for (const [id, old] of journal.objects) {
      const present = this.objects.get(id);
      if (present) objects.set(id, present);
      if (old) this.objects.set(id, old);
      else this.objects.delete(id);
    }
    return { cells, objects };
  }
}
