import type { Span } from '../../base/place';

/**
 * The intermediate representation: a function is a tree of blocks, a block is a list of flat instructions over
 * registers and of compound nodes. Registers are written once in each run of the block that writes them; variables are
 * loaded and stored by name. Everything that Python evaluates in order stands in that order.
 *
 *     x = df['a'].mean()        r0 = load df
 *                               r1 = const 'a'
 *                               r2 = item r0[r1]
 *                               r3 = attr r2.mean
 *                               r4 = call r3()
 *                               store x = r4
 */
export type Reg = number;

export type Block = readonly Node[];

export interface IrFunction {
  readonly name: string;
  readonly form: 'module' | 'function' | 'lambda' | 'class';
  readonly span: Span;
  readonly params: readonly IrParam[];
  readonly body: Block;
  readonly registers: number;
  /** Names bound in this function's own scope; in a module and a class, all that it binds. */
  readonly locals: ReadonlySet<string>;
  /** Names declared `global`. */
  readonly globals: ReadonlySet<string>;
  readonly generator: boolean;
}

export interface IrParam {
  readonly name: string;
  readonly form: 'positional-only' | 'normal' | 'var-positional' | 'keyword-only' | 'var-keyword';
  /** Register of the defining frame that holds the default. */
  readonly default: Reg | undefined;
}

export const enum Op {
  Const,
  Load,
  Store,
  DeleteName,
  GetAttr,
  SetAttr,
  GetItem,
  SetItem,
  DeleteItem,
  Slice,
  Binary,
  Unary,
  Compare,
  Sequence,
  Dict,
  Format,
  Call,
  Function,
  Class,
  Import,
  ImportStar,
  Unpack,
  Append,
  Merge,
  Yield,
  Unknown,
  Enter,
  Return,
  Break,
  Continue,
  Raise,
  Branch,
  Loop,
  Try,
  With,
  Match,
}

interface Base<K extends Op> {
  readonly op: K;
  readonly span: Span;
}

export type Literal = string | number | boolean | null;

