import { renderManifestDoc } from '../manifest/doc';
import { RULE_PAGES } from '../rules/generated/pages';
import { RULES } from '../rules/registry';

export interface RulePage {
  readonly id: string;
  readonly code: string;
  /** Markdown. */
  readonly text: string;
}

/** The page that is about no rule, but about all fields of a manifest. */
export const MANIFEST_PAGE = 'manifest';

export function manifestPage(): string {
  return renderManifestDoc();
}

/** A rule's page, by the rule's id or its code. */
export function rulePage(name: string): RulePage | undefined {
  const rule = RULES.find(({ id, code }) => id === name || code.toLowerCase() === name.toLowerCase());
  return rule && { id: rule.id, code: rule.code, text: RULE_PAGES[rule.id] ?? '' };
}

/** Ids of all rules, in the order of their codes. */
export function ruleIds(): string[] {
  return RULES.map(({ id }) => id);
}

/** The text below a page's title, up to the first empty line. */
export function firstParagraph(page: string): string {
  const paragraphs = page.split(/\n\s*\n/).map(text => text.trim());
  return paragraphs.find(text => text !== '' && !text.startsWith('#')) ?? '';
}
