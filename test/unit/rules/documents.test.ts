import { describe, expect, it } from 'vitest';
import { PAGE_SECTIONS } from '../../../scripts/ruleTemplate';
import type { Rule } from '../../../src/rules/contract';
import { RULES } from '../../../src/rules/registry';
import { applyEdits, lintExample } from '../../support/lintExample';
import { runSnippets } from '../../support/python';
import { cellsOf, fixPairs, isNotebook, judge, parseRulePage } from '../../support/rulePage';
import type { Example, RulePage } from '../../support/rulePage';
import { filesUnder, readText } from '../../support/sources';

/** Every page is documentation and test at once: whatever code it shows is linted, and its fixes are carried out. */
const pages = filesUnder('src/rules', '.md').map(path => ({ path, page: parseRulePage(readText(path)) }));

describe.each(pages.map(({ path, page }) => [path, page] as const))('%s', (path, page) => {
  const rule = RULES.find(({ group, id }) => path === `src/rules/${group}/${id}.md`);
  const at = (problems: readonly string[]): string[] => problems.map(problem => `${path}:${problem}`);

  it('is the page of a registered rule, whole and readable', () => {
    expect(rule, 'no such rule: run `npm run derive`').toBeDefined();
    expect(at(page.problems)).toEqual([]);
    expect(page.title).toBe(`\`${rule?.id ?? ''}\``);
    expect(page.sections).toEqual(PAGE_SECTIONS);
    expect(readText(path)).not.toMatch(/\bTODO\b/);
  });

  it('shows code that the rule reports, and code that it leaves alone', () => {
    const expected = page.examples.map(example => example.marks.some(mark => isExpected(mark, rule)));
    expect(expected, `no block has \`# expect: ${rule?.id ?? ''}\``).toContain(true);
    expect(expected, 'no block is silent').toContain(false);
  });

  it('shows it in programs of several styles', () => {
    const reported = page.examples.filter(({ marks }) => marks.some(mark => isExpected(mark, rule)));
    const silent = page.examples.filter(({ marks, kind }) => marks.length === 0 && kind !== 'after');
    expect(reported.length, 'a minimal example and three realistic ones').toBeGreaterThanOrEqual(4);
    expect(silent.length, 'a minimal example and five realistic ones').toBeGreaterThanOrEqual(6);
    if (rule?.group === 'notebook') return;
    const styles = [/^ *def /m, /^( *for |class )/m];
    expect(styles.filter(style => !page.examples.some(({ code }) => style.test(code)))).toEqual([]);
    expect(page.examples.map(({ kind }) => kind)).toContain('notebook');
  });

  it('names only rules that there are', () => {
    const known = new Set(RULES.map(({ id }) => id));
    const marks = page.examples.flatMap(({ line, marks }) =>
      marks.map(mark => ({ ...mark, line: line + mark.line })),
    );
    const unknown = marks.filter(mark => !known.has(mark.rule));
    expect(at(unknown.map(mark => `${mark.line}: ${mark.rule} is no rule`))).toEqual([]);
  });

  it.each(page.examples)('line $line: $kind', example => {
    const { reports, problems } = lintExample(example);
    expect(at(judge(example, reports))).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  it.each(fixPairs(page))(
    'line $before.line: the fix gives the block at line $after.line',
    ({ before, after }) => {
      const { fixed, edits } = fix(before, rule);
      expect(edits, 'no finding of this rule has a fix').toBeGreaterThan(0);
      expect(fixed).toBe(after.code);
      const again = lintExample({ ...after, code: fixed });
      expect(again.problems).toEqual([]);
      expect(again.reports.filter(report => report.rule === rule?.id)).toEqual([]);
    },
  );

  it('shows a fix if the rule has one, and none otherwise', () => {
    expect(fixPairs(page).length > 0).toBe(rule?.fix !== undefined);
  });

  const notebooks = page.examples.filter(example => example.kind === 'notebook' || isNotebook(example));
  it.each(notebooks)('line $line: the notebook begins with a cell', ({ code }) => {
    expect(cellsOf(code)[0]?.line).toBe(1);
  });
});

describe('the pages together', () => {
  it('document every registered rule', () => {
    const documented = RULES.map(({ group, id }) => `src/rules/${group}/${id}.md`);
    expect(pages.map(({ path }) => path)).toEqual(documented.sort());
    expect(pages.length).toBeGreaterThan(0);
  });

  it('show fixes that run before and after', { timeout: 600_000 }, context => {
    const shown = pages.flatMap(({ path, page }) => fixExamples(page).map(example => ({ path, example })));
    const run = runSnippets(shown.map(({ example }) => example.code));
    if (!run.ok) {
      console.log(`examples were not run: ${run.reason}`);
      return context.skip();
    }
    expect(failures(shown, run.errors)).toEqual([]);
  });
});

function isExpected(mark: Example['marks'][number], rule: Rule | undefined): boolean {
  return mark.kind === 'expect' && mark.rule === rule?.id;
}

/** Carries out every fix that the rule offers. */
function fix(before: Example, rule: Rule | undefined): { fixed: string; edits: number } {
  const findings = lintExample(before).findings.filter(finding => finding.rule === rule?.id);
  const edits = findings.flatMap(finding => finding.fix?.edits ?? []);
  return { fixed: applyEdits(before, edits), edits: edits.length };
}

/** A notebook's fix may be what makes it run at all. */
function fixExamples(page: RulePage): Example[] {
  return fixPairs(page).flatMap(({ before, after }) => (isNotebook(before) ? [after] : [before, after]));
}

function failures(
  shown: readonly { path: string; example: Example }[],
  errors: readonly (string | null)[],
): string[] {
  return shown.flatMap(({ path, example }, index) => {
    const error = errors[index];
    return error && !missingLibrary(error) ? [`${path}:${example.line}: ${error}`] : [];
  });
}

/** A library that this Python lacks says nothing about the example; it is printed. */
function missingLibrary(error: string): boolean {
  const missing = /^ModuleNotFoundError: No module named '(?!sklearn|pandas|numpy)/.test(error);
  if (missing) console.log(`an example was not run: ${error}`);
  return missing;
}