export interface Const extends Base<Op.Const> {
  readonly dst: Reg;
  readonly type: 'str' | 'bytes' | 'int' | 'float' | 'complex' | 'bool' | 'none' | 'ellipsis';
  readonly value: Literal;
}
export interface Load extends Base<Op.Load> {
  readonly dst: Reg;
  readonly name: string;
}
export interface Store extends Base<Op.Store> {
  readonly name: string;
  readonly src: Reg;
}
export interface DeleteName extends Base<Op.DeleteName> {
  readonly name: string;
}
export interface GetAttr extends Base<Op.GetAttr> {
  readonly dst: Reg;
  readonly obj: Reg;
  readonly attr: string;
}
export interface SetAttr extends Base<Op.SetAttr> {
  readonly obj: Reg;
  readonly attr: string;
  readonly src: Reg;
}
export interface GetItem extends Base<Op.GetItem> {
  readonly dst: Reg;
  readonly obj: Reg;
  readonly index: Reg;
}
export interface SetItem extends Base<Op.SetItem> {
  readonly obj: Reg;
  readonly index: Reg;
  readonly src: Reg;
}
export interface DeleteItem extends Base<Op.DeleteItem> {
  readonly obj: Reg;
  readonly index: Reg;
}
export interface MakeSlice extends Base<Op.Slice> {
  readonly dst: Reg;
  readonly lower: Reg | undefined;
  readonly upper: Reg | undefined;
  readonly step: Reg | undefined;
}
export interface Binary extends Base<Op.Binary> {
  readonly dst: Reg;
  readonly operator: string;
  readonly left: Reg;
  readonly right: Reg;
  /** `+=` and its kin change a mutable left operand. */
  readonly inPlace: boolean;
}
export interface Unary extends Base<Op.Unary> {
  readonly dst: Reg;
  readonly operator: string;
  readonly operand: Reg;
}
export interface Compare extends Base<Op.Compare> {
  readonly dst: Reg;
  readonly operator: string;
  readonly left: Reg;
  readonly right: Reg;
}
export interface Sequence extends Base<Op.Sequence> {
  readonly dst: Reg;
  readonly form: 'list' | 'tuple' | 'set';
  readonly items: readonly { readonly reg: Reg; readonly spread: boolean }[];
}
export interface MakeDict extends Base<Op.Dict> {
  readonly dst: Reg;
  /** An entry without a key spreads its value. */
  readonly entries: readonly { readonly key: Reg | undefined; readonly value: Reg }[];
}
export interface Format extends Base<Op.Format> {
  readonly dst: Reg;
  readonly parts: readonly Reg[];
}
export interface IrArgument {
  readonly reg: Reg;
  readonly span: Span;
  readonly name: string | undefined;
  /** `*args` or `**kwargs`. */
  readonly spread: 'none' | 'items' | 'entries';
}
export interface Call extends Base<Op.Call> {
  readonly dst: Reg;
  readonly func: Reg;
  readonly args: readonly IrArgument[];
  /** Of the called name itself: in `scaler.fit(X)`, of `fit`. */
  readonly nameSpan: Span;
}
export interface MakeFunction extends Base<Op.Function> {
  readonly dst: Reg;
  readonly fn: IrFunction;
}
export interface MakeClass extends Base<Op.Class> {
  readonly dst: Reg;
  readonly bases: readonly Reg[];
  readonly body: IrFunction;
}
export interface Import extends Base<Op.Import> {
  readonly name: string;
  /** Dotted path of the module or of the object in it; relative ones begin with dots. */
  readonly path: string;
}
export interface ImportStar extends Base<Op.ImportStar> {
  readonly path: string;
}
export interface Unpack extends Base<Op.Unpack> {
  readonly src: Reg;
  readonly targets: readonly Reg[];
  /** Index of the starred target, or -1. */
  readonly star: number;
  /** The targets as they are written. */
  readonly written: readonly Span[];
}
/** Adds to the collection that a comprehension builds. */
export interface Append extends Base<Op.Append> {
  readonly collection: Reg;
  readonly key: Reg | undefined;
  readonly src: Reg;
}
/** One of several values, as in `a or b`. */
export interface Merge extends Base<Op.Merge> {
  readonly dst: Reg;
  /** `and`, `or`; a chained comparison is an `and`. */
  readonly operator: 'and' | 'or';
  readonly sources: readonly Reg[];
}
export interface Yield extends Base<Op.Yield> {
  readonly dst: Reg;
  readonly src: Reg | undefined;
  readonly from: boolean;
}
/** A value about which nothing is known; what it was made from escapes. */
export interface Unknown extends Base<Op.Unknown> {
  readonly dst: Reg;
  readonly uses: readonly Reg[];
}
/** What `with` binds. */
export interface Enter extends Base<Op.Enter> {
  readonly dst: Reg;
  readonly context: Reg;
}
export interface Return extends Base<Op.Return> {
  readonly src: Reg | undefined;
}
export type Break = Base<Op.Break>;
export type Continue = Base<Op.Continue>;
export type Raise = Base<Op.Raise>;

/** `if`, with `elif` flat, and the conditional expression, which has a `result`. */
export interface Branch extends Base<Op.Branch> {
  readonly arms: readonly Arm[];
  readonly orelse: Block;
  readonly result: { readonly dst: Reg; readonly orelse: Reg } | undefined;
}
export interface Arm {
  /** Computes the test. */
  readonly before: Block;
  readonly test: Reg;
  readonly body: Block;
  /** The arm's value in a conditional expression. */
  readonly value: Reg | undefined;
}
export interface Loop extends Base<Op.Loop> {
  /** A `for` has an iterable and the register of its element; a `while` has a test. */
  readonly iter: Reg | undefined;
  readonly element: Reg | undefined;
  readonly before: Block;
  readonly test: Reg | undefined;
  readonly body: Block;
  readonly orelse: Block;
}
export interface Try extends Base<Op.Try> {
  readonly body: Block;
  readonly handlers: readonly Block[];
  readonly orelse: Block;
  readonly final: Block;
}
export interface With extends Base<Op.With> {
  readonly contexts: readonly Reg[];
  readonly body: Block;
}
export interface Match extends Base<Op.Match> {
  readonly subject: Reg;
  readonly cases: readonly Block[];
}

export type Instruction =
  | Const
  | Load
  | Store
  | DeleteName
  | GetAttr
  | SetAttr
  | GetItem
  | SetItem
  | DeleteItem
  | MakeSlice
  | Binary
  | Unary
  | Compare
  | Sequence
  | MakeDict
  | Format
  | Call
  | MakeFunction
  | MakeClass
  | Import
  | ImportStar
  | Unpack
  | Append
  | Merge
  | Yield
  | Unknown
  | Enter;

export type Jump = Return | Break | Continue | Raise;

export type Compound = Branch | Loop | Try | With | Match;

export type Node = Instruction | Jump | Compound;
