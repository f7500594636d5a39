/**
 * The tokens of a module: Python's, and those of IPython's escapes.
 *
 * A token is three numbers (kind, start, end) in three growing arrays: a million tokens cost no objects, and the parser
 * may look ahead as far as it likes.
 */
export const enum Token {
  End,
  /** Between two cells of a notebook: nothing continues across it. */
  CellEnd,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  /** `f"` or `t"` up to the quote; then FMiddle, `{` … `}` and FEnd. */
  FStart,
  FMiddle,
  FEnd,
  /** A character that Python does not know here. */
  Unknown,

  // IPython
  LineMagic,
  /** `%time -n 3`: the statement that it runs follows as ordinary tokens. */
  PythonMagic,
  /** The whole rest of the cell, in another language. */
  CellMagic,
  /** The first line only: the cell goes on in Python. */
  PythonCellMagic,
  ShellLine,
  HelpLine,
  /** `!ls` or `%magic` on the right of `=`. */
  EscapedValue,

  // Punctuation
  LParen,
  RParen,
  LBracket,
  RBracket,
  LBrace,
  RBrace,
  Comma,
  Colon,
  Semicolon,
  Dot,
  Ellipsis,
  Assign,
  AugAssign,
  Walrus,
  Arrow,
  Exclamation,

  // Operators
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  At,
  DoubleStar,
  Ampersand,
  Bar,
  Caret,
  LeftShift,
  RightShift,
  Tilde,
  Less,
  Greater,
  LessEqual,
  GreaterEqual,
  Equal,
  NotEqual,

  // Keywords that may stand inside brackets
  False,
  None,
  True,
  And,
  As,
  Async,
  Await,
  Else,
  For,
  From,
  If,
  In,
  Is,
  Lambda,
  Not,
  Or,
  Yield,

  // Keywords that only a statement may begin with: inside brackets they prove that one was never closed.
  Assert,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Except,
  Finally,
  Global,
  Import,
  Nonlocal,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
}

export const FIRST_KEYWORD = Token.False;
export const FIRST_STATEMENT_KEYWORD = Token.Assert;
/** One more than the greatest token: the size of a table indexed by tokens. */
export const TOKEN_COUNT = Token.With + 1;

export const KEYWORDS: ReadonlyMap<string, Token> = new Map([
  ['False', Token.False],
  ['None', Token.None],
  ['True', Token.True],
  ['and', Token.And],
  ['as', Token.As],
  ['async', Token.Async],
  ['await', Token.Await],
  ['else', Token.Else],
  ['for', Token.For],
  ['from', Token.From],
  ['if', Token.If],
  ['in', Token.In],
  ['is', Token.Is],
  ['lambda', Token.Lambda],
  ['not', Token.Not],
  ['or', Token.Or],
  ['yield', Token.Yield],
  ['assert', Token.Assert],
  ['break', Token.Break],
  ['class', Token.Class],
  ['continue', Token.Continue],
  ['def', Token.Def],
  ['del', Token.Del],
  ['elif', Token.Elif],
  ['except', Token.Except],
  ['finally', Token.Finally],
  ['global', Token.Global],
  ['import', Token.Import],
  ['nonlocal', Token.Nonlocal],
  ['pass', Token.Pass],
  ['raise', Token.Raise],
  ['return', Token.Return],
  ['try', Token.Try],
  ['while', Token.While],
  ['with', Token.With],
]);

/** A set of tokens as a table: one byte each. */
export function tokenSet(...tokens: readonly Token[]): Uint8Array {
  const table = new Uint8Array(TOKEN_COUNT);
  for (const token of tokens) table[token] = 1;
  return table;
}

export interface Tokens {
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

/** Room for the tokens of ordinary code; denser text makes it grow. */
export function newTokens(textLength: number): Tokens {
  const capacity = Math.ceil(textLength / 3) + 16;
  return {
    kinds: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    count: 0,
  };
}

export function pushToken(tokens: Tokens, kind: Token, start: number, end: number): void {
  const index = tokens.count;
  if (index === tokens.kinds.length) grow(tokens);
  tokens.kinds[index] = kind;
  tokens.starts[index] = start;
  tokens.ends[index] = end;
  tokens.count = index + 1;
}

function grow(tokens: Tokens): void {
  const capacity = tokens.kinds.length * 2;
  tokens.kinds = enlarged(tokens.kinds, new Uint8Array(capacity));
  tokens.starts = enlarged(tokens.starts, new Int32Array(capacity));
  tokens.ends = enlarged(tokens.ends, new Int32Array(capacity));
}

function enlarged<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
