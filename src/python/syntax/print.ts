import type { Module } from './ast';
import { Kind } from './kind';

/**
 * The tree as text: one line a node with its span and plain fields, its children indented below. The same tree always
 * gives the same text.
 */
export function printTree(module: Module): string {
  const lines: string[] = [];
  printNode(lines, { ...module }, '', '');
  return lines.join('\n') + '\n';
}

type Fields = Readonly<Record<string, unknown>>;

function printNode(lines: string[], node: Fields, indent: string, label: string): void {
  const { kind, start, end, ...fields } = node;
  const name = typeof kind === 'number' ? `${KIND_NAMES[kind as Kind]} ${String(start)}-${String(end)}` : '';
  const plain = Object.entries(fields).filter(([, value]) => isPlain(value));
  const head = [
    label && `${label}:`,
    name,
    ...plain.map(([key, value]) => `${key}=${JSON.stringify(value)}`),
  ];
  lines.push(indent + head.filter(part => part !== '').join(' '));
  for (const [key, value] of Object.entries(fields)) {
    if (!isPlain(value)) printField(lines, value, `${indent}  `, key);
  }
}

function printField(lines: string[], value: unknown, indent: string, label: string): void {
  if (Array.isArray(value)) for (const item of value) printField(lines, item, indent, label);
  else if (isSpan(value)) lines.push(`${indent}${label}: ${value.start}-${value.end}`);
  else if (isFields(value)) printNode(lines, value, indent, label);
  else if (value !== undefined) lines.push(`${indent}${label}: ${JSON.stringify(value)}`);
}

/** Fits on its node's own line; lists do not, even empty ones, which are nothing to print. */
function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** A span that is no node, as that of an attribute's name. */
function isSpan(value: unknown): value is { readonly start: number; readonly end: number } {
  return isFields(value) && !('kind' in value) && 'start' in value && 'end' in value;
}

/** Kinds are inlined integers; these are the words for them. */
export const KIND_NAMES = {
  [Kind.Module]: 'Module',
  [Kind.FunctionDef]: 'FunctionDef',
  [Kind.ClassDef]: 'ClassDef',
  [Kind.Return]: 'Return',
  [Kind.Delete]: 'Delete',
  [Kind.Assign]: 'Assign',
  [Kind.AugAssign]: 'AugAssign',
  [Kind.AnnAssign]: 'AnnAssign',
  [Kind.TypeAlias]: 'TypeAlias',
  [Kind.For]: 'For',
  [Kind.While]: 'While',
  [Kind.If]: 'If',
  [Kind.With]: 'With',
  [Kind.Match]: 'Match',
  [Kind.Raise]: 'Raise',
  [Kind.Try]: 'Try',
  [Kind.Assert]: 'Assert',
  [Kind.Import]: 'Import',
  [Kind.ImportFrom]: 'ImportFrom',
  [Kind.Global]: 'Global',
  [Kind.Nonlocal]: 'Nonlocal',
  [Kind.ExprStmt]: 'ExprStmt',
  [Kind.Pass]: 'Pass',
  [Kind.Break]: 'Break',
  [Kind.Continue]: 'Continue',
  [Kind.Print2]: 'Print2',
  [Kind.Exec2]: 'Exec2',
  [Kind.Magic]: 'Magic',
  [Kind.Shell]: 'Shell',
  [Kind.Help]: 'Help',
  [Kind.BadStatement]: 'BadStatement',
  [Kind.Name]: 'Name',
  [Kind.Constant]: 'Constant',
  [Kind.JoinedStr]: 'JoinedStr',
  [Kind.TemplateStr]: 'TemplateStr',
  [Kind.FormattedValue]: 'FormattedValue',
  [Kind.List]: 'List',
  [Kind.Tuple]: 'Tuple',
  [Kind.Set]: 'Set',
  [Kind.Dict]: 'Dict',
  [Kind.Comprehension]: 'Comprehension',
  [Kind.Lambda]: 'Lambda',
  [Kind.IfExp]: 'IfExp',
  [Kind.NamedExpr]: 'NamedExpr',
  [Kind.BoolOp]: 'BoolOp',
  [Kind.BinOp]: 'BinOp',
  [Kind.UnaryOp]: 'UnaryOp',
  [Kind.Compare]: 'Compare',
  [Kind.Call]: 'Call',
  [Kind.Attribute]: 'Attribute',
  [Kind.Subscript]: 'Subscript',
  [Kind.Slice]: 'Slice',
  [Kind.Starred]: 'Starred',
  [Kind.Await]: 'Await',
  [Kind.Yield]: 'Yield',
  [Kind.YieldFrom]: 'YieldFrom',
  [Kind.Escape]: 'Escape',
  [Kind.BadExpression]: 'BadExpression',
  [Kind.Argument]: 'Argument',
  [Kind.Keyword]: 'Keyword',
  [Kind.Parameter]: 'Parameter',
  [Kind.Alias]: 'Alias',
  [Kind.ExceptHandler]: 'ExceptHandler',
  [Kind.WithItem]: 'WithItem',
  [Kind.MatchCase]: 'MatchCase',
  [Kind.For_In]: 'ForIn',
  [Kind.MatchValue]: 'MatchValue',
  [Kind.MatchSequence]: 'MatchSequence',
  [Kind.MatchMapping]: 'MatchMapping',
  [Kind.MatchClass]: 'MatchClass',
  [Kind.MatchStar]: 'MatchStar',
  [Kind.MatchAs]: 'MatchAs',
  [Kind.MatchOr]: 'MatchOr',
  [Kind.TypeParam]: 'TypeParam',
} as const satisfies Record<Kind, string>;
