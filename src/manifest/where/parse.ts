import type { Span } from '../../base/place';
import { didYouMean, nearest } from '../../base/nearest';
import { fail, ok } from '../../base/result';
import type { Result } from '../../base/result';
import { ATTRIBUTES, SIGNS } from './ast';
import type { Comparison, Condition, Sign, Subject, Where } from './ast';
import { tokensOf } from './lex';
import type { Token } from './lex';

export interface WhereFailure {
  readonly message: string;
  readonly span: Span;
}

/** Reads a condition on runs; the failure says what was expected, and where. */
export function parseWhere(text: string): Result<Where, WhereFailure> {
  const cursor = cursorOn(tokensOf(text), text.length);
  const conditions: Condition[] = [];
  for (;;) {
    const condition = parseCondition(cursor);
    if (!condition.ok) return condition;
    conditions.push(condition.value);
    const next = cursor.take();
    if (!next) return ok(conditions);
    if (!isWord(next, 'and')) return fail(joinFailure(next));
  }
}

function joinFailure(token: Token): WhereFailure {
  const message = isWord(token, 'or')
    ? 'Conditions are joined by `and` only, as in MLflow: `or` is not there.'
    : `Expected \`and\` or the end, not \`${token.text}\`.`;
  return { message, span: token };
}

interface Cursor {
  peek(): Token | undefined;
  take(): Token | undefined;
  /** The failure at what comes next. */
  fails(message: string): { readonly ok: false; readonly failure: WhereFailure };
}

function cursorOn(tokens: readonly Token[], length: number): Cursor {
  let at = 0;
  return {
    peek: () => tokens[at],
    take: () => tokens[at++],
    fails: message => fail({ message, span: tokens[at] ?? { start: Math.max(0, length - 1), end: length } }),
  };
}

function parseCondition(cursor: Cursor): Result<Condition, WhereFailure> {
  const token = cursor.peek();
  if (token?.kind !== 'word') {
    return cursor.fails("Expected a name such as metrics.rmse, as in tags.stage = 'candidate'.");
  }
  const of = subjectOf(token.text);
  if (!of.ok) return cursor.fails(of.failure);
  cursor.take();
  const is = parseComparison(cursor, of.value);
  return is.ok ? ok({ of: of.value, is: is.value }) : is;
}

const ENTITIES: Readonly<Record<string, Subject['entity']>> = {
  metric: 'metric',
  metrics: 'metric',
  param: 'param',
  params: 'param',
  parameter: 'param',
  parameters: 'param',
  tag: 'tag',
  tags: 'tag',
  attribute: 'attribute',
  attributes: 'attribute',
  attr: 'attribute',
  run: 'attribute',
};

/** `tags.stage`, or the bare name of an attribute. */
function subjectOf(text: string): Result<Subject, string> {
  const dot = text.indexOf('.');
  const entity = dot < 0 ? 'attribute' : ENTITIES[text.slice(0, dot).toLowerCase()];
  const key = text.slice(dot + 1).replace(/^[`"]|[`"]$/g, '');
  if (entity === undefined) {
    return fail(
      `\`${text.slice(0, dot)}\` is not known here; expected metrics, params, tags or attributes, as in tags.stage.`,
    );
  }
  if (entity !== 'attribute' || (ATTRIBUTES as readonly string[]).includes(key)) return ok({ entity, key });
  const hint = didYouMean(nearest(key, ATTRIBUTES));
  return fail(`A run has no attribute \`${key}\`; it has ${ATTRIBUTES.join(', ')}.${hint}`);
}

function parseComparison(cursor: Cursor, of: Subject): Result<Comparison, WhereFailure> {
  const token = cursor.peek();
  if (token?.kind === 'sign') return parseSign(cursor, of, token.text as Sign);
  if (isWord(token, 'like') || isWord(token, 'ilike')) return parseLike(cursor, isWord(token, 'ilike'));
  if (isWord(token, 'in')) return parseIn(cursor, false);
  if (isWord(token, 'not')) {
    cursor.take();
    return isWord(cursor.peek(), 'in') ? parseIn(cursor, true) : cursor.fails('Expected `in` after `not`.');
  }
  if (isWord(token, 'is')) return parseNull(cursor);
  return cursor.fails(`Expected a comparison: ${SIGNS.join(', ')}, LIKE, ILIKE, IN or IS NULL.`);
}

function parseSign(cursor: Cursor, of: Subject, sign: Sign): Result<Comparison, WhereFailure> {
  cursor.take();
  const token = cursor.peek();
  const numeric = of.entity === 'metric' || of.key === 'start_time' || of.key === 'end_time';
  if (numeric) {
    if (token?.kind !== 'number') return cursor.fails('Expected a number here.');
    cursor.take();
    return ok({ op: 'number', sign, value: Number(token.text) });
  }
  if (sign !== '=' && sign !== '!=')
    return cursor.fails('Text is compared by = and != only, and by LIKE, ILIKE and IN.');
  if (token?.kind !== 'text') return cursor.fails("Expected a text in quotes, as in 'candidate'.");
  cursor.take();
  return ok({ op: 'text', sign, value: token.text });
}

function parseLike(cursor: Cursor, ignoreCase: boolean): Result<Comparison, WhereFailure> {
  cursor.take();
  const token = cursor.peek();
  if (token?.kind !== 'text') return cursor.fails("Expected a pattern in quotes, as in 'cand%'.");
  cursor.take();
  return ok({ op: 'like', pattern: token.text, ignoreCase });
}

function parseIn(cursor: Cursor, negated: boolean): Result<Comparison, WhereFailure> {
  cursor.take();
  if (cursor.peek()?.text !== '(') return cursor.fails("Expected a list, as in ('a', 'b').");
  const values: string[] = [];
  do {
    cursor.take();
    const token = cursor.peek();
    if (token?.kind !== 'text') return cursor.fails("Expected a text in quotes, as in ('a', 'b').");
    values.push(token.text);
    cursor.take();
  } while (cursor.peek()?.text === ',');
  if (cursor.peek()?.text !== ')') return cursor.fails('Expected `)` at the end of the list.');
  cursor.take();
  return ok({ op: 'in', values, negated });
}

function parseNull(cursor: Cursor): Result<Comparison, WhereFailure> {
  cursor.take();
  const negated = isWord(cursor.peek(), 'not');
  if (negated) cursor.take();
  if (!isWord(cursor.peek(), 'null')) return cursor.fails('Expected IS NULL or IS NOT NULL.');
  cursor.take();
  return ok({ op: 'null', negated });
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}
