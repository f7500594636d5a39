/** Answers for pairs of small numbers. */
export class PairMap<T> {
  private readonly answers = new Map<number, T>();

  get(a: number, b: number): T | undefined {
    return this.answers.get(a * MAX_ID + b);
  }

  set(a: number, b: number, answer: T): T {
    this.answers.set(a * MAX_ID + b, answer);
    return answer;
  }

  /** Drops the answers for pairs with such a number, and other answers that will not do. */
  forgetFrom(id: number, isGone: (answer: T) => boolean = () => false): void {
    for (const [pair, answer] of this.answers)
      if (pair >= id * MAX_ID || pair % MAX_ID >= id || isGone(answer)) this.answers.delete(pair);
  }
}

/** Two of these make one exact number. */
const MAX_ID = 2 ** 26;
