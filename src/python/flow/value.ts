import type { IrFunction } from '../ir/model';
import type { Assignment, EstimatorEntry, Entry } from '../knowledge/entry';
import type { FitFact } from './facts';
import type { Holding } from './columns/holding';
import type { Rows, Split } from './rows/rows';
import type { Site } from './site';
import type { Stage } from './columns/stages';
import type { StatTaint, Taints } from './taint';

/**
 * Abstract values. What can change in place lives in the store and is named by a `ref`; everything else is a plain
 * immutable value.
 */
export type Value =
  | Constant
  | Scalar
  | Ref
  | FunctionValue
  | BoundMethod
  | Library
  | PartialCall
  | SliceValue
  | Expression
  | Choice;

export interface Constant {
  /** Of a literal that a loop runs through. */
  readonly taints?: Taints;
  readonly tag: 'const';
  readonly value: string | number | boolean | null;
}
/** A number, a text, or a table of statistics: a value that holds no observations. */
export interface Scalar {
  readonly tag: 'scalar';
  /** Equal symbols are equal values. */
  readonly symbol: string;
  readonly taints: Taints;
  /** Of names of columns. */
  readonly names?: ColumnNames;
  /** Of one row of a table: that table. */
  readonly row?: Data;
}
/** Names of all columns that `of` certainly holds, as a list; or any one of them. */
export interface ColumnNames {
  readonly what: 'all' | 'any';
  readonly of: Holding;
  /** Of a condition on such names: where it holds, and where it does not. */
  readonly test?: { readonly holds: Holding | undefined; readonly fails: Holding | undefined };
}
export interface Ref {
  readonly tag: 'ref';
  readonly id: number;
}
export interface FunctionValue {
  readonly tag: 'function';
  readonly fn: IrFunction;
  readonly scope: Scope;
  readonly defaults: ReadonlyMap<string, Value>;
  /** The module it was defined in, when that is not the analysed one. */
  readonly module: string | undefined;
  readonly binding?: 'static' | 'class' | 'property' | undefined;
  readonly self: Value | undefined;
}
/** A method of a library's object, not called yet. */
export interface BoundMethod {
  readonly tag: 'method';
  readonly self: Ref | Scalar | Constant;
  readonly name: string;
}
/** A library's module, function or class, by its qualified name. */
export interface Library {
  readonly tag: 'library';
  readonly name: string;
}
/** `functools.partial(func, …)`: a call that waits for further arguments. */
export interface PartialCall {
  readonly tag: 'partial';
  readonly func: Value;
  readonly args: {
    readonly positional: readonly Value[];
    readonly named: ReadonlyMap<string, Value>;
    readonly others: readonly Value[];
  };
}
export interface SliceValue {
  readonly tag: 'slice';
  readonly lower: Value | undefined;
  readonly upper: Value | undefined;
  readonly step: Value | undefined;
}
/** `pl.col('a') - pl.col('a').mean()`: what is to be computed from a table that is not there yet. */
export interface Expression {
  readonly tag: 'expression';
  readonly step: ExpressionStep;
}
/** How it will be called. */
export interface WaitingCall {
  readonly args: PartialCall['args'];
  readonly site: Site;
  readonly nameSpan: Site;
}
export type ExpressionStep =
  /** Without names: some columns, which are not known. */
  | { readonly kind: 'columns'; readonly names: readonly string[] | undefined; readonly site: Site }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string; readonly site: Site }
  | { readonly kind: 'call'; readonly of: Expression; readonly info: WaitingCall }
  | { readonly kind: 'when'; readonly test: Value | undefined }
  | {
      readonly kind: 'binary' | 'compare';
      readonly operator: string;
      readonly inPlace: boolean;
      readonly left: Value;
      readonly right: Value;
      readonly site: Site;
    }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Value };

/** One of several objects: it depends on the path taken. */
export interface Choice {
  readonly tag: 'choice';
  readonly options: readonly Value[];
}

/** Variables of one function call; each name has a cell in the store. */
export interface Scope {
  readonly fn: IrFunction;
  readonly cells: Map<string, number>;
  readonly parent: Scope | undefined;
  /** Libraries whose names were all imported. */
  readonly stars: Set<string>;
  /** Modules of libraries that names were imported from, one by one. */
  readonly siblings: Set<string>;
}

/** What a `ref` names. */
export type Content = Data | Sequence | Dictionary | Instance | ClassValue | Estimator | Tool;

/** A frame of pandas and its like, or an array of NumPy and its like. */
export type Holder = 'frame' | 'array';

