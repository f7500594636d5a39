import type { Span } from '../base/place';
import { isFunctionName } from '../manifest/expression/ast';
import type { Token } from '../manifest/expression/lex';
import { lex } from '../manifest/expression/lex';

/** What a word of an expression is; spans are offsets into its text. */
export type Part =
  | { readonly kind: 'metric' | 'function' | 'qualifier'; readonly text: string; readonly span: Span }
  | { readonly kind: 'value'; readonly key: string; readonly text: string; readonly span: Span };

/** The words of an expression, in order; of one that is broken, those before the place where it breaks. */
export function partsOf(text: string): readonly Part[] {
  const tokens = tokensOf(text);
  const parts: Part[] = [];
  let key: string | undefined;
  let depth = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (isOp(token, '[')) depth++;
    else if (isOp(token, ']')) depth = Math.max(0, depth - 1);
    if (isOp(token, ']') || isOp(token, ',')) key = undefined;
    if (token.kind === 'op' || token.kind === 'end') return;
    const { span, text: word } = token;
    if (depth > 0 && key === undefined) {
      if (isOp(next, '=')) key = word;
      parts.push({ kind: 'qualifier', text: word, span });
    } else if (depth > 0 && key !== undefined) parts.push({ kind: 'value', key, text: word, span });
    else if (token.kind === 'name' && isOp(next, '(') && isFunctionName(word))
      parts.push({ kind: 'function', text: word, span });
    else if (token.kind !== 'number') parts.push({ kind: 'metric', text: word, span });
  });
  return parts;
}

export function tokensOf(text: string): readonly Token[] {
  const tokens = lex(text);
  if (tokens.ok) return tokens.value;
  const before = lex(text.slice(0, tokens.failure.span.start));
  return before.ok ? before.value : [];
}

const isOp = (token: Token | undefined, text: string): boolean => token?.kind === 'op' && token.text === text;
