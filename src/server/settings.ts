import type { Severity } from '../base/finding';
import { SEVERITIES } from '../base/finding';
import type { RuleSeverities } from '../project/lint-settings';

/** The user's settings, as far as the server heeds them. */
export interface Settings {
  readonly lint: boolean;
  /** Outcomes are shown above stages and metrics of a manifest. */
  readonly codeLens: boolean;
  readonly rules: RuleSeverities;
}

export const DEFAULT_SETTINGS: Settings = { lint: true, codeLens: true, rules: new Map() };

/** Reads the `holdout` section as a client sends it; what is not understood is left at its default. */
export function readSettings(section: unknown): Settings {
  const { lint, codeLens, rules } = asRecord(section);
  return {
    lint: asRecord(lint)['enable'] !== false,
    codeLens: asRecord(codeLens)['enable'] !== false,
    rules: new Map(Object.entries(asRecord(rules)).filter(isSeverityEntry)),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isSeverityEntry(entry: [string, unknown]): entry is [string, Severity | 'off'] {
  return ['off', ...SEVERITIES].some(known => known === entry[1]);
}
