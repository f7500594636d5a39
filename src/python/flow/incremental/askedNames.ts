import type { Journal } from './journal';

/**
 * Names that the module binds somewhere, below included. Whether a name is one of them decides what code further up
 * means: each answer is written down, so that it can be compared with the one after an edit.
 */
export class AskedNames extends Set<string> {
  private readonly answers = new Map<string, boolean>();
  private readonly tried = new Map<string, boolean>();
  private isTrial = false;

  constructor(
    names: Iterable<string>,
    private readonly journal: Journal,
  ) {
    super(names);
  }

  override has(name: string): boolean {
    const answer = super.has(name);
    if (!this.answers.has(name)) this.journal.set(this.answers, name, answer);
    if (this.isTrial) this.tried.set(name, answer);
    return answer;
  }

  /** Runs code whose questions count from now on, although what it does is taken back. */
  trial<T>(code: () => T): T {
    this.isTrial = true;
    const result = code();
    this.isTrial = false;
    return result;
  }

  /** Would code that was tried get another answer? */
  isOtherForTrials(names: ReadonlySet<string>): boolean {
    return [...this.tried].some(([name, answer]) => answer !== names.has(name));
  }

  /** Takes other names, and tells of which another answer was given. */
  become(names: ReadonlySet<string>): readonly string[] {
    this.clear();
    for (const name of names) this.add(name);
    return [...this.answers].filter(([name, answer]) => answer !== names.has(name)).map(([name]) => name);
  }

  /** Was it asked, as far as the analysis has come? */
  isAsked(name: string): boolean {
    return this.answers.has(name);
  }
}
