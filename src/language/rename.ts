import type { Place, Range, Span } from '../base/place';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { printMetric } from '../manifest/expression/print';
import { written } from './completion/written';
import type { Document } from './document';
import type { Mention } from './mentions';
import { declaredIn, mentionAt, mentionsIn } from './mentions';
import type { Family } from './navigate';
import type { Quote } from './outline/tree';

export interface Renaming {
  readonly place: Place;
  readonly newText: string;
}

/** The name that would be changed, or why it cannot be. */
export function prepareRename(
  document: Document,
  offset: number,
  family: Family,
): Result<{ readonly range: Range; readonly name: string }, string> {
  const mention = mentionAt(document, offset);
  if (mention?.subject.kind !== 'metric') return fail('Only metrics of the manifest can be renamed here.');
  const { name } = mention.subject;
  if (!isDeclared(name, family)) {
    return fail(`\`${name}\` is a name of the runs, not of the manifest: rename it where it is written.`);
  }
  // In backticks the name is what stands between them.
  const ticks = document.text[mention.span.start] === '`' ? 1 : 0;
  const span = { start: mention.span.start + ticks, end: mention.span.end - ticks };
  return ok({ range: document.lines.rangeOf(span), name });
}

/** The edits that give a metric another name wherever the manifest and its lifecycle mention it. */
export function rename(
  document: Document,
  offset: number,
  newName: string,
  family: Family,
): Result<readonly Renaming[], string> {
  const prepared = prepareRename(document, offset, family);
  if (!prepared.ok) return prepared;
  const { name } = prepared.value;
  const wanted = newName.trim();
  if (wanted === '' || /[`\r\n]/.test(wanted))
    return fail('A metric needs a name of one line, without backticks.');
  if (wanted !== name && isDeclared(wanted, family)) return fail(`There is a metric \`${wanted}\` already.`);
  return ok(family.documents.flatMap(one => renamedIn(one, name, wanted)));
}

function isDeclared(name: string, { documents }: Family): boolean {
  return documents.some(document => declaredIn(document, 'metric').includes(name));
}

/** One edit for each name and scalar: a text may mention the metric several times. */
function renamedIn(document: Document, name: string, newName: string): readonly Renaming[] {
  const mentions = mentionsIn(document).filter(
    ({ subject }) => subject.kind === 'metric' && subject.name === name,
  );
  const wholes = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const same = wholes.get(mention.whole.start);
    if (same) same.push(mention);
    else wholes.set(mention.whole.start, [mention]);
  }
  return [...wholes.values()].map(same => renamedWhole(document, same, newName));
}

function renamedWhole(
  { file, text, lines }: Document,
  mentions: readonly Mention[],
  newName: string,
): Renaming {
  const whole = mentions[0]?.whole ?? { start: 0, end: 0 };
  const first = text.charAt(whole.start);
  const quote: Quote = first === '"' || first === "'" ? first : '';
  const content = quote === '' ? whole : { start: whole.start + 1, end: whole.end - 1 };
  const renamed = replaced(text, content, mentions, newName);
  // Escapes are none of an expression's: there is nothing in it to be escaped anew.
  const isName = mentions.every(({ form }) => form !== 'expression');
  const newText = quote === '' || isName ? written(renamed, { quote, flow: true }) : renamed;
  return { place: { file, range: lines.rangeOf(content) }, newText };
}

function replaced(text: string, content: Span, mentions: readonly Mention[], newName: string): string {
  let result = '';
  let at = content.start;
  for (const { span, form } of mentions) {
    const name = form === 'expression' ? printMetric({ name: newName, qualifiers: [] }) : newName;
    result += text.slice(at, span.start) + name;
    at = span.end;
  }
  return result + text.slice(at, content.end);
}
