import { holds } from '../../python/flow/columns/columns';
import type { Column, ColumnChoice } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import type { Learning } from '../grounds/learnings';

/** Adds a column to the list of those that are dropped, wherever the model's features are made this way. */
export function dropMore(
  program: Program,
  { fit, holding }: Pick<Learning, 'fit' | 'holding'>,
  column: Column,
): SpanFix | undefined {
  if (column.name === undefined) return undefined;
  const others = fit.kind === 'fit' ? program.all('predict').filter(one => one.fit === fit) : [];
  const holdings = [holding, ...others.flatMap(one => one.columns.holding ?? [])];
  const same = holdings.filter(one => one === holding || sameColumn(one, column));
  const edits = new Map<string, SpanFix['edits'][number]>();
  for (const { chosen } of same) {
    const edit = chosen && oneMore(program, chosen, column.name);
    if (!edit) return undefined;
    edits.set(siteKey(edit.span), edit);
  }
  return { title: `Drop \`${column.name}\` too`, safe: true, edits: [...edits.values()] };
}

function sameColumn(holding: Learning['holding'], column: Column): boolean {
  return holds(holding, column) || (column.name !== undefined && holding.columns.has(column.name));
}

function oneMore(
  program: Program,
  { how, site, names }: ColumnChoice,
  name: string,
): { span: Site; newText: string } | undefined {
  if (how !== 'drop' || !names || site.module !== undefined || !isForFeatures(program, site, name))
    return undefined;
  const written = program.textOf(names);
  const value = written.replace(/^columns\s*=\s*/, '');
  const start = names.end - value.length;
  const quote = value.includes("'") ? "'" : '"';
  const text = `${quote}${name}${quote}`;
  if (/^\[[^[\]]*[^\s,[\]]\s*\]$/.test(value)) {
    const end = start + value.trimEnd().length - 1;
    return { span: { start: end, end }, newText: `, ${text}` };
  }
  if (!/^(["'])[^"'\\]*\1$/.test(value)) return undefined;
  return { span: { start, end: names.end }, newText: `[${value}, ${text}]` };
}

/**
 * Is the result a table for the features, and another than the one that the target is taken from? To drop a column from
 * a table that is still read would break the program.
 */
function isForFeatures(program: Program, site: Site, name: string): boolean {
  const call = program.textOf(site);
  if (/\binplace\b/.test(call)) return false;
  const before = program.textOf({ start: Math.max(0, site.start - 120), end: site.start });
  const assigned = /(?:^|\n)[ \t]*(\w+)[ \t]*=[ \t]*$/.exec(before)?.[1];
  const receiver = /^\w+/.exec(call)?.[0];
  if (!assigned || !receiver || assigned === receiver) return false;
  const text = program.textOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
  return !new RegExp(`\\b${assigned}\\s*(\\[\\s*["']${escaped(name)}["']|\\.${escaped(name)}\\b)`).test(text);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
