import { atLeast } from '../../base/finding';
import type { RuleGroup } from '../../base/groups';
import { RULE_GROUPS } from '../../base/groups';
import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { LintEvidence } from '../../manifest/evidence';
import { met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import type { Sights } from '../../base/sights';
import type { FileLint, LintFacts, LintFinding } from '../facts';
import { counted, listed, relativeTo } from '../words';
import { LINT_NEEDS, MISSED, RULE_NEEDS } from './lint-needs';
import type { Need } from './lint-needs';

/**
 * Do these rules find nothing in code that they could judge? A finding is an answer at once. Silence is one only when
 * every rule is there and on, every file was analysed whole, and the code holds what the rules are about.
 */
export function judgeLint(evidence: LintEvidence, { manifest, facts: { lint } }: EvidenceContext): Verdict {
  const files = lint.filesIn(evidence.paths);
  const concerned = files
    .flatMap(file => file.findings)
    .filter(finding => concerns(evidence, finding) && !isElsewhere(finding, files));
  const findings = concerned.filter(({ severity }) => atLeast(severity, evidence.severity));
  const [first] = findings;
  if (first) return unmet(wordFindings(findings, first, manifest.root), first.place);
  const rules = rulesOf(evidence, lint);
  return (
    missingRules(evidence, lint) ??
    rulesOff(rules, lint) ??
    notSeenWhole(files, lint, manifest.root) ??
    nothingToJudge(rules, files, lint) ??
    nothingFound(rules, files, concerned, manifest.root)
  );
}

/** What weighs less than is asked for is told, though it decides nothing. */
function nothingFound(
  rules: readonly string[],
  files: readonly FileLint[],
  milder: readonly LintFinding[],
  root: string,
): Verdict {
  const [first] = milder;
  const found = `${listed(rules)} found nothing${first ? ' that counts' : ''} in ${counted(files.length, 'file')}.`;
  return first
    ? met(`${found} Too mild to count: ${wordFindings(milder, first, root)}`, first.place)
    : met(found);
}

function concerns({ names }: LintEvidence, finding: LintFinding): boolean {
  return names.includes(finding.rule) || names.includes(finding.group);
}

/** What the finding misses in its file is in another one. */
function isElsewhere({ rule, place }: LintFinding, files: readonly FileLint[]): boolean {
  const missed = MISSED[rule];
  return missed !== undefined && files.some(({ file, sights }) => file !== place.file && sights[missed] > 0);
}

/** Lines and cells are counted from 1, as people do. */
function wordFindings(findings: readonly LintFinding[], first: LintFinding, root: string): string {
  const { file, cell, range } = first.place;
  const line = `line ${range.start.line + 1}`;
  const where = `${relativeTo(root, file)}, ${cell === undefined ? line : `cell ${cell + 1}, ${line}`}`;
  const rules = listed([...new Set(findings.map(finding => finding.rule))]);
  const more = findings.length > 1 ? `, the first of them in` : ' in';
  return `${counted(findings.length, 'finding')} of ${rules}${more} ${where}.`;
}

/** The rules of this version that the evidence names, itself or by their group. */
function rulesOf({ names }: LintEvidence, lint: LintFacts): readonly string[] {
  return [...lint.rules]
    .filter(([id, { group }]) => names.includes(id) || names.includes(group))
    .map(([id]) => id);
}

function missingRules({ names }: LintEvidence, lint: LintFacts): Verdict | undefined {
  const groups = new Set([...lint.rules.values()].map(rule => rule.group));
  const missing = names.filter(name => !lint.rules.has(name) && !groups.has(name as RuleGroup));
  if (missing.length === 0) return undefined;
  const [isGroup, isRule] = [missing.filter(isGroupName), missing.filter(name => !isGroupName(name))];
  const parts = [
    ...(isRule.length > 0 ? [`the rule${isRule.length > 1 ? 's' : ''} ${listed(isRule.map(code))}`] : []),
    ...(isGroup.length > 0 ? [`any rule of ${listed(isGroup.map(code))}`] : []),
  ];
  return unknown(`This version does not have ${parts.join(' or ')} yet, so nothing was looked for.`);
}

function rulesOff(rules: readonly string[], lint: LintFacts): Verdict | undefined {
  const off = rules.filter(id => lint.rules.get(id)?.off);
  if (off.length === 0) return undefined;
  return unknown(
    `${listed(off.map(code))} ${off.length === 1 ? 'is' : 'are'} turned off, so nothing was looked for.`,
  );
}

function notSeenWhole(files: readonly FileLint[], lint: LintFacts, root: string): Verdict | undefined {
  const broken = files.find(file => file.skipped !== undefined || file.cutShort || file.partly !== undefined);
  if (broken) {
    const why = broken.skipped ?? broken.partly ?? 'its analysis was cut short';
    const place = { file: broken.file, range: START_OF_FILE };
    return unknown(`${relativeTo(root, broken.file)} was not seen whole: ${why.replace(/\.$/, '')}.`, place);
  }
  if (!lint.complete) return unknown('The code is still being analysed.');
  return files.length === 0 ? unknown('There is no script or notebook to look at.') : undefined;
}

function nothingToJudge(
  rules: readonly string[],
  files: readonly FileLint[],
  lint: LintFacts,
): Verdict | undefined {
  const needs = rules.flatMap(id => RULE_NEEDS[id] ?? needsOfGroup(id, lint));
  const unseen = [...new Set(needs)].filter(need => !seen(need, files));
  if (unseen.length === 0) return undefined;
  const words = listed(unseen.filter(need => !isSaidBy(need, unseen)).map(need => `no ${need.words}`));
  return unknown(`In ${counted(files.length, 'file')} the analysis saw ${words}, so silence says nothing.`);
}

/** No split or score says no split too. */
function isSaidBy({ any }: Need, unseen: readonly Need[]): boolean {
  return unseen.some(wider => wider.any.length > any.length && any.every(sight => wider.any.includes(sight)));
}

function needsOfGroup(id: string, lint: LintFacts): readonly Need[] {
  const group = lint.rules.get(id)?.group;
  return group === undefined ? [] : LINT_NEEDS[group];
}

/** Anywhere in scope: one script may fit what another scores. */
function seen(need: Need, files: readonly FileLint[]): boolean {
  return files.some(({ sights }: { readonly sights: Sights }) => need.any.some(sight => sights[sight] > 0));
}

const isGroupName = (name: string): name is RuleGroup => Object.hasOwn(RULE_GROUPS, name);
const code = (name: string): string => `\`${name}\``;
