import type { Field } from '../../manifest/schema/types';
import type { Document } from '../document';
import { isNothing } from '../outline/tree';
import type { Slot } from '../slots';
import type { Found } from './remove';

/** Text that is put in somewhere. */
export interface Insertion {
  readonly name: string;
  readonly at: number;
  readonly newText: string;
}

/** The required fields that a mapping lacks, each before its first name; or behind its own name where only the value lacks. */
export function missingIn(
  { text, eol }: Document,
  { node }: Found,
  slots: readonly Slot[],
): readonly Insertion[] {
  const table = slots.find(({ type }) => type.kind === 'fields')?.type;
  const first = node.entries[0];
  if (table?.kind !== 'fields' || !first) return [];
  const flow = node.style !== 'block';
  const column = first.key.start - (text.lastIndexOf('\n', first.key.start - 1) + 1);
  const parting = flow ? ', ' : `${eol}${' '.repeat(column)}`;
  return Object.entries(table.table).flatMap(([name, field]): Insertion[] => {
    const entry = node.entries.find(one => one.name === name);
    const value = field.required ? placeholder(field) : undefined;
    if (value === undefined || (entry && !isNothing(entry.value))) return [];
    if (!entry) return [{ name, at: first.key.start, newText: `${name}: ${value}${parting}` }];
    return entry.colon === undefined ? [] : [{ name, at: entry.colon + 1, newText: ` ${value}` }];
  });
}

/** What can be written for somebody: what has no other value, or says of itself that it is to be done. A date has neither. */
function placeholder({ type, examples }: Field): string | undefined {
  if (type.kind === 'number' && type.integer === true) return examples?.[0];
  const texts = type.kind === 'either' ? type.of.filter(option => option.kind === 'text') : [type];
  const text = texts.find(option => option.kind === 'text');
  if (text?.kind !== 'text') return undefined;
  if (text.names === 'lifecycle') return examples?.[0];
  const isFree = text.values === undefined && (text.format === undefined || text.format.endsWith('path'));
  return isFree ? 'TODO' : undefined;
}
