import { commandName } from '../contributes/commands';
import { rulePage } from '../project/rule-pages';

/** A link to a rule's page, which ships with Holdout: for clients that run commands, and for rules that have a page. */
export function pageLink(rule: string, commandLinks: boolean): string | undefined {
  const page = commandLinks ? rulePage(rule) : undefined;
  return page && `command:${commandName('explainRule')}?${encodeURIComponent(JSON.stringify(page.id))}`;
}
