import type { Span } from '../../base/place';
import { fail, ok } from '../../base/result';
import type { Result } from '../../base/result';
import { FUNCTIONS, isFunctionName } from './ast';
import type {
  Arithmetic,
  BinaryOp,
  ComparisonOp,
  Expression,
  FunctionName,
  MetricRef,
  Qualifier,
} from './ast';
import { lex } from './lex';
import type { ExpressionFailure, Token } from './lex';

/** Far above what a person writes; it keeps recursion shallow. */
const MAX_LENGTH = 2_000;
const MAX_DEPTH = 50;

/**
 * Parses an expression. The grammar:
 *
 *     expression := sum [ (">=" | ">" | "<=" | "<" | "==") sum ]
 *     sum        := product { ("+" | "-") product }
 *     product    := unary { ("*" | "/") unary }
 *     unary      := "-" unary | number | call | metric | "(" sum ")"
 *     call       := ("abs" | "min" | "max") "(" sum { "," sum } ")"
 *     metric     := (name | "`" text "`") [ "[" key "=" value { "," key "=" value } "]" ]
 */
export function parseExpression(text: string): Result<Expression, ExpressionFailure> {
  if (text.length > MAX_LENGTH) {
    const span = { start: MAX_LENGTH, end: text.length };
    return fail({
      message: `An expression has at most ${MAX_LENGTH.toLocaleString('en')} characters.`,
      span,
    });
  }
  const tokens = lex(text);
  if (!tokens.ok) return tokens;
  try {
    return ok(wholeExpression({ text, tokens: tokens.value, at: 0, depth: 0 }));
  } catch (error) {
    if (error instanceof Stop) return fail(error.failure);
    throw error;
  }
}

/** Unwinds the descent at the first mistake; it never leaves this file. */
class Stop extends Error {
  constructor(readonly failure: ExpressionFailure) {
    super(failure.message);
  }
}

interface Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function wholeExpression(parser: Parser): Expression {
  const left = sum(parser);
  const op = peek(parser);
  if (op.kind === 'end') return left;
  if (!isComparison(op.text) || op.kind !== 'op') return stop(op, unexpected(op));
  next(parser);
  const right = sum(parser);
  const rest = peek(parser);
  if (rest.kind !== 'end') return stop(rest, unexpected(rest));
  return { kind: 'comparison', op: op.text, left, right, span: join(left.span, right.span) };
}

function sum(parser: Parser): Arithmetic {
  return chain(parser, ['+', '-'], product);
}

function product(parser: Parser): Arithmetic {
  return chain(parser, ['*', '/'], unary);
}

/** Left-associative operators of one precedence. */
function chain(
  parser: Parser,
  ops: readonly BinaryOp[],
  operand: (parser: Parser) => Arithmetic,
): Arithmetic {
  let left = operand(parser);
  for (;;) {
    const op = ops.find(candidate => isOp(peek(parser), candidate));
    if (op === undefined) return left;
    next(parser);
    const right = operand(parser);
    left = { kind: 'binary', op, left, right, span: join(left.span, right.span) };
  }
}

function unary(parser: Parser): Arithmetic {
  const token = peek(parser);
  if (++parser.depth > MAX_DEPTH) return stop(token, `This is nested more than ${MAX_DEPTH} deep.`);
  const value = isOp(token, '-') ? negation(parser) : primary(parser);
  parser.depth--;
  return value;
}

function negation(parser: Parser): Arithmetic {
  const minus = next(parser);
  const of = unary(parser);
  return { kind: 'negation', of, span: join(minus.span, of.span) };
}

