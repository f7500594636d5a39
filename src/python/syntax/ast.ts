import type { Span } from '../../base/place';
import { Kind } from './kind';

/**
 * The typed syntax tree. Node names and fields follow Python's own `ast` module (abstract grammar of the language
 * reference); what Python has no node for is marked. Every node has its span, in UTF-16 offsets of the module's text.
 *
 * The parser keeps every tree shallow enough to be walked by recursion (`parser/chains.ts` says how); `walk.ts` has
 * iterative walks for those who only want to see every node.
 */
export { Kind };

interface Base<K extends Kind> extends Span {
  readonly kind: K;
}

export interface Module extends Base<Kind.Module> {
  readonly body: readonly Stmt[];
}

// ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface FunctionDef extends Base<Kind.FunctionDef> {
  readonly name: Name;
  readonly async: boolean;
  readonly typeParams: readonly TypeParam[];
  readonly params: readonly Parameter[];
  readonly returns: Expr | undefined;
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
}
export interface ClassDef extends Base<Kind.ClassDef> {
  readonly name: Name;
  readonly typeParams: readonly TypeParam[];
  readonly args: readonly CallArg[];
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
}
export interface Return extends Base<Kind.Return> {
  readonly value: Expr | undefined;
}
export interface Delete extends Base<Kind.Delete> {
  readonly targets: readonly Expr[];
}
export interface Assign extends Base<Kind.Assign> {
  readonly targets: readonly Expr[];
  readonly value: Expr;
}
export interface AugAssign extends Base<Kind.AugAssign> {
  readonly target: Expr;
  /** As written, without the `=`: `+`, `//` … */
  readonly op: string;
  readonly value: Expr;
}
export interface AnnAssign extends Base<Kind.AnnAssign> {
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | undefined;
}
export interface TypeAlias extends Base<Kind.TypeAlias> {
  readonly name: Name;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expr;
}
export interface For extends Base<Kind.For> {
  readonly async: boolean;
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface While extends Base<Kind.While> {
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
/** `elif` chains are flat: one branch each, in order. */
export interface If extends Base<Kind.If> {
  readonly branches: readonly { readonly test: Expr; readonly body: readonly Stmt[] }[];
  readonly orelse: readonly Stmt[];
}
export interface With extends Base<Kind.With> {
  readonly async: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}
export interface Match extends Base<Kind.Match> {
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends Base<Kind.Raise> {
  readonly value: Expr | undefined;
  readonly cause: Expr | undefined;
}
export interface Try extends Base<Kind.Try> {
  /** `except*` */
  readonly star: boolean;
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}
export interface Assert extends Base<Kind.Assert> {
  readonly test: Expr;
  readonly message: Expr | undefined;
}
export interface Import extends Base<Kind.Import> {
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Base<Kind.ImportFrom> {
  /** `undefined` in `from . import x`. */
  readonly module: string | undefined;
  /** Number of leading dots. */
  readonly level: number;
  /** One alias named `*` for a star import. */
  readonly names: readonly Alias[];
}
export interface Global extends Base<Kind.Global> {
  readonly names: readonly string[];
}
export interface Nonlocal extends Base<Kind.Nonlocal> {
  readonly names: readonly string[];
}
export interface ExprStmt extends Base<Kind.ExprStmt> {
  readonly value: Expr;
  /** In a notebook, a trailing `;` that hides the output. */
  readonly silent: boolean;
}
export type Pass = Base<Kind.Pass>;
export type Break = Base<Kind.Break>;
export type Continue = Base<Kind.Continue>;
/** Python 2's `print x, y`. */
export interface Print2 extends Base<Kind.Print2> {
  readonly values: readonly Expr[];
}
/** Python 2's `exec code in scope`. */
export interface Exec2 extends Base<Kind.Exec2> {
  readonly values: readonly Expr[];
}
/** IPython's `%name rest` or `%%name rest` with the cell's remaining text as `body`. */
export interface Magic extends Base<Kind.Magic> {
  readonly cell: boolean;
  readonly name: string;
  readonly args: string;
  /** Of a cell magic whose body is Python (`%%time`, `%%capture`, `%%timeit`, `%%prun`): parsed; else empty. */
  readonly body: readonly Stmt[];
}
/** IPython's `!command`. */
export interface Shell extends Base<Kind.Shell> {
  readonly command: string;
}
/** IPython's `name?`, `?name`, `name??`. */
export interface Help extends Base<Kind.Help> {
  readonly subject: string;
}
/** Text that is no statement; an error has been reported for it. */
export interface BadStatement extends Base<Kind.BadStatement> {
  readonly parts: readonly Expr[];
}

// ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Name extends Base<Kind.Name> {
  readonly id: string;
}
/** `value` is the literal's value where JavaScript can hold it; big integers, imaginary numbers and bytes keep their text. */
export interface Constant extends Base<Kind.Constant> {
  readonly type: 'str' | 'bytes' | 'int' | 'float' | 'complex' | 'bool' | 'none' | 'ellipsis';
  readonly value: string | number | boolean | null;
}
/** An f-string; adjacent string literals around it are joined in. */
export interface JoinedStr extends Base<Kind.JoinedStr> {
  readonly values: readonly (Constant | FormattedValue)[];
}
/** A t-string (PEP 750). */
export interface TemplateStr extends Base<Kind.TemplateStr> {
  readonly values: readonly (Constant | FormattedValue)[];
}
/** `{value!conversion:format}` in an f-string or t-string. */
export interface FormattedValue extends Base<Kind.FormattedValue> {
  readonly value: Expr;
  readonly conversion: string | undefined;
  readonly format: readonly (Constant | FormattedValue)[] | undefined;
}
export interface List extends Base<Kind.List> {
  readonly elements: readonly Expr[];
}
export interface Tuple extends Base<Kind.Tuple> {
  readonly elements: readonly Expr[];
}
export interface SetDisplay extends Base<Kind.Set> {
  readonly elements: readonly Expr[];
}
/** An entry without a key is `**value`. */
export interface Dict extends Base<Kind.Dict> {
  readonly entries: readonly { readonly key: Expr | undefined; readonly value: Expr }[];
}
/** All four comprehensions; `key` is there in a dict comprehension only. */
export interface Comprehension extends Base<Kind.Comprehension> {
  readonly form: 'list' | 'set' | 'dict' | 'generator';
  readonly key: Expr | undefined;
  readonly element: Expr;
  readonly clauses: readonly ForIn[];
}
export interface Lambda extends Base<Kind.Lambda> {
  readonly params: readonly Parameter[];
  readonly body: Expr;
}
export interface IfExp extends Base<Kind.IfExp> {
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}
export interface NamedExpr extends Base<Kind.NamedExpr> {
  readonly target: Name;
  readonly value: Expr;
}
/** Chains of one operator are flat, as in Python's own tree. */
export interface BoolOp extends Base<Kind.BoolOp> {
  readonly op: 'and' | 'or';
  readonly values: readonly Expr[];
}
export interface BinOp extends Base<Kind.BinOp> {
  readonly left: Expr;
  readonly op: string;
  readonly right: Expr;
}
export interface UnaryOp extends Base<Kind.UnaryOp> {
  readonly op: 'not' | '-' | '+' | '~';
  readonly operand: Expr;
}
export interface Compare extends Base<Kind.Compare> {
  readonly left: Expr;
  /** `==`, `<`, `in`, `not in`, `is`, `is not` … */
  readonly ops: readonly string[];
  readonly comparators: readonly Expr[];
}
export interface Call extends Base<Kind.Call> {
  readonly func: Expr;
  /** In source order. */
  readonly args: readonly CallArg[];
}
export interface Attribute extends Base<Kind.Attribute> {
  readonly value: Expr;
  /** Empty when it is still to be typed: `df.`. */
  readonly attr: string;
  /** The attribute name's own span. */
  readonly attrSpan: Span;
}
export interface Subscript extends Base<Kind.Subscript> {
  readonly value: Expr;
  readonly slice: Expr;
}
export interface Slice extends Base<Kind.Slice> {
  readonly lower: Expr | undefined;
  readonly upper: Expr | undefined;
  readonly step: Expr | undefined;
}
export interface Starred extends Base<Kind.Starred> {
  readonly value: Expr;
}
export interface Await extends Base<Kind.Await> {
  readonly value: Expr;
}
export interface Yield extends Base<Kind.Yield> {
  readonly value: Expr | undefined;
}
export interface YieldFrom extends Base<Kind.YieldFrom> {
  readonly value: Expr;
}
/** IPython's `!command` or `%magic` on the right of an assignment. */
export interface Escape extends Base<Kind.Escape> {
  readonly marker: '!' | '%';
  readonly text: string;
}
/** A place where an expression should be, or text that is none. */
export type BadExpression = Base<Kind.BadExpression>;

// ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A positional argument; `*args` is one whose value is `Starred`. */
export interface Argument extends Base<Kind.Argument> {
  readonly value: Expr;
}
/** `name=value`, or `**value` when the name is undefined. */
export interface Keyword extends Base<Kind.Keyword> {
  readonly name: string | undefined;
  readonly value: Expr;
}
export type CallArg = Argument | Keyword;

export interface Parameter extends Base<Kind.Parameter> {
  readonly name: string;
  readonly form: 'positional-only' | 'normal' | 'var-positional' | 'keyword-only' | 'var-keyword';
  readonly annotation: Expr | undefined;
  readonly default: Expr | undefined;
}
export interface Alias extends Base<Kind.Alias> {
  readonly name: string;
  readonly asname: string | undefined;
}
export interface ExceptHandler extends Base<Kind.ExceptHandler> {
  readonly type: Expr | undefined;
  readonly name: string | undefined;
  readonly body: readonly Stmt[];
}
export interface WithItem extends Base<Kind.WithItem> {
  readonly context: Expr;
  readonly target: Expr | undefined;
}
export interface MatchCase extends Base<Kind.MatchCase> {
  readonly pattern: Pattern;
  readonly guard: Expr | undefined;
  readonly body: readonly Stmt[];
}
/** `for target in iter if …` of a comprehension. */
export interface ForIn extends Base<Kind.For_In> {
  readonly async: boolean;
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
}
export interface TypeParam extends Base<Kind.TypeParam> {
  readonly name: string;
  readonly form: 'type' | 'type-tuple' | 'param-spec';
  readonly bound: Expr | undefined;
  readonly default: Expr | undefined;
}

// ── Patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A literal or dotted name; also `None`, `True`, `False`. */
export interface MatchValue extends Base<Kind.MatchValue> {
  readonly value: Expr;
}
export interface MatchSequence extends Base<Kind.MatchSequence> {
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Base<Kind.MatchMapping> {
  readonly entries: readonly { readonly key: Expr; readonly pattern: Pattern }[];
  readonly rest: string | undefined;
}
export interface MatchClass extends Base<Kind.MatchClass> {
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly keywords: readonly { readonly name: string; readonly pattern: Pattern }[];
}
export interface MatchStar extends Base<Kind.MatchStar> {
  readonly name: string | undefined;
}
/** `pattern as name`, a capture `name`, or the wildcard `_` (neither). */
export interface MatchAs extends Base<Kind.MatchAs> {
  readonly pattern: Pattern | undefined;
  readonly name: string | undefined;
}
export interface MatchOr extends Base<Kind.MatchOr> {
  readonly patterns: readonly Pattern[];
}

export type Pattern = MatchValue | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

export type Stmt =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | TypeAlias
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue
  | Print2
  | Exec2
  | Magic
  | Shell
  | Help
  | BadStatement;

export type Expr =
  | Name
  | Constant
  | JoinedStr
  | TemplateStr
  | FormattedValue
  | List
  | Tuple
  | SetDisplay
  | Dict
  | Comprehension
  | Lambda
  | IfExp
  | NamedExpr
  | BoolOp
  | BinOp
  | UnaryOp
  | Compare
  | Call
  | Attribute
  | Subscript
  | Slice
  | Starred
  | Await
  | Yield
  | YieldFrom
  | Escape
  | BadExpression;

/** A mistake in the text, as data. */
export interface SyntaxProblem extends Span {
  readonly message: string;
}

export interface ParseResult {
  readonly module: Module;
  readonly problems: readonly SyntaxProblem[];
  /** Comments, in order: suppressions are read from them. */
  readonly comments: readonly Span[];
  /** What some statements mean depends on others far away: Python 2. */
  readonly contextual: boolean;
  /** Of a part of a text: it may be read otherwise together with what stands below. */
  readonly open: boolean;
}
