import type { RuleGroup } from '../base/groups';
import type { FileLint, LintFacts, RuleFacts } from '../evidence/facts';
import { RULES } from '../rules/registry';
import type { FileReport } from './file-report';
import type { LintSettings } from './lint-settings';

/** What the linter found in a project, and the reports it rests on: the same reports mean the same facts. */
export interface ProjectLint {
  readonly facts: LintFacts;
  readonly reports: readonly FileReport[];
  readonly settings: LintSettings;
}

/** What the linter found in a project, as evidence reads it. */
export function lintFacts(
  reports: readonly FileReport[],
  settings: LintSettings,
  complete: boolean,
): LintFacts {
  return { rules: ruleFacts(settings), files: reports.map(fileLint), complete };
}

function ruleFacts({ severities }: LintSettings): ReadonlyMap<string, RuleFacts> {
  return new Map(RULES.map(({ id, group }) => [id, { group, off: severities.get(id) === 'off' }]));
}

function fileLint({ bytes: _, findings, ...rest }: FileReport): FileLint {
  const known = findings.flatMap(finding => {
    const group = GROUPS.get(finding.rule);
    return group ? [{ ...finding, group }] : [];
  });
  return { ...rest, findings: known };
}

const GROUPS: ReadonlyMap<string, RuleGroup> = new Map(RULES.map(({ id, group }) => [id, group]));
