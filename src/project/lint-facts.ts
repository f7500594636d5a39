import type { RuleGroup } from '../base/groups';
import type { FileLint, LintFacts } from '../evidence/facts';
import { lintFactsOf } from '../evidence/lint-facts';
import type { Manifest } from '../manifest/model';
import { RULES } from '../rules/registry';
import type { FileReport } from './file-report';
import type { LintSettings } from './lint-settings';
import { shared } from '../base/shared';

/** What the linter found in a project. */
export interface ProjectLint {
  readonly reports: readonly FileReport[];
  readonly settings: LintSettings;
  /** False while files are still waiting to be analysed. */
  readonly complete: boolean;
}

/**
 * What the linter found, as evidence reads it. The same facts are the same objects: those of a file whose text is
 * another while its findings are not, the rules of the same settings, and the whole of the same files and rules.
 */
export interface LintFactsStore {
  of(manifest: Manifest, lint: ProjectLint): LintFacts;
}

type Rules = LintFacts['rules'];

interface Facts {
  readonly settings: LintSettings;
  readonly rules: Rules;
  readonly files: readonly FileLint[];
  readonly complete: boolean;
  readonly facts: LintFacts;
}

export function createLintFactsStore(): LintFactsStore {
  const known = new Map<string, Facts>();
  const lints = new WeakMap<FileReport, FileLint>();
  const fileLints = (before: Facts | undefined, reports: readonly FileReport[]): readonly FileLint[] => {
    let former: ReadonlyMap<string, FileLint> | undefined;
    const files = reports.map(report => {
      const lint = lints.get(report);
      if (lint) return lint;
      former ??= new Map(before?.files.map(one => [one.file, one]));
      const fresh = shared<FileLint>(former.get(report.file), fileLint(report));
      lints.set(report, fresh);
      return fresh;
    });
    return before && sameItems(before.files, files) ? before.files : files;
  };
  return {
    of: (manifest, { reports, settings, complete }) => {
      const before = known.get(manifest.file);
      const files = fileLints(before, reports);
      const rules: Rules =
        before?.settings === settings ? before.rules : shared(before?.rules, ruleFacts(settings));
      const same = before?.files === files && before.rules === rules && before.complete === complete;
      const facts = same ? before.facts : lintFactsOf(manifest.root, files, { rules, complete });
      known.set(manifest.file, { settings, rules, files, complete, facts });
      return facts;
    },
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function ruleFacts({ severities }: LintSettings): Rules {
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
