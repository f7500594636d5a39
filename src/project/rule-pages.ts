import { renderManifestDoc } from '../manifest/doc';
import { RULE_PAGES } from '../rules/generated/pages';
import { ruleNamed } from './rule-ids';

/** A page of the documentation. All of them are a great deal of text: hosts load this module when one is asked for. */
export interface RulePage {
  readonly id: string;
  readonly code: string;
  /** Markdown. */
  readonly text: string;
}

export function manifestPage(): string {
  return renderManifestDoc();
}

/** A rule's page, by the rule's id or its code. */
export function rulePage(name: string): RulePage | undefined {
  const rule = ruleNamed(name);
  return rule && { id: rule.id, code: rule.code, text: RULE_PAGES[rule.id] ?? '' };
}

/** The text below a page's title, up to the first empty line. */
export function firstParagraph(page: string): string {
  const paragraphs = page.split(/\n\s*\n/).map(text => text.trim());
  return paragraphs.find(text => text !== '' && !text.startsWith('#')) ?? '';
}
