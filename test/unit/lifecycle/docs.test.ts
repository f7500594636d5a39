import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../src/base/result';
import { BUILTIN_IDS, builtinLifecycle } from '../../../src/lifecycle/builtins';
import { extendedBy, parseLifecycle } from '../../../src/lifecycle/parse';

/** docs/lifecycles.md: its examples are lifecycles without a mistake, and its table is whole. */
const page = readFileSync(join(import.meta.dirname, '../../../docs/lifecycles.md'), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('docs/lifecycles.md', () => {
  it('has examples', () => {
    expect(examples).toHaveLength(2);
  });

  it.each(examples)('example %#', text => {
    const name = extendedBy(text);
    const builtin = name === undefined ? undefined : builtinLifecycle(name);
    const base = name === undefined ? undefined : builtin ? ok(builtin) : fail('it is not built in');
    expect(parseLifecycle('/p/example.yaml', text, undefined, base).problems).toEqual([]);
  });

  it('names every built-in lifecycle', () => {
    const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
    expect(named.sort()).toEqual([...BUILTIN_IDS].sort());
  });
});