/** Observations, or anything made of them: a frame, a series, an array, a mask; also what is not known at all. */
export interface Data {
  readonly tag: 'data';
  /**
   * `batches`: a data set or a loader, which a loop runs through; `batch`: what comes out of it, and what a network makes of
   * that: whatever is taken out of it is of the same rows.
   */
  readonly form:
    'unknown' | 'table' | 'column' | 'mask' | 'index' | 'groups' | 'bunch' | 'text' | 'batches' | 'batch';
  readonly rows: Rows;
  /** What holds them, where that is known; see `holders.ts`. */
  readonly holder?: Holder | undefined;
  /** Of every column that has no entry in `columns`. */
  readonly taints: Taints;
  readonly columns: ReadonlyMap<string, Taints>;
  /** `columns` names them all. */
  readonly closed: boolean;
  /** The columns that are certain to be here. */
  readonly holding: Holding;
  /** The last row comes first, as far as is known: what is before is after. */
  readonly descending: boolean;
  /** How far it was prepared, where that is followed; see `stageOf`. */
  readonly stage: Stage | undefined;
  /** Equal symbols are equal values. */
  readonly symbol: string;
  /** Of a series: the column's name. */
  readonly column: string | undefined;
  /** Of a mask or an index: the rows that it names, or does not name. */
  readonly names: { readonly rows: Rows; readonly negated: boolean } | undefined;
  readonly negated: boolean;
  /** Of an accessor such as `df.loc` and of `df.groupby(k)`: the object behind it. */
  readonly of: Ref | undefined;
  /** Of a grouping: the columns whose values make the groups. */
  readonly by?: readonly string[] | undefined;
  /** Columns that the program set, and the symbols of what they were set to. */
  readonly edits?: ReadonlyMap<string, string> | undefined;
  /** Columns that were set since the table has its symbol, each with what tells it from what stood there before. */
  readonly rewritten?: ReadonlyMap<string, string> | undefined;
  /** Attributes that were set or read on something unknown. */
  readonly fields: ReadonlyMap<string, Value>;
  /** The variable that it was first stored in. */
  readonly name: string | undefined;
  /** The variable that held what it was made of, where nothing in between had a name. */
  readonly within?: string | undefined;
  /** Of what a transformer of columns gave: what it learned is in the first so many columns alone. */
  readonly leading?: { readonly count: number; readonly learned: StatTaint } | undefined;
}
export interface Sequence {
  readonly tag: 'sequence';
  readonly form: 'list' | 'tuple' | 'set';
  readonly items: readonly Value[];
  /** Any further elements, whose number and order are not known. */
  readonly rest: Value | undefined;
  /** Of what a splitter gave: nothing was taken out or put in since. */
  readonly split?: Split;
  /** It was sorted in place. */
  readonly ranked?: boolean;
  /** The element that a loop put in last, and in which of its rounds. */
  readonly last?: { readonly round: number; readonly value: Value } | undefined;
  /** Of `range(len(X))`: the rows that it counts. */
  readonly counts?: Rows;
  /** Of `range(a, b)`: as an index of rows, it is the slice `a:b`. */
  readonly stretch?: SliceValue;
  /** Of a list with an element for each of these rows, in their order. */
  readonly filled?: Rows | undefined;
  /** The loop that put in elements last. While it runs, some of these rows are not there yet. */
  readonly filling?: number | undefined;
}
export interface Dictionary {
  readonly tag: 'dictionary';
  readonly entries: ReadonlyMap<string | number | boolean | null, Value>;
  /** Values under keys that are not known. */
  readonly rest: Value | undefined;
  /** The scores that are such keys. */
  readonly keys?: Taints;
}
export interface Instance {
  readonly tag: 'instance';
  readonly cls: Value;
  readonly fields: ReadonlyMap<string, Value>;
  /** Of a network that learns by gradients: the estimator that it is. */
  readonly network?: Ref;
  /** Of a model that the program writes out: the estimator that it is. */
  readonly learner?: Ref;
}
export interface ClassValue {
  readonly tag: 'class';
  readonly name: string;
  readonly bases: readonly Value[];
  readonly fields: ReadonlyMap<string, Value>;
}
/** A transformer, model, sampler, searcher or pipeline. */
export interface Estimator {
  readonly tag: 'estimator';
  readonly api: string;
  readonly entry: EstimatorEntry;
  readonly parameters: Taints;
  readonly named: ReadonlyMap<string, Value>;
  readonly members: readonly Value[];
  /** Of a transformer of columns: which member gets which. */
  readonly parts?: readonly { readonly member: Value; readonly columns: Value }[] | undefined;
  readonly site: Site;
  /** Of a transformer that was fitted: the statistic that it holds. */
  readonly learned: StatTaint | undefined;
  /** Of a model. */
  readonly fit: FitFact | undefined;
  /** It was fitted in one way on one path, in another way or not at all on another. */
  readonly forked?: boolean;
  /** Of a network: rows whose score decides how it learns. */
  readonly steered?: Pick<FitFact, 'watches' | 'stopper'>;
  /** Of a network: it was told to evaluate, not to train. */
  readonly evaluates?: boolean;
  /** The last fit, where what it learned is still there for the next one to go on from. */
  readonly state?: FitFact | undefined;
  /** The configuration: where, and by which calls, it and its members were made. */
  readonly design?: string;
  /** Loops that were being executed when it was made. */
  readonly loops?: readonly number[];
  /** Of a searcher: it tries at least so many configurations. */
  readonly tries?: number;
  /** Of a searcher that was fitted: what its best parameters carry. */
  readonly chosen?: Taints;
  readonly name: string | undefined;
  /** Of a model of which nothing is known: what made it, as it is written. */
  readonly called?: string | undefined;
}
/** Any other object of a library that is followed: a splitter, a study, folds. */
export interface Tool {
  readonly tag: 'tool';
  readonly api: string;
  readonly entry: Entry;
  readonly taints: Taints;
  readonly split?: Split;
  /** Of a splitter. */
  readonly assigns?: Assignment;
  readonly rows?: Rows;
  readonly inner?: Value;
  /** Of a study: it makes at least so many trials. */
  readonly tries?: number;
  /** Of a search that runs trials: what these reported. */
  readonly reported?: ReadonlyMap<string | undefined, Taints>;
  /** Of a splitter, a trainer, a search: what it was made with. */
  readonly named?: ReadonlyMap<string, Value>;
}

export const NONE: Constant = { tag: 'const', value: null };
export const TRUE: Constant = { tag: 'const', value: true };
export const FALSE: Constant = { tag: 'const', value: false };

export function constant(value: string | number | boolean | null): Constant {
  return { tag: 'const', value };
}
