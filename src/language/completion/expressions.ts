import type { Span } from '../../base/place';
import { FUNCTIONS, isFunctionName } from '../../manifest/expression/ast';
import { printMetric } from '../../manifest/expression/print';
import type { Document } from '../document';
import { tokensOf } from '../expression';
import type { ReportedMetric, Surroundings } from '../surroundings';
import type { Offer } from './completion';
import { metricOffers, splitOffers } from './values';

/** What an expression can go on with, and the part of its text that this replaces. */
export interface ExpressionOffers {
  readonly span: Span;
  readonly offers: readonly Offer[];
}

const NOTHING: ExpressionOffers = { span: { start: 0, end: 0 }, offers: [] };

/** `caret`: an offset into the expression's text. */
export async function expressionOffers(
  text: string,
  caret: number,
  document: Document,
  around: Surroundings,
): Promise<ExpressionOffers> {
  const span = wordAt(text, caret);
  const before = text.slice(0, span.start).trimEnd();
  const bracket = openBracket(before);
  if (bracket) return { span, offers: await qualifierOffers(before, bracket, document, around) };
  if (!takesOperand(before)) return NOTHING;
  return { span, offers: await operandOffers(document, around) };
}

/** The name that is being written, from its backtick on where it has one. */
function wordAt(text: string, caret: number): Span {
  const before = text.slice(0, caret);
  const quoted = /`[^`]*$/.exec((before.match(/`/g)?.length ?? 0) % 2 === 1 ? before : '');
  const start = quoted?.index ?? caret - (/[\p{L}_][\p{L}\p{N}_.@]*$/u.exec(before)?.[0].length ?? 0);
  const rest = quoted ? /^[^`\][]*`?/ : /^[\p{L}\p{N}_.@]*/u;
  return { start, end: caret + (rest.exec(text.slice(caret))?.[0].length ?? 0) };
}

/** Where a name or a function may stand: at the beginning, and behind an operator. */
function takesOperand(before: string): boolean {
  return before === '' || /[-+*/(,<>=]$/.test(before);
}

interface Bracket {
  /** The metric in front of it. */
  readonly metric: string;
  /** Of the qualifier whose value is being written. */
  readonly key: string | undefined;
}

function openBracket(before: string): Bracket | undefined {
  const tokens = tokensOf(before).filter(({ kind }) => kind !== 'end');
  const open = tokens.findLastIndex(({ kind, text }) => kind === 'op' && text === '[');
  const isClosed = tokens.slice(open).some(({ kind, text }) => kind === 'op' && text === ']');
  if (open < 0 || isClosed) return undefined;
  const [last, key] = [tokens.at(-1), tokens.at(-2)];
  const isValue = last?.kind === 'op' && last.text === '=';
  return { metric: tokens[open - 1]?.text ?? '', key: isValue ? key?.text : undefined };
}

async function operandOffers(document: Document, around: Surroundings): Promise<readonly Offer[]> {
  const declared = metricOffers(document, around);
  const reported = await around.reported();
  const names = new Set(declared.map(({ text }) => text));
  const metrics = [...declared, ...reported.filter(({ name }) => !names.has(name)).map(reportedOffer)].map(
    offer => ({ ...offer, text: printMetric({ name: offer.text, qualifiers: [] }) }),
  );
  const functions = Object.keys(FUNCTIONS).map((text): Offer => ({
    text: `${text}(`,
    kind: 'function',
    ...(isFunctionName(text) && { help: FUNCTION_HELP[text] }),
  }));
  return [...metrics, ...functions];
}

function reportedOffer({ name, splits }: ReportedMetric): Offer {
  return {
    text: name,
    kind: 'metric',
    detail: splits.length > 0 ? `reported on ${splits.join(', ')}` : 'reported',
  };
}

export const FUNCTION_HELP = {
  abs: '`abs(x)`: the distance of a value from zero.',
  min: '`min(a, b, …)`: the smallest of several values.',
  max: '`max(a, b, …)`: the largest of several values.',
} as const satisfies Record<keyof typeof FUNCTIONS, string>;

async function qualifierOffers(
  before: string,
  { metric, key }: Bracket,
  document: Document,
  around: Surroundings,
): Promise<readonly Offer[]> {
  const reported = (await around.reported()).filter(({ name }) => name === metric);
  const known = reported.length > 0 ? reported : await around.reported();
  if (key === 'split') return splitOffers(document, around);
  if (key === 'run')
    return distinct(
      known.flatMap(({ runs }) => runs),
      'value',
    );
  if (key !== undefined) {
    const column = key.replace(/^slice\./, '');
    return distinct(
      known.flatMap(({ slices }) => slices[column] ?? []),
      'value',
    );
  }
  if (!/[[,]$/.test(before)) return [];
  const columns = distinct(
    known.flatMap(({ slices }) => Object.keys(slices).map(column => `slice.${column}=`)),
    'name',
  );
  return [...['split=', 'run='].map((text): Offer => ({ text, kind: 'name' })), ...columns];
}

function distinct(texts: readonly string[], kind: Offer['kind']): readonly Offer[] {
  return [...new Set(texts)].map(text => ({ text, kind }));
}
