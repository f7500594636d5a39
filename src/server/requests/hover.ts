import type { Finding } from '../../base/finding';
import type { Range } from '../../base/place';
import { firstParagraph, rulePage } from '../../project/rule-pages';
import { pageLink } from '../page-link';

export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

/** What the editor does not show by itself: the path of a finding, what its rule is about, and the way to its page. */
export function hoverOver(
  findings: readonly Finding[],
  { commandLinks }: { readonly commandLinks: boolean },
): HoverText | undefined {
  const [first] = findings;
  if (!first) return undefined;
  const parts = findings.map(finding => findingText(finding, commandLinks)).filter(text => text !== '');
  return parts.length === 0 ? undefined : { markdown: parts.join('\n\n---\n\n'), range: first.place.range };
}

function findingText({ rule, path }: Finding, commandLinks: boolean): string {
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
