/**
 * Writes what follows from the rules and their pages: the registry, the pages' text for hover and `explain`, and the
 * table in docs/. `--check` only tells whether something would change.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { RULE_GROUPS } from '../src/base/groups';
import type { RuleGroup } from '../src/base/groups';
import type { Rule } from '../src/rules/contract';
import { settle } from './derived';
import { exportName } from './ruleTemplate';
import { shownPage, summaryOf } from './rulePageText';

/** A rule with the text of its page. */
export interface DocumentedRule {
  readonly rule: Rule;
  readonly page: string;
}

const NOTE = '// Derived from the rules in this folder by `npm run derive`: do not edit.\n';

/** Every derived file, by its path relative to `root`. */
export async function deriveRules(root: string): Promise<ReadonlyMap<string, string>> {
  const rules = await documentedRules(root);
  const options = { ...(await resolveConfig(join(root, 'src/rules/registry.ts'))), parser: 'typescript' };
  return new Map([
    ['src/rules/registry.ts', await format(registryText(rules), options)],
    ['src/rules/generated/pages.ts', await format(pagesText(rules), options)],
    ['docs/rules.md', tableText(rules)],
  ]);
}

/** The rules in the order of their codes; throws a sentence where a file does not keep the convention. */
export async function documentedRules(root: string): Promise<DocumentedRule[]> {
  const found = Object.keys(RULE_GROUPS).flatMap(group =>
    ruleIds(root, group).map(id => documentedRule(root, group as RuleGroup, id)),
  );
  const rules = (await Promise.all(found)).sort((a, b) => compareCodes(a.rule.code, b.rule.code));
  const twice = rules.find(({ rule }, index) => rules[index - 1]?.rule.code === rule.code);
  if (twice) throw new Error(`The code ${twice.rule.code} is given to two rules; one is ${twice.rule.id}.`);
  return rules;
}

function ruleIds(root: string, group: string): string[] {
  const folder = join(root, 'src/rules', group);
  const names = readdirSync(join(root, 'src/rules')).includes(group) ? readdirSync(folder) : [];
  return names.filter(name => name.endsWith('.md')).map(name => name.slice(0, -3));
}

async function documentedRule(root: string, group: RuleGroup, id: string): Promise<DocumentedRule> {
  const stem = join(root, 'src/rules', group, id);
  const module = (await import(pathToFileURL(`${stem}.ts`).href)) as Record<string, Rule | undefined>;
  const rule = module[exportName(id)];
  if (!rule) throw new Error(`${stem}.ts does not export ${exportName(id)}.`);
  if (rule.id !== id || rule.group !== group)
    throw new Error(`${stem}.ts says that it is ${rule.group}/${rule.id}.`);
  const { letter } = RULE_GROUPS[group];
  if (!rule.code.startsWith(letter)) throw new Error(`${stem}.ts: codes of ${group} begin with ${letter}.`);
  return { rule, page: readFileSync(`${stem}.md`, 'utf8') };
}

/** `A3` before `A10` before `B1`. */
function compareCodes(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function registryText(rules: readonly DocumentedRule[]): string {
  const heads = rules.map(({ rule }) => rule);
  const imports = heads.map(({ group, id }) => `import { ${exportName(id)} } from './${group}/${id}';`);
  return `${NOTE}import type { Rule } from './contract';
${imports.sort().join('\n')}

/** Every rule, in the order of their codes. */
export const RULES: readonly Rule[] = [${heads.map(({ id }) => exportName(id)).join(', ')}];
`;
}

function pagesText(rules: readonly DocumentedRule[]): string {
  const rows = rules.map(({ rule, page }) => `  '${rule.id}': ${templateLiteral(shownPage(page))},`);
  return `${NOTE}
/** Each rule's page in Markdown, as people see it: by id. */
export const RULE_PAGES: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`;
}

function templateLiteral(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}

function tableText(rules: readonly DocumentedRule[]): string {
  const groups = Object.entries(RULE_GROUPS).flatMap(([group, { title }]) => {
    const rows = rules.filter(({ rule }) => rule.group === group).map(tableRow);
    return rows.length > 0 ? [[`## ${title} (\`${group}\`)\n`, ...TABLE_HEAD, ...rows, ''].join('\n')] : [];
  });
  return `# Rules

Derived from the rules by \`npm run derive\`: do not edit. Each rule's page says what it looks for, why, what to write
instead, and what it does not see; the examples on it are run as tests.

*Certain*: every link of the finding is proved. *Probable*: one link may be otherwise. *Hint*: it rests on what the
code does not show. A rule judges a script or notebook with what it imports from the project, in the editor as on the command
line; what other files do beside it changes nothing. A finding is silenced by a comment on its line, with a reason: \`# holdout: ignore[<rule>] reason\`.

${groups.join('\n')}`;
}

const TABLE_HEAD = [
  '| code | rule | severity | tier | stage | quick fix | reports |',
  '|---|---|---|---|---|---|---|',
];

function tableRow({ rule, page }: DocumentedRule): string {
  const { code, id, group, severity, tier, stage, fix } = rule;
  const link = `[\`${id}\`](../src/rules/${group}/${id}.md)`;
  const cells = [
    code,
    link,
    severity,
    tier,
    stage,
    fix ? 'yes' : 'no',
    summaryOf(page).replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '..');
  settle(root, await deriveRules(root), process.argv.includes('--check'));
}
