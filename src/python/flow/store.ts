import type { Content, Ref, Value } from './value';

/** What a stretch of execution changed, to be joined in elsewhere. */
export interface Changes {
  readonly cells: ReadonlyMap<number, Value | undefined>;
  readonly objects: ReadonlyMap<number, Content | undefined>;
}

/** How two states of one variable or object become one. */
export interface Joiner {
  values(a: Value, b: Value): Value;
  contents(a: Content, b: Content): Content;
}

/**
 * The state of an execution: variables' cells and the objects that they refer to. Branches are tried one after another
 * from the same state: a log of what was overwritten takes each one's writes back, and the survivors are joined.
 */
export class Store {
  private readonly cells = new Slots<Value>();
  private readonly objects = new Slots<Content>();
  /** Attempts and watches that are under way: without any, nothing has to be taken back. */
  private depth = 0;

  /** Is what is written certain to stay, or could it be one of several alternatives? */
  get isSure(): boolean {
    return this.depth === 0;
  }

  /** The number of the next object. */
  get upcoming(): number {
    return this.objects.present.length;
  }

  newCell(): number {
    return this.cells.add();
  }

  /** From here on everything is logged that a mark must bring back. */
  mark(): StoreMark {
    return { cells: this.cells.mark(), objects: this.objects.mark() };
  }

  takeBackTo(mark: StoreMark): void {
    this.cells.takeBackTo(mark.cells);
    this.objects.takeBackTo(mark.objects);
  }

  /** What was written and made since a mark. */
  effectsSince(mark: StoreMark): StoreEffects {
    return { cells: this.cells.effectsSince(mark.cells), objects: this.objects.effectsSince(mark.objects) };
  }

  /** As `takeBackTo`, with what it takes to do all of it again. */
  withdraw(mark: StoreMark): Withdrawn {
    return { cells: this.cells.withdraw(mark.cells), objects: this.objects.withdraw(mark.objects) };
  }

  redo({ cells, objects }: Withdrawn): void {
    this.cells.redo(cells);
    this.objects.redo(objects);
  }

  allocate(content: Content): Ref {
    const id = this.objects.add();
    this.update(id, content);
    return { tag: 'ref', id };
  }

  read(cell: number): Value | undefined {
    return this.cells.present[cell];
  }

  write(cell: number, value: Value | undefined): void {
    this.cells.put(cell, value, this.depth > 0);
  }

  content(id: number): Content | undefined {
    return this.objects.present[id];
  }

  update(id: number, content: Content): void {
    this.objects.put(id, content, this.depth > 0);
  }

  /** Runs `body`, takes its writes back, and gives them. */
  attempt(body: () => void): Changes {
    const [cells, objects] = [this.cells.logged(), this.objects.logged()];
    this.depth++;
    body();
    this.depth--;
    return { cells: this.cells.takeBack(cells), objects: this.objects.takeBack(objects) };
  }

  /** Runs `body` and tells which cells and objects it wrote, with what they held before. */
  watch(body: () => void): Changes {
    const [cells, objects] = [this.cells.logged(), this.objects.logged()];
    this.depth++;
    body();
    this.depth--;
    const before = { cells: this.cells.before(cells), objects: this.objects.before(objects) };
    if (this.depth === 0) {
      this.cells.settle(cells);
      this.objects.settle(objects);
    }
    return before;
  }

  /** Goes on from the join of what several alternatives left behind. */
  merge(alternatives: readonly Changes[], join: Joiner): void {
    // What was made on one path must be there before anything that refers to it is joined.
    for (const { objects } of alternatives) this.install(objects);
    alternatives.forEach(({ objects }, i) => {
      for (const id of objects.keys()) {
        if (!alternatives.slice(0, i).some(one => one.objects.has(id)))
          this.mergeObject(id, alternatives, join);
      }
    });
    alternatives.forEach(({ cells }, i) => {
      for (const cell of cells.keys()) {
        if (!alternatives.slice(0, i).some(one => one.cells.has(cell)))
          this.mergeCell(cell, alternatives, join);
      }
    });
  }

  /** Joins what an early exit left behind into the present state. */
  absorb(changes: Changes, join: Joiner): void {
    const known: number[] = [];
    for (const id of changes.objects.keys()) if (this.content(id)) known.push(id);
    this.install(changes.objects);
    for (const id of known) {
      const [here, there] = [this.content(id), changes.objects.get(id)];
      if (here && there && here !== there) this.update(id, join.contents(here, there));
    }
    for (const [cell, value] of changes.cells) {
      const here = this.read(cell);
      if (value && value !== here) this.write(cell, here ? join.values(here, value) : value);
    }
  }

  private mergeObject(id: number, alternatives: readonly Changes[], join: Joiner): void {
    const here = this.content(id);
    let joined: Content | undefined;
    for (const { objects } of alternatives) {
      const there = objects.get(id) ?? here;
      if (there) joined = joined && joined !== there ? join.contents(joined, there) : there;
    }
    if (joined && joined !== here) this.update(id, joined);
  }

