import type { Span } from '../../base/place';
import type { Cursor } from '../cursor';
import { cursorAt } from '../cursor';
import type { Document } from '../document';
import { nodeAt } from '../outline/tree';
import type { Slot } from '../slots';
import { slotsAt, slotsOf } from '../slots';
import type { Surroundings } from '../surroundings';
import type { Completion, Draft, Offer } from './completion';
import { expressionOffers } from './expressions';
import type { NameOffer } from './names';
import { fieldOffers, mapOffers } from './names';
import { fileFilter, pathOffers } from './paths';
import { valueOffers } from './values';
import { written } from './written';

/** What may be written at an offset, the likeliest first. */
export async function complete(
  document: Document,
  offset: number,
  around: Surroundings,
): Promise<readonly Completion[]> {
  const cursor = cursorAt(document.text, document.root, offset);
  if (!cursor) return [];
  const slots = slotsAt(document, cursor.path);
  const at: At = { document, cursor, around, offset };
  const names = cursor.name ? await nameCompletions(at, slots) : [];
  const values = cursor.value ? await valueCompletions(at, slots) : [];
  return distinct([...names, ...values]).map(draft => {
    const { span, newText } = draft.edit;
    return { ...draft, edit: { range: document.lines.rangeOf(span), newText } };
  });
}

interface At {
  readonly document: Document;
  readonly cursor: Cursor;
  readonly around: Surroundings;
  readonly offset: number;
}

/** Of several alternatives of a type the first one that offers a text counts. */
function distinct(completions: readonly Draft[]): readonly Draft[] {
  return [...new Map([...completions].reverse().map(one => [one.label, one])).values()].reverse();
}

async function nameCompletions(at: At, slots: readonly Slot[]): Promise<readonly Draft[]> {
  const { document, cursor, around } = at;
  const used = usedNames(document, cursor);
  const offers: NameOffer[] = [];
  for (const slot of slots) {
    if (slot.type.kind === 'fields') offers.push(...fieldOffers(slot.type.table, used));
    offers.push(...(await mapOffers(slot, { document, path: cursor.path }, around)));
  }
  return offers.filter(({ text }) => !used.includes(text)).map(offer => nameCompletion(at, slots, offer));
}

/** The names that are in the mapping already, without the one that is being written. */
function usedNames({ root }: Document, { path, word }: Cursor): readonly string[] {
  const node = nodeAt(root, path);
  if (node?.kind !== 'mapping') return [];
  const isWritten = ({ start, end }: Span): boolean => start <= word.start && word.end <= end;
  return node.entries.filter(({ key }) => !isWritten(key)).map(({ name }) => name);
}

function nameCompletion({ document, cursor }: At, slots: readonly Slot[], offer: NameOffer): Draft {
  const name = written(offer.text, cursor);
  const closing = cursor.quote !== '' && document.text[cursor.word.end] !== cursor.quote ? cursor.quote : '';
  // In quotes the colon comes behind them, where the editor does not write.
  const isWhole = cursor.colon || (cursor.quote !== '' && closing === '');
  const behind = isWhole
    ? ''
    : `${closing}:${opens(slots, offer, cursor) ? below(document, cursor) : ' '}${cursor.comma ? ', ' : ''}`;
  return completionOf(offer, cursor.word, name + behind, !isWhole);
}

/** Does a value of this name stand below it, and never beside? */
function opens(slots: readonly Slot[], { field }: NameOffer, { flow }: Cursor): boolean {
  if (flow) return false;
  const types = field
    ? slotsOf(field.type)
    : slots.flatMap(({ type }) => (type.kind === 'map' ? slotsOf(type.of) : []));
  return (
    types.length > 0 &&
    types.every(({ type }) => type.kind === 'fields' || type.kind === 'map' || isListOfMappings(type))
  );
}

const isListOfMappings = (type: Slot['type']): boolean =>
  type.kind === 'list' && slotsOf(type.of).every(({ type: item }) => item.kind === 'fields');

const below = ({ eol, step }: Document, { column }: Cursor): string => `${eol}${' '.repeat(column + step)}`;

async function valueCompletions(at: At, slots: readonly Slot[]): Promise<readonly Draft[]> {
  const completions: Draft[] = [];
  for (const slot of slots) completions.push(...(await completionsOf(at, slot)));
  return completions;
}

