import type { Rule } from '../rules/contract';
import { RULES } from '../rules/registry';

/** The names that manifests and lifecycles may use for rules. */
export const RULE_IDS: readonly string[] = RULES.map(({ id }) => id);

/** The page that is about no rule, but about all fields of a manifest. */
export const MANIFEST_PAGE = 'manifest';

/** By its id or its code. */
export function ruleNamed(name: string): Pick<Rule, 'id' | 'code'> | undefined {
  return RULES.find(({ id, code }) => id === name || code.toLowerCase() === name.toLowerCase());
}