  private mergeCell(cell: number, alternatives: readonly Changes[], join: Joiner): void {
    const here = this.read(cell);
    let joined: Value | undefined;
    for (const { cells } of alternatives) {
      const there = cells.has(cell) ? cells.get(cell) : here;
      if (there) joined = joined && joined !== there ? join.values(joined, there) : there;
    }
    this.write(cell, joined);
  }

  private install(objects: Changes['objects']): void {
    for (const [id, content] of objects) if (content && !this.content(id)) this.update(id, content);
  }
}

/** Where a store can be taken back to. */
export interface StoreMark {
  readonly cells: SlotsMark;
  readonly objects: SlotsMark;
}

interface SlotsMark {
  readonly count: number;
  readonly logged: number;
}

export interface StoreEffects {
  readonly cells: SlotEffects<Value>;
  readonly objects: SlotEffects<Content>;
}

export interface SlotEffects<T> {
  /** Slots from this number on were made, and hold `made`. */
  readonly from: number;
  readonly made: readonly (T | undefined)[];
  /** What others that were written hold. */
  readonly written: ReadonlyMap<number, T | undefined>;
}

export interface Withdrawn {
  readonly cells: WithdrawnSlots<Value>;
  readonly objects: WithdrawnSlots<Content>;
}

interface WithdrawnSlots<T> {
  readonly marked: number;
  /** Slots that were made, as they first were. */
  readonly made: readonly (T | undefined)[];
  /** What was written into which, over what. */
  readonly ids: readonly number[];
  readonly olds: readonly (T | undefined)[];
  readonly values: readonly (T | undefined)[];
}

/** Numbered slots with a log of what was overwritten, oldest first. */
class Slots<T> {
  readonly present: (T | undefined)[] = [undefined];
  /** Slots below this number were there at the last mark: what is written into them is logged. */
  private marked = 0;
  private readonly ids: number[] = [];
  private readonly olds: (T | undefined)[] = [];

  add(): number {
    return this.present.push(undefined) - 1;
  }

  put(id: number, value: T | undefined, log: boolean): void {
    if (log || id < this.marked) {
      this.ids.push(id);
      this.olds.push(this.present[id]);
    }
    this.present[id] = value;
  }

  logged(): number {
    return this.ids.length;
  }

  /** What the slots that were written since `mark` held then. */
  before(mark: number): ReadonlyMap<number, T | undefined> {
    const before = new Map<number, T | undefined>();
    for (let i = mark; i < this.ids.length; i++) {
      const id = this.ids[i] ?? 0;
      if (!before.has(id)) before.set(id, this.olds[i]);
    }
    return before;
  }

  /** Undoes what was written since `mark`, and gives it. */
  takeBack(mark: number): ReadonlyMap<number, T | undefined> {
    const written = new Map<number, T | undefined>();
    for (let i = mark; i < this.ids.length; i++) {
      const id = this.ids[i] ?? 0;
      if (!written.has(id)) written.set(id, this.present[id]);
    }
    for (let i = this.ids.length - 1; i >= mark; i--) this.present[this.ids[i] ?? 0] = this.olds[i];
    this.forget(mark);
    return written;
  }

  mark(): SlotsMark {
    this.marked = this.present.length;
    return { count: this.present.length, logged: this.ids.length };
  }

  takeBackTo({ count, logged }: SlotsMark): void {
    for (let i = this.ids.length - 1; i >= logged; i--) this.present[this.ids[i] ?? 0] = this.olds[i];
    this.forget(logged);
    this.present.length = count;
    this.marked = count;
  }

  effectsSince({ count, logged }: SlotsMark): SlotEffects<T> {
    const written = new Map<number, T | undefined>();
    for (let i = logged; i < this.ids.length; i++) {
      const id = this.ids[i] ?? 0;
      if (id < count) written.set(id, this.present[id]);
    }
    return { from: count, made: this.present.slice(count), written };
  }

  withdraw(mark: SlotsMark): WithdrawnSlots<T> {
    const [ids, olds] = [this.ids.slice(mark.logged), this.olds.slice(mark.logged)];
    const values = new Array<T | undefined>(ids.length);
    for (let i = ids.length - 1; i >= 0; i--) {
      const id = ids[i] ?? 0;
      values[i] = this.present[id];
      this.present[id] = olds[i];
    }
    const withdrawn = { marked: this.marked, made: this.present.slice(mark.count), ids, olds, values };
    this.takeBackTo({ count: mark.count, logged: mark.logged });
    return withdrawn;
  }

  redo({ marked, made, ids, olds, values }: WithdrawnSlots<T>): void {
    for (const one of made) this.present.push(one);
    ids.forEach((id, i) => {
      this.present[id] = values[i];
      this.ids.push(id);
      this.olds.push(olds[i]);
    });
    this.marked = marked;
  }

  /** No attempt is under way any more: of what was logged since, only what a mark needs is kept. */
  settle(from: number): void {
    let kept = from;
    for (let i = from; i < this.ids.length; i++) {
      const id = this.ids[i] ?? 0;
      if (id >= this.marked) continue;
      this.ids[kept] = id;
      this.olds[kept] = this.olds[i];
      kept++;
    }
    this.forget(kept);
  }

  private forget(length: number): void {
    this.ids.length = length;
    this.olds.length = length;
  }
}
