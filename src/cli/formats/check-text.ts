import { isWebAddress } from '../../base/origin';
import type { Finding, Severity } from '../../base/finding';
import { SEVERITIES } from '../../base/finding';
import type { Place } from '../../base/place';
import { relative } from '../../project/paths';
import type { CheckResult } from '../../project/snapshot';
import { count } from './count';
import type { Style } from './style';

/** `path:line:column: severity rule message`, the finding's path below it, and a summary. */
export function checkText(result: CheckResult, root: string, style: Style): string {
  const lines = result.findings.flatMap(finding => findingLines(finding, root, style));
  for (const { file, reason, at } of result.skipped) {
    const where = at ? `:${at.line + 1}:${at.column + 1}` : '';
    lines.push(`${style.bold(relative(root, file) + where)}: ${style.dim('skipped:')} ${reason}`);
  }
  if (lines.length > 0) lines.push('');
  lines.push(summary(result));
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: Finding, root: string, style: Style): string[] {
  const head = `${style.bold(placeText(finding.place, root))}: ${severityText(finding.severity, style)}`;
  return [
    `${head} ${style.blue(finding.rule)} ${finding.message}`,
    ...finding.path.map(({ place, note }) => `    ${style.dim(`${placeText(place, root)}:`)} ${note}`),
    ...(finding.fix
      ? [`    ${style.dim(finding.fix.safe ? 'fix:' : 'suggestion:')} ${finding.fix.title}`]
      : []),
  ];
}

/** Counts from 1; a notebook's cell, counted over all of them, stands between file and line. */
export function placeText({ file, cell, range }: Place, root: string): string {
  // A page of a server has no lines.
  if (isWebAddress(file)) return file;
  const where = cell === undefined ? '' : `cell ${cell + 1}:`;
  return `${relative(root, file)}:${where}${range.start.line + 1}:${range.start.column + 1}`;
}

function severityText(severity: Severity, style: Style): string {
  if (severity === 'error') return style.red(severity);
  return severity === 'warning' ? style.yellow(severity) : style.dim(severity);
}

function summary({ findings, files, skipped, stats }: CheckResult): string {
  const bySeverity = SEVERITIES.map(severity => ({
    severity,
    n: findings.filter(finding => finding.severity === severity).length,
  })).filter(({ n }) => n > 0);
  const found = bySeverity.map(({ severity, n }) => count(n, severity, PLURALS[severity])).join(', ');
  return [
    `${found === '' ? 'No findings' : found} in ${count(files.length, 'file', 'files')}`,
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    ...(stats.cutShort > 0 ? [`${count(stats.cutShort, 'file', 'files')} too complex to analyse whole`] : []),
  ].join('; ');
}

const PLURALS: Record<Severity, string> = {
  error: 'errors',
  warning: 'warnings',
  information: 'informations',
  hint: 'hints',
};
