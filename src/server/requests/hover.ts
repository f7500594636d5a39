import type { Finding } from '../../base/finding';
import type { Range } from '../../base/place';
import { pageLink } from '../page-link';

export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

/** What the editor does not show by itself: the path of a finding, what its rule is about, and the way to its page. */
export async function hoverOver(
  findings: readonly Finding[],
  { commandLinks }: { readonly commandLinks: boolean },
): Promise<HoverText | undefined> {
  const [first] = findings;
  if (!first) return undefined;
  const texts = await Promise.all(findings.map(finding => findingText(finding, commandLinks)));
  const parts = texts.filter(text => text !== '');
  return parts.length === 0 ? undefined : { markdown: parts.join('\n\n---\n\n'), range: first.place.range };
}

async function findingText({ rule, path }: Finding, commandLinks: boolean): Promise<string> {
  // All pages are a great deal of text: it is read once somebody asks for one.
  const { firstParagraph, rulePage } = await import('../../project/rule-pages');
  const page = rulePage(rule);
  const link = pageLink(rule, commandLinks);
  const steps = path.map(({ place, note }) => `- ${whereText(place.cell, place.range)}: ${note}`);
  return [
    ...(page ? [`**${rule}** (${page.code}): ${firstParagraph(page.text)}`] : []),
    ...(steps.length > 0 ? [steps.join('\n')] : []),
    ...(link === undefined ? [] : [`[Why, and what to write instead](${link})`]),
  ].join('\n\n');
}

function whereText(cell: number | undefined, { start }: Range): string {
  return cell === undefined ? `line ${start.line + 1}` : `cell ${cell + 1}, line ${start.line + 1}`;
}
