import type { Severity } from '../base/finding';
import { SEVERITIES } from '../base/finding';
import { normalise } from '../project/paths';
import type { RuleSeverities } from '../project/lint-settings';

/** The user's settings, as far as the server heeds them. */
export interface Settings {
  readonly lint: boolean;
  /** Outcomes are shown above stages and metrics of a manifest. */
  readonly codeLens: boolean;
  readonly rules: RuleSeverities;
  /** Absolute folders beside the workspace in which data may be read. */
  readonly dataRoots: readonly string[];
  /** Servers that may be asked: hosts, or origins. */
  readonly allowedHosts: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  lint: true,
  codeLens: true,
  rules: new Map(),
  dataRoots: [],
  allowedHosts: [],
};

/** Reads the `holdout` section as a client sends it; what is not understood is left at its default. */
export function readSettings(section: unknown): Settings {
  const { lint, codeLens, rules, dataRoots, allowedHosts } = asRecord(section);
  return {
    lint: asRecord(lint)['enable'] !== false,
    codeLens: asRecord(codeLens)['enable'] !== false,
    rules: new Map(Object.entries(asRecord(rules)).filter(isSeverityEntry)),
    dataRoots: Array.isArray(dataRoots) ? dataRoots.filter(isAbsolute).map(normalise) : [],
    allowedHosts: Array.isArray(allowedHosts) ? allowedHosts.filter(isText) : [],
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isAbsolute(path: unknown): path is string {
  return typeof path === 'string' && /^([/\\]|[A-Za-z]:[\\/])/.test(path);
}

function isSeverityEntry(entry: [string, unknown]): entry is [string, Severity | 'off'] {
  return ['off', ...SEVERITIES].some(known => known === entry[1]);
}
