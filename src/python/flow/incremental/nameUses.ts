/**
 * Where variables of the module are read and set, statement by statement. An edit that gives one another value changes
 * nothing below if no statement reads it before one sets it anew.
 */
export class NameUses {
  /** In the order of statements; of each statement only what it does first. */
  private readonly byName = new Map<string, Use[]>();
  /** The scope whose variables these are: that of the module. An analysis that is done once has none. */
  private scope: object | undefined;
  private at = 0;
  private tried: Map<string, boolean> | undefined;

  begin(scope: object): void {
    this.scope = scope;
  }

  /** From here on a statement runs that has this number. */
  enter(statement: number): void {
    this.at = statement;
  }

  read(scope: object, name: string): void {
    if (scope === this.scope) this.note(name, true);
  }

  /** @param surely on every path: what was there before is gone */
  set(scope: object, name: string, surely: boolean): void {
    if (scope === this.scope) this.note(name, !surely);
  }

  private note(name: string, reads: boolean): void {
    if (this.tried) {
      if (!this.tried.has(name)) this.tried.set(name, reads);
      return;
    }
    const uses = this.byName.get(name);
    if (!uses) this.byName.set(name, [{ at: this.at, reads }]);
    else if (uses.at(-1)?.at !== this.at) uses.push({ at: this.at, reads });
  }

  /** Does a statement from this number on read what the name holds there? */
  isRead(name: string, from: number): boolean {
    return this.byName.get(name)?.find(({ at }) => at >= from)?.reads === true;
  }

  /** Does a statement between these two numbers surely give it a value of its own, before another reads it? */
  isSetBetween(name: string, above: number, below: number): boolean {
    const first = this.byName.get(name)?.find(({ at }) => at > above);
    return first !== undefined && first.at < below && !first.reads;
  }

  /** What statements from this number on did is taken back. */
  forgetFrom(statement: number): void {
    for (const uses of this.byName.values()) while ((uses.at(-1)?.at ?? -1) >= statement) uses.pop();
  }

  /** The names that `code` uses, and whether it reads them first. */
  trial(code: () => void): ReadonlyMap<string, boolean> {
    const tried = new Map<string, boolean>();
    this.tried = tried;
    code();
    this.tried = undefined;
    return tried;
  }

  /** Statements from one number to before another are replaced by one of the first number. */
  replace(from: number, to: number, by: ReadonlyMap<string, boolean>): void {
    for (const [name, uses] of this.byName)
      if (uses.some(({ at }) => at >= from && at < to))
        this.byName.set(
          name,
          uses.filter(({ at }) => at < from || at >= to),
        );
    for (const [name, reads] of by) {
      const uses = this.byName.get(name) ?? [];
      const index = uses.findIndex(({ at }) => at > from);
      uses.splice(index < 0 ? uses.length : index, 0, { at: from, reads });
      this.byName.set(name, uses);
    }
  }
}

interface Use {
  readonly at: number;
  readonly reads: boolean;
}