async function completionsOf(at: At, slot: Slot): Promise<readonly Draft[]> {
  const { document, cursor, around } = at;
  if (slot.type.kind === 'text' && slot.type.format === 'expression') return inExpression(at);
  const offers = await valueOffers(slot, { document, path: cursor.path }, around);
  const values = offers.filter(({ text }) => !isUsed(at, text)).map(offer => valueCompletion(at, offer));
  return [...values, ...(isPath(slot) ? await inPath(at, slot) : [])];
}

/** In a list, what another item says already. */
function isUsed({ document, cursor }: At, text: string): boolean {
  const list = nodeAt(document.root, cursor.path.slice(0, -1));
  if (list?.kind !== 'list') return false;
  return list.items.some(
    item => item.kind === 'scalar' && item.text === text && item.span.end < cursor.word.start,
  );
}

function valueCompletion({ cursor }: At, offer: Offer): Draft {
  // What is YAML already is taken apart again where there are quotes.
  const isBare = offer.raw && cursor.quote === '';
  const text = offer.raw && !isBare ? offer.text.replace(/^"(.*)"$/, '$1') : offer.text;
  const value = isBare ? text : written(text, cursor);
  return completionOf(
    offer,
    cursor.word,
    `${cursor.gap ? ' ' : ''}${value}${cursor.comma ? ', ' : ''}`,
    false,
  );
}

function isPath({ type }: Slot): boolean {
  if (type.kind !== 'text') return false;
  const { format, names, refers } = type;
  return format === 'path' || format === 'data-path' || (names ?? refers) === 'lifecycle';
}

async function inPath(at: At, { type }: Slot): Promise<readonly Draft[]> {
  const { document, cursor, around, offset } = at;
  const typed = document.text.slice(cursor.word.start, offset);
  if (typed.includes('#')) return inSource(at, typed);
  const format = type.kind === 'text' ? type.format : undefined;
  const { kept, offers } = await pathOffers(typed, fileFilter(format, cursor.path), around);
  const prefix = typed.slice(0, kept);
  return offers.map(offer => {
    const whole = written(prefix + offer.text, cursor);
    // Where the whole needs quotes, the whole is written anew.
    const isSplit = cursor.quote === '' && whole !== prefix + offer.text;
    const span = { start: cursor.word.start + (isSplit ? 0 : kept), end: cursor.word.end };
    const newText = isSplit
      ? whole
      : written(offer.text, cursor.quote === '' ? { ...cursor, quote: '"' } : cursor);
    const completion = completionOf(
      offer,
      span,
      `${cursor.gap ? ' ' : ''}${newText}`,
      offer.kind === 'folder',
    );
    return isSplit ? { ...completion, filter: prefix + offer.text } : completion;
  });
}

/** `reports/kpi.csv#`: a column of the table, or a metric that the file reports. */
async function inSource({ cursor, around }: At, typed: string): Promise<readonly Draft[]> {
  const hash = typed.indexOf('#');
  const file = typed.slice(0, hash);
  const reported = (await around.reported())
    .filter(({ files }) => files.includes(file))
    .map(({ name }) => name);
  const columns = (await around.columns(file)).map(({ name }) => name);
  const span = { start: cursor.word.start + hash + 1, end: cursor.word.end };
  return [...new Set([...reported, ...columns])].map(text =>
    completionOf(
      { text, kind: 'column' },
      span,
      written(text, { ...cursor, quote: cursor.quote || '"' }),
      false,
    ),
  );
}

async function inExpression({ document, cursor, around, offset }: At): Promise<readonly Draft[]> {
  const { start, end } = cursor.word;
  const text = document.text.slice(start, end);
  const { span, offers } = await expressionOffers(text, offset - start, document, around);
  const at = { start: start + span.start, end: start + span.end };
  const isAlone = at.start === start && at.end === end;
  return offers.map(offer => {
    const isQuoted = cursor.quote !== '' || (isAlone && offer.text.startsWith('`'));
    const part =
      cursor.quote === '' && isQuoted ? `"${offer.text}"` : written(offer.text, { ...cursor, quote: '"' });
    return completionOf(offer, at, `${cursor.gap ? ' ' : ''}${part}`, /[=(]$/.test(offer.text));
  });
}

function completionOf(offer: Offer, span: Span, newText: string, goesOn: boolean): Draft {
  const { text, kind, detail, help } = offer;
  return {
    label: text,
    kind,
    edit: { span, newText },
    goesOn,
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(help !== undefined && { help }),
  };
}
