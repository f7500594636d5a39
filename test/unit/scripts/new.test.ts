import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveRules } from '../../../scripts/derive-rules';
import { codesIn, planRule, writeRule } from '../../../scripts/new';
import { PAGE_SECTIONS, pageText } from '../../../scripts/ruleTemplate';
import type { RuleGroup } from '../../../src/base/groups';
import { parseRulePage } from '../../support/rulePage';
import { ROOT } from '../../support/sources';

describe('planRule', () => {
  const codes = ['A3', 'A5', 'A10', 'B3'];
  it.each([
    ['the next free code', ['rule', 'leakage/target-in-features'], { code: 'A11' }],
    ['the first code of a group without rules', ['rule', 'notebook/stale-cell'], { code: 'G1' }],
    ['the code that is asked for', ['rule', 'leakage/target-in-features', 'A9'], { code: 'A9' }],
  ])('gives %s', (_, args, head) => {
    expect(planRule(args, codes, '0.1.0')).toMatchObject({ ok: true, value: { ...head, since: '0.1.0' } });
  });

  it.each([
    ['no arguments', [], /^usage:/],
    ['a word too many', ['rule', 'leakage/a-b', 'A9', 'x'], /^usage:/],
    ['a path too deep', ['rule', 'leakage/deep/a-b'], /^usage:/],
    ['an unknown group', ['rule', 'leaks/a-b'], /no group 'leaks'/],
    ['an id of one word', ['rule', 'leakage/leak'], /'leak' is not an id/],
    ['an id in camel case', ['rule', 'leakage/fitBeforeSplit'], /'fitBeforeSplit' is not an id/],
    ['a code of another group', ['rule', 'leakage/a-b', 'B9'], /Codes of leakage are A1/],
    ['a code that is taken', ['rule', 'leakage/a-b', 'A5'], /A5 is taken/],
  ])('says what is wrong with %s', (_, args, message) => {
    const planned = planRule(args, codes, '0.1.0');
    expect(planned.ok ? '' : planned.failure).toMatch(message);
  });
});

describe('a new rule, in a copy of the project', () => {
  const copy = mkdtempSync(join(tmpdir(), 'holdout-new-'));
  afterAll(() => rmSync(copy, { recursive: true }));
  for (const part of ['src/base', 'src/python', 'src/rules', 'tsconfig.json', '.prettierrc.json']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const rule = { group: 'notebook' as RuleGroup, id: 'example-of-a-rule', code: 'G99', since: '0.1.0' };

  it('is written, registered, documented, and compiles', async () => {
    expect(writeRule(copy, rule)).toEqual({
      ok: true,
      value: ['src/rules/notebook/example-of-a-rule.ts', 'src/rules/notebook/example-of-a-rule.md'],
    });
    expect(codesIn(copy)).toContain('G99');
    const derived = await deriveRules(copy);
    const registry = derived.get('src/rules/registry.ts') ?? '';
    expect(registry).toContain("import { exampleOfARule } from './notebook/example-of-a-rule';");
    expect(derived.get('src/rules/generated/pages.ts')).toContain("'example-of-a-rule':");
    expect(derived.get('docs/rules.md')).toContain('| G99 | [`example-of-a-rule`]');
    writeFileSync(join(copy, 'src/rules/registry.ts'), registry);
    expect(typeErrors(copy, 'src/rules/registry.ts')).toEqual([]);
  });

  it('is not written over one that is there', () => {
    expect(writeRule(copy, rule)).toEqual({
      ok: false,
      failure: 'src/rules/notebook/example-of-a-rule.ts is there already.',
    });
  });

  it('has a page in the right form whose examples cannot pass yet', () => {
    const page = parseRulePage(pageText(rule));
    expect(page.problems).toEqual([]);
    expect(page.sections).toEqual(PAGE_SECTIONS);
    expect(page.examples[0]?.marks).toEqual([{ kind: 'expect', rule: 'example-of-a-rule', line: 0 }]);
    expect(pageText(rule)).toMatch(/\bTODO\b/);
  });
});

/** Errors in the new rule and the registry when the program is compiled from `entry` with the project's options. */
function typeErrors(root: string, entry: string): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), path => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram([join(root, entry)], { ...options, types: [] });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
    .filter(text => /example-of-a-rule|registry/.test(text));
}
