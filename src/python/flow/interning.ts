/**
 * What is made once for a key, and found again by it: rows, columns, taints, stages. Each kind has numbers of its own,
 * given in the order in which things are first asked for.
 *
 * An analysis can be taken back to an earlier statement: what was made since is forgotten. It can also try other code in
 * the place of some statement, with everything still known that was made from there on (see `trial.ts`): what the same
 * code made before gets the same number once more.
 */
export class Interning {
  private readonly entries: Entry[] = [];
  /** Is there anything to be taken back later? An analysis that is done once writes nothing down. */
  private keeps = false;
  /** Counts the statements that were run: what is asked for by which. */
  now = 0;
  /** Something was found that was made further down, or in another order: a new analysis would have made it here. */
  private crossed = false;
  /** While other code is tried: who asked last for what it finds. */
  private found: (Asked & { readonly last: number | undefined })[] | undefined;

  begin(): void {
    this.keeps = true;
  }

  get length(): number {
    return this.entries.length;
  }

  made(table: Map<string, unknown>, key: string, numbers: Numbers, id: number): void {
    if (!this.keeps) return;
    this.entries.push({ table, key, numbers, id });
    numbers.asked[id] = this.now;
  }

  /** Something is asked for that is known. */
  met(numbers: Numbers, id: number): void {
    if (!this.keeps) return;
    this.found?.push({ numbers, id, last: numbers.asked[id] });
    numbers.asked[id] = this.now;
    if (id === numbers.next) numbers.next++;
    else if (id > numbers.next) this.crossed = true;
  }

  /** Forgets what was made after there were so many. */
  takeBack(length: number): void {
    while (this.entries.length > length) {
      const entry = this.entries.pop();
      entry?.table.delete(entry.key);
    }
  }

  /** What was made between two lengths, and asked for again by a statement from `since` on. */
  askedAgain(from: number, to: number, since: number): readonly Asked[] {
    return this.entries.slice(from, to).filter(({ numbers, id }) => (numbers.asked[id] ?? 0) >= since);
  }

  /**
   * Runs code in the place of other code, and forgets what it makes. Did it ask for all of `needed`, and for nothing that
   * only what stands below has made?
   */
  isTriedOut(needed: readonly Asked[], code: () => void): boolean {
    const [before, length] = [this.now, this.length];
    const found: (Asked & { last: number | undefined })[] = [];
    this.found = found;
    this.now = Infinity;
    this.crossed = false;
    code();
    const isSound = !this.crossed && needed.every(({ numbers, id }) => numbers.asked[id] === Infinity);
    this.found = undefined;
    this.now = before;
    this.takeBack(length);
    for (const { numbers, id, last } of found.toReversed()) numbers.asked[id] = last ?? 0;
    return isSound;
  }
}

interface Entry extends Asked {
  readonly table: Map<string, unknown>;
  readonly key: string;
}

export interface Asked {
  readonly numbers: Numbers;
  readonly id: number;
}

/** The numbers of one kind. */
export class Numbers {
  next = 1;
  /** By number: the last statement that asked for it. */
  readonly asked: number[] = [];
}
