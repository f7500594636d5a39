import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/rules/contract';
import { RULES } from '../../../src/rules/registry';
import { lintExample } from '../../support/lintExample';
import type { Example } from '../../support/rulePage';
import { judge, parseRulePage, scriptExample } from '../../support/rulePage';
import { filesUnder, readText } from '../../support/sources';

/**
 * A guard earns its place by an example: without it, at least one block of the rule's page, or one clean program, is
 * reported that must not be. A guard that nothing needs is dead code or untested.
 */
const clean = filesUnder('test/fixtures/rules/clean', '.py').map(path => ({
  name: basename(path),
  example: scriptExample(readText(path)),
}));

describe.each(RULES.filter(({ guards }) => guards).map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  const page = parseRulePage(readText(`src/rules/${rule.group}/${rule.id}.md`)).examples.map(example => ({
    name: `line ${example.line} of its page`,
    example,
  }));

  it.each(Object.keys(rule.guards ?? {}))('needs the guard “%s”', name => {
    const rules = RULES.map(one => (one === rule ? unguarded(rule, name) : one));
    const turned = [...page, ...clean].find(({ example }) => reportsMore(rule, rules, example));
    expect(turned?.name, 'no example turns red without it').toBeDefined();
  });
});

function unguarded(rule: Rule, name: string): Rule {
  const guards = Object.fromEntries(Object.entries(rule.guards ?? {}).filter(([guard]) => guard !== name));
  return { ...rule, guards };
}

function reportsMore(rule: Rule, rules: readonly Rule[], example: Example): boolean {
  const extra = (given: readonly Rule[]): number =>
    judge(example, lintExample(example, given).reports).filter(complaint => complaint.includes(rule.id))
      .length;
  return extra(rules) > extra(RULES);
}
