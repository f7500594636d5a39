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
}

/** Two of these make one exact number. */
const MAX_ID = 2 ** 26;
