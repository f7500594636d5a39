import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { stale } from '../../../scripts/derived';
import { manifestTables } from '../../../scripts/manifestTables';
import { newManifest } from '../../../src/manifest/create';
import { manifestSchema } from '../../../src/manifest/json-schema';
import { parseManifest } from '../../../src/manifest/parse';
import { MANIFEST } from '../../../src/manifest/schema/manifest';
import { EVIDENCE_PIECE } from '../../../src/manifest/schema/evidence';
import type { FieldTable, Type } from '../../../src/manifest/schema/types';

const ROOT = join(import.meta.dirname, '../../..');
const FIXTURES = join(ROOT, 'test/fixtures/manifest');

describe('what is derived from the schema table', () => {
  it('is committed as it is derived', async () => {
    expect(stale(ROOT, await manifestTables())).toEqual([]);
  });
});

describe('the JSON Schema', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    manifestSchema({ lifecycles: ['nine-stage'], rules: [] }),
  );

  it.each(readdirSync(FIXTURES).filter(name => !name.startsWith('broken')))(
    'accepts the manifest of %s',
    name => {
      validate(parse(readFileSync(join(FIXTURES, name, 'holdout.yaml'), 'utf8')));
      expect(validate.errors).toBeNull();
    },
  );

  it('accepts a new manifest', () => {
    validate(parse(newManifest({ name: 'x', lifecycle: 'nine-stage' })));
    expect(validate.errors).toBeNull();
  });

  it.each([
    'name: x\nlifecycle: nine-stage\n',
    'problem: soon',
    'data: { rows_needed: many }',
    'data: { rows_needed: 1.5 }',
    'data: { test_looks: -1 }',
    'metrics: { recall: 0.8 }',
    'metrics: { recall: { target: good } }',
    'metrics: { recall: { mni: 1 } }',
    'task: binery',
    'lint: { rules: { refit-on-test: maybe } }',
    'runs: { path: mlruns }',
    'runs: [{ paht: x }]',
    'stages: { idea: { weeks: 1-2 } }',
    'stages: { idea: { criteria: { a: { evidence: { metric: [a] } } } } }',
    'stages: { idea: { criteria: { a: { evidence: { any: [{ lint: { a: b } }] } } } } }',
  ])('and the parser both refuse %s', body => {
    const text = body.startsWith('name') ? body : `version: 1\nname: x\nlifecycle: nine-stage\n${body}`;
    expect(validate(parse(text))).toBe(false);
    expect(parseManifest('/p/holdout.yaml', text).problems.length).toBeGreaterThan(0);
  });
});

describe('examples in the schema table', () => {
  it.each(examplesOf('', MANIFEST.table))('%s: %s is read without a problem', (path, example) => {
    const head = ['version: 1', 'name: x', 'lifecycle: nine-stage'].filter(
      line => !line.startsWith(`${path}:`),
    );
    const names = path.split('.');
    const body = names.map((name, depth) => `${'  '.repeat(depth)}${name}:`).join('\n');
    const codes = parseManifest('/p/holdout.yaml', `${head.join('\n')}\n${body} ${example}\n`).problems.map(
      ({ code }) => code,
    );
    const alone = ['missing-field', 'missing-baseline'];
    expect(codes.filter(code => !alone.includes(code))).toEqual([]);
  });

  it.each(
    examplesOf('', EVIDENCE_PIECE.table).filter(
      ([path]) => path !== 'gap.between' && !path.startsWith('metrics.'),
    ),
  )('evidence %s: %s is read without a type error', (name, example) => {
    const text = `version: 1\nname: x\nlifecycle: nine-stage\nstages: { a: { criteria: { b: { ask: B?, evidence: { ${nested(name, example)} } } } } }\n`;
    const codes = parseManifest('/p/holdout.yaml', text).problems.map(({ code }) => code);
    expect(codes.filter(code => code !== 'missing-field' && code !== 'stray-field')).toEqual([]);
  });
});

/** `fresh.within` → `fresh: { within: … }`. */
function nested(path: string, example: string): string {
  const [name = '', ...rest] = path.split('.');
  return rest.length === 0 ? `${name}: ${example}` : `${name}: { ${nested(rest.join('.'), example)} }`;
}

/** Every example with the dotted path of its field; names that users choose are `some`. */
function examplesOf(at: string, table: FieldTable): [string, string][] {
  return Object.entries(table).flatMap(([name, { type, examples = [] }]): [string, string][] => {
    const path = at === '' ? name : `${at}.${name}`;
    return [...examples.map((example): [string, string] => [path, example]), ...within(path, type)];
  });
}

function within(path: string, type: Type): [string, string][] {
  if (type.kind === 'fields') return examplesOf(path, type.table);
  if (type.kind === 'map') return within(`${path}.some`, type.of);
  if (type.kind === 'either') return type.of.flatMap(option => within(path, option));
  return [];
}
