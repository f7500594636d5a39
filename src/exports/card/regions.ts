import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';

/** What Holdout writes in a card and writes again: between these marks. Everything else is the user's. */
export interface Region {
  readonly id: string;
  readonly lines: readonly string[];
}

const HTML = { open: '<!-- holdout:begin ', close: '<!-- holdout:end ', tail: ' -->' };
const YAML = { open: '# holdout:begin ', close: '# holdout:end ', tail: '' };

/** A region with its marks: comments of HTML, in front matter those of YAML. */
export function regionText({ id, lines }: Region, style: 'html' | 'yaml'): string {
  const { open, close, tail } = style === 'yaml' ? YAML : HTML;
  return [`${open}${id}${tail}`, ...lines, `${close}${id}${tail}`].join('\n');
}

/** The ids of the regions of a text, in order; the failure is a sentence on marks that do not pair. */
export function regionsIn(text: string): Result<readonly string[], string> {
  const ids: string[] = [];
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const mark = markIn(line);
    if (!mark) continue;
    const { isBegin, id } = mark;
    if (isBegin ? open !== undefined : open !== id) return fail(unpaired(open ?? id));
    if (isBegin) ids.push(id);
    open = isBegin ? id : undefined;
  }
  return open === undefined ? ok(ids) : fail(unpaired(open));
}

/** The same text with other lines in its regions; those that nothing is given for stay. The marks of `text` pair. */
export function rewritten(text: string, regions: readonly Region[]): string {
  const kept: string[] = [];
  let inside: Region | undefined;
  for (const line of text.split('\n')) {
    const mark = markIn(line);
    if (mark && !mark.isBegin) inside = undefined;
    if (!inside) kept.push(line);
    if (!mark?.isBegin) continue;
    inside = regions.find(({ id }) => id === mark.id);
    kept.push(...(inside?.lines ?? []));
  }
  return kept.join('\n');
}

function markIn(line: string): { readonly isBegin: boolean; readonly id: string } | undefined {
  const [, word, id] = /^\s*(?:<!--|#)\s*holdout:(begin|end)\s+([\w-]+)\s*(?:-->)?\s*$/.exec(line) ?? [];
  return id === undefined ? undefined : { isBegin: word === 'begin', id };
}

function unpaired(id: string): string {
  return `The marks \`holdout:begin ${id}\` and \`holdout:end ${id}\` of the card do not pair, so that it cannot be told what may be rewritten. Put back the missing one, or remove the other.`;
}
