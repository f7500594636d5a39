import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULE_GROUPS } from '../src/base/groups';
import type { RuleGroup } from '../src/base/groups';
import type { Result } from '../src/base/result';
import { fail, ok } from '../src/base/result';
import { pageText, ruleText } from './ruleTemplate';
import type { NewRule } from './ruleTemplate';

/**
 * `npm run new rule leakage/fit-before-split`: writes the rule and its page, gives it the group's next free code, and
 * derives what follows from that. What is left to do is to think, and to write examples: the document test is red
 * until they say what the rule does.
 */
const USAGE = `usage: npm run new rule <group>/<id> [<code>]
  <group>  ${Object.keys(RULE_GROUPS).join(', ')}
  <id>     lower case with hyphens; reads as "allow <id>": fit-before-split
  <code>   the group's letter and a number; the next free one if it is left out`;

/** What the arguments ask for, or one sentence why not. `codes` are those in use. */
export function planRule(
  args: readonly string[],
  codes: readonly string[],
  version: string,
): Result<NewRule, string> {
  const [what, path = '', wanted, ...rest] = args;
  const [group = '', id = '', ...deeper] = path.split('/');
  if (what !== 'rule' || rest.length > 0 || deeper.length > 0) return fail(USAGE);
  if (!isGroup(group)) return fail(`There is no group '${group}'.\n${USAGE}`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    return fail(`'${id}' is not an id of at least two words.\n${USAGE}`);
  const { letter } = RULE_GROUPS[group];
  const code = wanted ?? nextCode(letter, codes);
  if (!code.startsWith(letter) || !/^[A-Z][1-9]\d*$/.test(code))
    return fail(`Codes of ${group} are ${letter}1, ${letter}2, …`);
  if (codes.includes(code)) return fail(`${code} is taken.`);
  return ok({ group, id, code, since: version });
}

/** `A`, [`A3`, `A5`, `B3`] → `A6`. Gaps stay: a code that was given up must not come back with another meaning. */
function nextCode(letter: string, codes: readonly string[]): string {
  const used = codes.filter(code => code.startsWith(letter)).map(code => Number(code.slice(letter.length)));
  return `${letter}${Math.max(0, ...used) + 1}`;
}

/** The codes that the rules in `root` have. */
export function codesIn(root: string): string[] {
  const folder = join(root, 'src/rules');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .flatMap(path => [...readFileSync(join(folder, path), 'utf8').matchAll(/^ {2}code: '([A-Z]\d+)',$/gm)])
    .map(match => match[1] ?? '');
}

/** Writes the two files; the paths, or why not. Nothing is overwritten. */
export function writeRule(root: string, rule: NewRule): Result<readonly string[], string> {
  const stem = `src/rules/${rule.group}/${rule.id}`;
  const files = [
    [`${stem}.ts`, ruleText(rule)],
    [`${stem}.md`, pageText(rule)],
  ] as const;
  const taken = files.find(([path]) => existsSync(join(root, path)));
  if (taken) return fail(`${taken[0]} is there already.`);
  mkdirSync(join(root, 'src/rules', rule.group), { recursive: true });
  files.forEach(([path, text]) => writeFileSync(join(root, path), text));
  return ok(files.map(([path]) => path));
}

function isGroup(name: string): name is RuleGroup {
  return Object.hasOwn(RULE_GROUPS, name);
}

function main(root: string): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const planned = planRule(process.argv.slice(2), codesIn(root), version);
  const written = planned.ok ? writeRule(root, planned.value) : planned;
  if (!written.ok) {
    console.error(written.failure);
    process.exitCode = 2;
    return;
  }
  written.value.forEach(path => console.log(`wrote ${path}`));
  const derive = ['--import', 'tsx', join(root, 'scripts/derive.ts')];
  process.exitCode = spawnSync(process.execPath, derive, { stdio: 'inherit' }).status ?? 1;
  console.log(
    'Now write the examples: `npx vitest run test/unit/rules/documents.test.ts` is red until the rule does what they say.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(join(import.meta.dirname, '..'));
