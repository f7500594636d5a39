import type { Edit, Finding, Step } from '../../base/finding';
import type { Place, Position } from '../../base/place';
import { relative } from '../../project/paths';
import type { CheckResult } from '../../project/snapshot';

/** Version of the JSON contract (docs/json.md): a field that goes away or changes its meaning raises it. */
export const JSON_VERSION = 1;

/** `holdout check --format json`: lines and columns count from 1, files are relative to `root`. */
export function checkJson(result: CheckResult, root: string): object {
  return {
    version: JSON_VERSION,
    root,
    files: result.files.map(file => relative(root, file)),
    findings: result.findings.map(finding => findingJson(finding, root)),
    skipped: result.skipped.map(({ file, reason, at }) => ({
      file: relative(root, file),
      reason,
      ...(at && positionJson(at)),
    })),
    stats: result.stats,
  };
}

function findingJson(finding: Finding, root: string): object {
  const { file, cell, range } = finding.place;
  return {
    file: relative(root, file),
    rule: finding.rule,
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    start: positionJson(range.start),
    end: positionJson(range.end),
    ...(cell === undefined ? {} : { cell }),
    path: finding.path.map(step => stepJson(step, root)),
    ...(finding.fix && {
      fix: {
        title: finding.fix.title,
        safe: finding.fix.safe,
        edits: finding.fix.edits.map(edit => editJson(edit, root)),
      },
    }),
  };
}

function stepJson({ place, note }: Step, root: string): object {
  return { ...locationJson(place, root), note };
}

function editJson({ place, newText }: Edit, root: string): object {
  const { file, cell, range } = place;
  return {
    file: relative(root, file),
    ...(cell === undefined ? {} : { cell }),
    start: positionJson(range.start),
    end: positionJson(range.end),
    newText,
  };
}

/** A place by its first character. */
export function locationJson({ file, cell, range }: Place, root: string): object {
  return {
    file: relative(root, file),
    ...positionJson(range.start),
    ...(cell === undefined ? {} : { cell }),
  };
}

function positionJson({ line, column }: Position): { readonly line: number; readonly column: number } {
  return { line: line + 1, column: column + 1 };
}
