import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALIASES } from '../../../src/predictions/aliases';

const DOCS = readFileSync(join(__dirname, '../../../docs/metrics.md'), 'utf8');

test.each(Object.entries(ALIASES))(
  'the names of columns for %s are documented, in their order',
  (role, names) => {
    const row = DOCS.split('\n').find(line => line.startsWith(`| \`${role}\` |`)) ?? '';
    const documented = [...row.slice(row.indexOf('|', 2)).matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    expect(documented).toEqual([...names]);
  },
);
