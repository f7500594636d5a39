import type { Span } from '../../base/place';
import type { ParseResult } from './ast';
import { Kind } from './ast';
import { lex } from './lexer/lex';
import {
  bitwiseOr,
  disjunction,
  expression,
  namedExpression,
  starNamedExpression,
  targets,
  yieldOrStarExpressions,
} from './parser/expressions';
import type { Grammar } from './parser/parser';
import { newParser } from './parser/parser';
import { asPython2 } from './parser/python2';
import { block, moduleBody, statement } from './parser/statements';

const GRAMMAR: Grammar = {
  expression,
  namedExpression,
  starNamedExpression,
  yieldOrStarExpressions,
  disjunction,
  bitwiseOr,
  targets,
  statement,
  block,
};

export interface ParseOptions {
  /** IPython's lines are part of the language. */
  readonly notebook?: boolean;
  /** Stretches of the text that stand alone, in order: nothing left open in one reaches the next. */
  readonly cells?: readonly Span[];
  /** Where to begin: at a cell, or at a line with which a statement of the module's level begins. */
  readonly from?: number;
  /** Where to end: at another of these. */
  readonly to?: number;
}

/**
 * Parses a module: Python 3.8 to 3.14, the statements of Python 2 and of IPython. Never throws: what is wrong with the
 * text is in `problems`, and every statement that can be made out is in the tree.
 */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const notebook = options.notebook ?? false;
  const { cells = [{ start: 0, end: text.length }], from = 0, to = text.length } = options;
  const { tokens, comments, problems, broken } = lex(text, cells, notebook, { from, to });
  const lexical = problems.sort(inOrder);
  const parser = newParser(text, tokens, { notebook, grammar: GRAMMAR, lexical, comments });
  const body = moduleBody(parser);
  if (parser.python2) resolvePython2(parser);
  return {
    module: { kind: Kind.Module, start: 0, end: text.length, body },
    problems: [...lexical, ...parser.problems].sort(inOrder),
    comments,
    contextual: parser.python2 || parser.ambiguous.length > 0,
    // Further down may stand what ends a bracket after all.
    open: to < text.length && (broken.size > 0 || lexical.length > 0),
  };
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start;
}

function resolvePython2({ ambiguous }: Pick<ReturnType<typeof newParser>, 'ambiguous'>): void {
  for (const handlers of ambiguous)
    handlers.forEach((handler, index) => (handlers[index] = asPython2(handler)));
}