function primary(parser: Parser): Arithmetic {
  const token = next(parser);
  if (token.kind === 'number') return { kind: 'number', value: numberOf(token.text), span: token.span };
  if (isOp(token, '(')) {
    const inner = sum(parser);
    const close = expect(parser, ')');
    return { ...inner, span: join(token.span, close.span) };
  }
  if (token.kind === 'name' && isOp(peek(parser), '(')) return call(parser, token);
  if (token.kind === 'name' || (token.kind === 'quoted' && parser.text[token.span.start] === '`')) {
    return metric(parser, token);
  }
  return stop(
    token,
    token.kind === 'end' ? 'Something is missing here: a metric or a number.' : unexpected(token),
  );
}

function call(parser: Parser, token: Token): Arithmetic {
  if (!isFunctionName(token.text)) {
    return stop(
      token,
      `There is no function \`${token.text}\`; there are ${Object.keys(FUNCTIONS).join(', ')}.`,
    );
  }
  expect(parser, '(');
  const args = [sum(parser)];
  while (isOp(peek(parser), ',')) {
    next(parser);
    args.push(sum(parser));
  }
  const close = expect(parser, ')');
  return checkedCall(token, token.text, args, close);
}

function checkedCall(
  token: Token,
  name: FunctionName,
  args: readonly Arithmetic[],
  close: Token,
): Arithmetic {
  const span = join(token.span, close.span);
  if (args.length > FUNCTIONS[name].most) return stop({ ...token, span }, `\`${name}\` takes one argument.`);
  return { kind: 'call', name, args, span };
}

function metric(parser: Parser, token: Token): MetricRef {
  if (!isOp(peek(parser), '[')) return { kind: 'metric', name: token.text, qualifiers: [], span: token.span };
  next(parser);
  const qualifiers = [qualifier(parser)];
  while (isOp(peek(parser), ',')) {
    next(parser);
    qualifiers.push(qualifier(parser));
  }
  const close = expect(parser, ']');
  return { kind: 'metric', name: token.text, qualifiers, span: join(token.span, close.span) };
}

function qualifier(parser: Parser): Qualifier {
  const key = next(parser);
  if (key.kind !== 'name' || !/^(split|run|slice\..+)$/.test(key.text)) {
    return stop(key, 'Expected `split=…`, `run=…` or `slice.<column>=…` in the brackets.');
  }
  expect(parser, '=');
  return { key: key.text, value: qualifierValue(parser) };
}

/** A quoted text, or everything up to `,` or `]`: run ids and slice values are not names. */
function qualifierValue(parser: Parser): string {
  const first = next(parser);
  if (first.kind === 'quoted') return first.text;
  if (first.kind === 'end' || isOp(first, ']') || isOp(first, ','))
    return stop(first, 'A value is missing here.');
  let last = first;
  while (peek(parser).kind !== 'end' && !isOp(peek(parser), ']') && !isOp(peek(parser), ','))
    last = next(parser);
  return parser.text.slice(first.span.start, last.span.end);
}

function peek(parser: Parser): Token {
  return (
    parser.tokens[parser.at] ?? {
      kind: 'end',
      text: '',
      span: { start: parser.text.length, end: parser.text.length },
    }
  );
}

function next(parser: Parser): Token {
  const token = peek(parser);
  parser.at++;
  return token;
}

function expect(parser: Parser, op: string): Token {
  const token = next(parser);
  return isOp(token, op) ? token : stop(token, `Expected \`${op}\` here.`);
}

function stop(token: Token, message: string): never {
  throw new Stop({ message, span: token.span });
}

function unexpected(token: Token): string {
  if (token.text === '=') return 'Comparisons are written `==`, `>=`, `>`, `<=` or `<`.';
  return token.kind === 'op'
    ? `\`${token.text}\` is not expected here.`
    : `An operator is missing before \`${token.text}\`. A name with spaces, hyphens or commas goes in backticks.`;
}

const isOp = (token: Token, text: string): boolean => token.kind === 'op' && token.text === text;

const isComparison = (text: string): text is ComparisonOp => ['>=', '>', '<=', '<', '=='].includes(text);

const numberOf = (text: string): number =>
  text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);

const join = (from: Span, to: Span): Span => ({ start: from.start, end: to.end });
