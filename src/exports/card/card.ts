import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { ReportView } from '../../reports/view';
import { escapeMarkdown } from '../markdown/text';
import type { CardFacts } from './facts';
import { factRegions } from './fact-regions';
import { modelIndex } from './front-matter';
import type { Region } from './regions';
import { regionText, regionsIn, rewritten } from './regions';
import { doubtLines, resultLines } from './results';
import { cardBody } from './template';

const INDEX = 'model-index';

/** What a card is made of. */
export interface CardSources {
  readonly view: ReportView;
  readonly facts: CardFacts;
  /** The folder that paths are told from. */
  readonly root: string;
}

/** A new model card in the layout of Hugging Face. */
export function newCard(sources: CardSources): string {
  const regions = regionsOf(sources);
  const text = (id: string): string | undefined => {
    const region = regions.find(one => one.id === id);
    return region && regionText(region, id === INDEX ? 'yaml' : 'html');
  };
  const body = cardBody(escapeMarkdown(sources.view.project.name), text);
  const index = text(INDEX);
  return `${index === undefined ? '' : `---\n${index}\n---\n\n`}${body}\n`;
}

/**
 * An existing card with what Holdout wrote in it written again. A card that it never wrote in gets the results at its end and, unless
 * it has one, the `model-index`. Line endings stay. The failure is a sentence.
 */
export function renewedCard(before: string, sources: CardSources): Result<string, string> {
  const isWindows = before.includes('\r\n');
  const text = before.replaceAll('\r\n', '\n');
  const known = regionsIn(text);
  if (!known.ok) return fail(known.failure);
  const regions = regionsOf(sources);
  const renewed = known.value.length > 0 ? rewritten(text, regions) : withResults(text, regions);
  return ok(isWindows ? renewed.replaceAll('\n', '\r\n') : renewed);
}

function regionsOf({ view, facts, root }: CardSources): readonly Region[] {
  const index = modelIndex(view, facts, root);
  const doubts = doubtLines(view);
  return [
    ...(index.length > 0 ? [{ id: INDEX, lines: index }] : []),
    ...factRegions(facts),
    { id: 'results', lines: ['', ...resultLines(view, root), ''] },
    ...(doubts.length > 0 ? [{ id: 'summary', lines: ['', ...doubts, ''] }] : []),
  ];
}

function withResults(text: string, regions: readonly Region[]): string {
  const results = regions.find(({ id }) => id === 'results');
  const index = regions.find(({ id }) => id === INDEX);
  const body = results
    ? `${text.trimEnd()}\n\n## Evaluation\n\n### Results\n\n${regionText(results, 'html')}\n`
    : text;
  return index ? withIndex(body.trimStart(), regionText(index, 'yaml')) : body;
}

/** Into the front matter, or with one of its own; a `model-index` that somebody wrote stays theirs. */
function withIndex(text: string, index: string): string {
  const matter = /^\uFEFF?---[ \t]*\n([^]*?\n)?---[ \t]*(?=\n|$)/.exec(text);
  if (!matter) return `---\n${index}\n---\n\n${text.replace(/^\uFEFF/, '')}`;
  if (/^model-index[ \t]*:/m.test(matter[1] ?? '')) return text;
  const end = matter[0].lastIndexOf('---');
  return `${text.slice(0, end)}${index}\n${text.slice(end)}`;
}
