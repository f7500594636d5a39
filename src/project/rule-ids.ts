import { RULES } from '../rules/registry';

/** The names that manifests and lifecycles may use for rules. */
export const RULE_IDS: readonly string[] = RULES.map(({ id }) => id);
