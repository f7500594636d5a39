/** Parameters of functions and lambdas, and type parameters. */
import type { Expr, Parameter, TypeParam } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { close, endsLine, elements } from './lists';
import type { Parser } from './parser';
import { accept, advance, expectName, nameText, problem } from './parser';

type Form = Parameter['form'];

/** Up to `closer`, which is consumed: `)` of a function, `:` of a lambda. Only functions have annotations. */
export function parameters(p: Parser, closer: Token.RParen | Token.Colon): readonly Parameter[] {
  const found: Parameter[] = [];
  const annotated = closer === Token.RParen;
  let form: Form = 'normal';
  while (p.token !== closer && !endsLine(p)) {
    const { index } = p;
    if (accept(p, Token.Slash)) makePositionalOnly(found);
    else if (p.token === Token.Star) {
      const rest = starParameter(p, annotated);
      if (rest) found.push(rest);
      form = 'keyword-only';
    } else if (p.token === Token.DoubleStar) found.push(doubleStarParameter(p, annotated));
    else if (p.token === Token.Name) found.push(parameter(p, form, annotated));
    else noParameter(p);
    if (p.token !== closer && !accept(p, Token.Comma)) problem(p, "Expected ',' here.");
    if (p.index === index) advance(p);
  }
  close(p, closer);
  return found;
}

/** `/` says so of everything before it. */
function makePositionalOnly(found: Parameter[]): void {
  found.forEach((parameter, index) => {
    if (parameter.form === 'normal') found[index] = { ...parameter, form: 'positional-only' };
  });
}

function starParameter(p: Parser, annotated: boolean): Parameter | undefined {
  const { start } = p;
  advance(p);
  if (p.token !== Token.Name) return undefined;
  const name = nameText(p);
  const annotation = annotated && accept(p, Token.Colon) ? starAnnotation(p) : undefined;
  return {
    kind: Kind.Parameter,
    start,
    end: p.lastEnd,
    name,
    form: 'var-positional',
    annotation,
    default: undefined,
  };
}

/** `*args: *Ts` */
function starAnnotation(p: Parser): Expr {
  const { start } = p;
  if (!accept(p, Token.Star)) return p.grammar.expression(p);
  const value = p.grammar.expression(p);
  return { kind: Kind.Starred, start, end: p.lastEnd, value };
}

function doubleStarParameter(p: Parser, annotated: boolean): Parameter {
  const { start } = p;
  advance(p);
  const { id: name } = expectName(p, 'the name of a parameter');
  const annotation = annotated && accept(p, Token.Colon) ? p.grammar.expression(p) : undefined;
  return {
    kind: Kind.Parameter,
    start,
    end: p.lastEnd,
    name,
    form: 'var-keyword',
    annotation,
    default: undefined,
  };
}

function parameter(p: Parser, form: Form, annotated: boolean): Parameter {
  const { start } = p;
  const name = nameText(p);
  const annotation = annotated && accept(p, Token.Colon) ? p.grammar.expression(p) : undefined;
  const value = accept(p, Token.Assign) ? p.grammar.expression(p) : undefined;
  return { kind: Kind.Parameter, start, end: p.lastEnd, name, form, annotation, default: value };
}

/** Python 2 could unpack a tuple here; nothing else begins with a bracket. */
function noParameter(p: Parser): void {
  problem(p, 'Expected the name of a parameter here.');
  if (p.token !== Token.LParen) return;
  advance(p);
  elements(p, Token.RParen, p.grammar.starNamedExpression);
}

/** `[T: bound = default, *Ts, **P]`, if there are any. */
export function typeParams(p: Parser): readonly TypeParam[] {
  return accept(p, Token.LBracket) ? elements(p, Token.RBracket, typeParam, beginsTypeParam) : [];
}

function beginsTypeParam({ token }: Parser): boolean {
  return token === Token.Name || token === Token.Star || token === Token.DoubleStar;
}

function typeParam(p: Parser): TypeParam {
  const { start } = p;
  const form = typeParamForm(p);
  const { id: name } = expectName(p, 'the name of a type parameter');
  const bound = accept(p, Token.Colon) ? p.grammar.expression(p) : undefined;
  const value = accept(p, Token.Assign) ? starAnnotation(p) : undefined;
  return { kind: Kind.TypeParam, start, end: p.lastEnd, name, form, bound, default: value };
}

function typeParamForm(p: Parser): TypeParam['form'] {
  if (accept(p, Token.Star)) return 'type-tuple';
  return accept(p, Token.DoubleStar) ? 'param-spec' : 'type';
}
