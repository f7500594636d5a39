import type { Span } from '../../base/place';
import type { Block, IrFunction } from '../ir/model';

/**
 * What the cells of a notebook do with the names of its one namespace, in the order in which a fresh kernel would run
 * them:
 *
 *     # cell 1                     # cell 2
 *     df = pd.read_csv('a.csv')    reads `pd`, `df`; changes `df`
 *                                  df['b'] = df['a'] + 1
 */
export interface Notebook {
  /** The code cells, in document order. */
  readonly cells: readonly NotebookCell[];
  /** It has statements of Python 2, whose comprehensions leave their variables behind. */
  readonly python2: boolean;
  /** It has a cell that papermill puts other values in the place of. */
  readonly parameterised: boolean;
}

export interface NotebookCell extends Span {
  /** Index over all cells of the notebook. */
  readonly cell: number;
  /** `null` for a cell that was not executed. */
  readonly executionCount: number | null;
  readonly tags: readonly string[];
  /** Its stored output is an error. */
  readonly failed: boolean;
  /** Its stored output has something to look at; undefined where outputs are not there to be seen. */
  readonly shows: boolean | undefined;
  /** The text among its stored outputs. */
  readonly printed: string | undefined;
  /** Part of it could not be parsed. */
  readonly broken: boolean;
  readonly events: readonly NameEvent[];
  /** Its statements, with their decorators. */
  readonly statements: readonly Span[];
  /** What was lowered from it. */
  readonly code: Block;
}

/** Something that a cell does with a name of the namespace, in order of execution. */
export type NameEvent = Read | Definition | Deletion | Change | CallByName | Opening;

interface Base extends Span {
  /** It happens whenever the cell is run: in no branch, no handler, not after an early exit. */
  readonly certain: boolean;
}

export interface Read extends Base {
  readonly kind: 'read';
  readonly name: string;
}
export interface Definition extends Base {
  readonly kind: 'define';
  readonly name: string;
  /** `perhaps`: a magic mentions the name, a function declares it `global`, or it stands in code that cannot be parsed. */
  readonly form: 'import' | 'function' | 'class' | 'value' | 'perhaps';
  /** Of a function that is bound as it was written. */
  readonly fn: IrFunction | undefined;
}
export interface Deletion extends Base {
  readonly kind: 'delete';
  readonly name: string;
}
/** The object behind a name is changed in place. */
export interface Change extends Base {
  readonly kind: 'change';
  readonly name: string;
  /** Whatever it held before is gone: `net.load_state_dict(…)`. */
  readonly whole?: boolean;
}
/** A function is called, or handed to something that calls it at once. */
export interface CallByName extends Base {
  readonly kind: 'call';
  readonly name: string;
}
/** Whatever name may be defined from here on: `from x import *`, `%run`, `exec`. */
export interface Opening extends Base {
  readonly kind: 'open';
}
