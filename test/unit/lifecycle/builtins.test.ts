import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stale } from '../../../scripts/derived';
import { lifecycleTables } from '../../../scripts/lifecycleTables';
import { existsSync, readFileSync } from 'node:fs';
import { BUILTIN_IDS, builtinLifecycle } from '../../../src/lifecycle/builtins';
import { RULE_WORDS } from '../../../src/lifecycle/model';
import type { RuleWord } from '../../../src/lifecycle/model';
import type { Evidence } from '../../../src/manifest/evidence';
import { MANIFEST } from '../../../src/manifest/schema/manifest';
import type { FieldTable } from '../../../src/manifest/schema/types';
import type { RuleStage } from '../../../src/rules/contract';

const ROOT = join(import.meta.dirname, '../../..');

describe('the built-in lifecycles', () => {
  it('are committed as they are derived', async () => {
    expect(stale(ROOT, await lifecycleTables(ROOT))).toEqual([]);
  });

  it('are found by id', () => {
    expect(BUILTIN_IDS).toContain('nine-stage');
    expect(builtinLifecycle('nine-stage')?.title).toBe('Nine stages');
    expect(builtinLifecycle('none')).toBeUndefined();
  });

  it('speak the words of the rules', () => {
    // Compiles only while both lists hold the same words.
    const words: readonly (RuleStage & RuleWord)[] = RULE_WORDS;
    const all: Readonly<Record<RuleStage, true>> = Object.fromEntries(
      words.map(word => [word, true]),
    ) as Record<RuleWord, true>;
    expect(Object.keys(all)).toHaveLength(RULE_WORDS.length);
  });
});

describe.each(BUILTIN_IDS)('%s', id => {
  const lifecycle = builtinLifecycle(id);
  const criteria = [...(lifecycle?.stages ?? []), ...(lifecycle?.groups ?? [])].flatMap(
    stage => stage.criteria,
  );

  it('gives every word of the rules a stage', () => {
    expect(Object.keys(lifecycle?.ruleStages ?? {}).sort()).toEqual([...RULE_WORDS].sort());
  });

  it('asks shortly, helps in one line, and points at what explains it', () => {
    for (const { ask, help, rule, doc, evidence } of criteria) {
      expect(ask).toMatch(/^.{5,80}[?.]$/);
      expect(help).toMatch(/^.{20,130}[.?]$/);
      if (evidence.kind === 'field') expect(rule ?? doc).toBeDefined();
    }
  });

  it('points at documents and sections that are there', () => {
    for (const doc of criteria.flatMap(criterion => criterion.doc ?? [])) {
      const [file = '', section = ''] = doc.split('#');
      expect(existsSync(join(ROOT, 'docs', file))).toBe(true);
      const headings = readFileSync(join(ROOT, 'docs', file), 'utf8').match(/^#+ .*$/gm) ?? [];
      expect(headings.map(heading => heading.replace(/^#+ /, '').toLowerCase())).toContain(section);
    }
  });

  it('asks only for fields that the manifest has', () => {
    for (const path of criteria.flatMap(criterion => fieldsIn(criterion.evidence))) {
      expect({ path, known: isField(MANIFEST.table, path.split('.')) }).toEqual({ path, known: true });
    }
  });

  it('leaves a tick as the last resort', () => {
    const ticked = criteria.filter(({ evidence }) => evidence.kind === 'manual').map(one => one.id);
    // Whether people were trained, nothing but people can tell.
    expect(ticked).toEqual(id === 'enterprise' ? ['trained'] : []);
  });
});

function fieldsIn(evidence: Evidence): readonly string[] {
  if (evidence.kind === 'all' || evidence.kind === 'any') return evidence.of.flatMap(fieldsIn);
  return evidence.kind === 'field' ? [evidence.path] : [];
}

function isField(table: FieldTable, [name = '', ...rest]: readonly string[]): boolean {
  const type = table[name]?.type;
  if (!type || rest.length === 0) return type !== undefined;
  return type.kind === 'fields' && isField(type.table, rest);
}
