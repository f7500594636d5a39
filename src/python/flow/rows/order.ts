import type { Rows } from './rows';
import type { Site } from '../site';

/** What is known of the order in which rows stand, and of what looks at the rows beside a row. */

/** Its rows stand in an order that somebody made. */
export interface OrderTaint {
  readonly id: number;
  readonly kind: 'order';
  /** `by-class`: all rows of one class before those of the next; `added-last`: rows that were made of a rare class stand last. */
  readonly how: 'shuffled' | 'sorted' | 'by-class' | 'added-last';
  /** Of sorted rows: the first column that they are sorted by. */
  readonly column: string | undefined;
  readonly site: Site;
  /** As it reads in a message: `df.sort_values('y')`. */
  readonly label: string;
}

/** Depends on the rows before or after a row: `shift(1)`, `diff()`, `rolling(7)`. */
export interface LagTaint {
  readonly id: number;
  readonly kind: 'lag';
  readonly lag: Lag;
}

export interface Lag {
  /** The method or function: `shift`. */
  readonly method: string;
  /** Looks at later rows. */
  readonly ahead: boolean;
  /** Within groups of rows only. */
  readonly within: boolean;
  readonly column: string | undefined;
  readonly rows: Rows;
  readonly site: Site;
  readonly label: string;
}
