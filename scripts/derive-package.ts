/**
 * Writes the parts of package.json that `src/contributes` and the rules decide, the rest of it is left as it is; and
 * the rules and lifecycles as the palette lists them. `--check` only tells whether something would change.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { derivedParts } from '../src/contributes/manifest';
import type { LifecycleRow } from '../src/contributes/lifecycles';
import type { RuleRow } from '../src/contributes/rules';
import { BUILTIN } from '../src/lifecycle/generated/builtin';
import type { DocumentedRule } from './derive-rules';
import { documentedRules } from './derive-rules';
import { settle } from './derived';
import { summaryOf } from './rulePageText';
import { runScript } from './run';

const NOTE = '// Derived by `npm run derive`: do not edit.\n';

/** Every derived file, by its path relative to `root`. */
export async function derivePackage(root: string): Promise<ReadonlyMap<string, string>> {
  const committed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const rules = (await documentedRules(root)).map(ruleRow);
  const lifecycles = BUILTIN.map(({ id, title, summary }): LifecycleRow => ({ id, title, summary }));
  const derived = JSON.stringify({ ...committed, ...derivedParts(rules) });
  return new Map([
    ['package.json', await format(derived, { parser: 'json-stringify' })],
    ['src/contributes/generated/rules.ts', await table(root, 'RULE_ROWS', ['RuleRow', '../rules'], rules)],
    [
      'src/contributes/generated/lifecycles.ts',
      await table(root, 'LIFECYCLES', ['LifecycleRow', '../lifecycles'], lifecycles),
    ],
  ]);
}

function ruleRow({ rule: { id, code, severity }, page }: DocumentedRule): RuleRow {
  return { id, code, severity, summary: summaryOf(page) };
}

async function table(
  root: string,
  name: string,
  [type, from]: readonly [string, string],
  rows: readonly unknown[],
): Promise<string> {
  const text = `${NOTE}import type { ${type} } from '${from}';

export const ${name}: readonly ${type}[] = ${JSON.stringify(rows)};
`;
  return format(text, { ...(await resolveConfig(join(root, 'src/x.ts'))), parser: 'typescript' });
}

runScript(import.meta.url, async args => {
  const root = join(import.meta.dirname, '..');
  settle(root, await derivePackage(root), args.includes('--check'));
});
