import { describe, expect, it } from 'vitest';
import type { Rows, Selector, Split } from '../../../../src/python/flow/rows/rows';
import { lineage } from '../../../../src/python/flow/rows/rows';
import { RowTable } from '../../../../src/python/flow/rows/rowTable';

const site = { start: 0, end: 1 };
const split = (id: number, form: Split['form'] = 'holdout'): Split => ({
  id,
  form,
  site,
  label: 'split',
  assigns: 'unknown',
});
const slice = (lower?: string, upper?: string): Selector => ({ by: 'slice', lower, upper });
const mask = (symbol: string, negated = false): Selector => ({ by: 'mask', symbol, negated });

function table(): { rows: RowTable; all: (key: string) => Rows } {
  const rows = new RowTable();
  return { rows, all: key => rows.all({ key, kind: 'load', site, label: key }) };
}

describe('rows', () => {
  it('are the same when they are built in the same way', () => {
    const { rows, all } = table();
    expect(rows.sub(all('a'), mask('m'))).toBe(rows.sub(all('a'), mask('m')));
    expect(rows.sub(all('a'), slice())).toBe(all('a'));
    expect(rows.union([all('b'), all('a')])).toBe(rows.union([all('a'), all('b'), all('a')]));
  });

  it('of the two parts of one split have nothing in common, of two splits perhaps', () => {
    const { rows, all } = table();
    const [train, test, other] = [
      rows.part(split(1), 0, all('a')),
      rows.part(split(1), 1, all('a')),
      rows.part(split(2), 1, all('a')),
    ];
    // A split is one object: parts of equal but different ones are not related.
    expect(rows.disjoint(train, test)).toBe(false);
    const one = split(3);
    expect(rows.disjoint(rows.part(one, 0, all('a')), rows.part(one, 1, all('a')))).toBe(true);
    expect(rows.disjoint(train, other)).toBe(false);
  });

  it('stay apart whatever is taken from them', () => {
    const { rows, all } = table();
    const one = split(1);
    const train = rows.dup(rows.part(one, 0, all('a')), 'k');
    const test = rows.sub(rows.part(one, 1, all('a')), mask('m'));
    expect(rows.disjoint(train, test)).toBe(true);
    expect(rows.disjoint(rows.union([train, test]), test)).toBe(false);
  });

  it('are apart by slices that meet, masks that negate and indexes that exclude', () => {
    const { rows, all } = table();
    const a = all('a');
    expect(rows.disjoint(rows.sub(a, slice(undefined, 'n')), rows.sub(a, slice('n')))).toBe(true);
    expect(rows.disjoint(rows.sub(a, slice(undefined, '800')), rows.sub(a, slice('900')))).toBe(true);
    expect(rows.disjoint(rows.sub(a, slice(undefined, '800')), rows.sub(a, slice('700')))).toBe(false);
    expect(rows.disjoint(rows.sub(a, slice(undefined, '-100')), rows.sub(a, slice('-100')))).toBe(true);
    expect(rows.disjoint(rows.sub(a, slice(undefined, '100')), rows.sub(a, slice('-100')))).toBe(false);
    expect(rows.disjoint(rows.sub(a, slice(undefined, 'n')), rows.sub(a, slice('m')))).toBe(false);
    expect(rows.disjoint(rows.sub(a, mask('m')), rows.sub(a, mask('m', true)))).toBe(true);
    expect(rows.disjoint(rows.sub(a, mask('m')), rows.sub(all('b'), mask('m', true)))).toBe(false);
    const drawn = rows.sub(a, { by: 'other', symbol: 's' });
    expect(rows.disjoint(rows.sub(a, { by: 'rows', rows: drawn, negated: true }), drawn)).toBe(true);
  });

  it('contain what was taken from them, and of one of several only what is in each', () => {
    const { rows, all } = table();
    const [a, b] = [all('a'), all('b')];
    const part = rows.part(split(1), 1, a);
    expect(rows.contains(a, rows.sub(part, mask('m')))).toBe(true);
    expect(rows.contains(part, a)).toBe(false);
    expect(rows.contains(rows.union([a, b]), part)).toBe(true);
    expect(rows.contains(rows.either([a, b]), part)).toBe(false);
    expect(rows.contains(a, rows.either([part, b]))).toBe(false);
    expect(rows.contains(a, rows.either([part, a]))).toBe(true);
  });

  it('know where they come from, without going round in circles', () => {
    const { rows, all } = table();
    const mixed = rows.union([rows.part(split(1), 0, all('a')), rows.dup(all('b'), 'k')]);
    expect(lineage(mixed).filter(one => one.kind === 'all')).toHaveLength(2);
    let deep = all('c');
    for (let i = 0; i < 1000; i++) deep = rows.sub(deep, mask(String(i)));
    expect(lineage(deep).length).toBeLessThan(60);
  });
});
