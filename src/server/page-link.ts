import { commandName } from '../contributes/commands';
import { MANIFEST_PAGE, ruleNamed } from '../project/rule-ids';

/** A link to a rule's page, which ships with Holdout: for clients that run commands, and for rules that have a page. */
export function pageLink(rule: string, commandLinks: boolean): string | undefined {
  const page = commandLinks ? ruleNamed(rule) : undefined;
  return page && linkTo(page.id);
}

/** A link to the page of all fields of a manifest. */
export function manifestLink(commandLinks: boolean): string | undefined {
  return commandLinks ? linkTo(MANIFEST_PAGE) : undefined;
}

const linkTo = (page: string): string =>
  `command:${commandName('explainRule')}?${encodeURIComponent(JSON.stringify(page))}`;
