import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/base/ledger';
import { ledgerRow } from '../../../src/extension/tree/ledger';
import { project } from './states';

const ledger = (looks: number, budget?: number): Ledger => ({
  // The extension is told of their number alone.
  looks: [],
  count: looks,
  possible: [],
  chance: [],
  doubts: [],
  text: `${looks} looks`,
  ...(budget !== undefined && { budget }),
});
const row = (of: Ledger | undefined) => ledgerRow(project(of ? { ledger: of } : {}))[0];

describe('the row of the test set', () => {
  it('stands there once somebody looked, or counts', () => {
    expect(row(undefined)).toBeUndefined();
    expect(row(ledger(0))).toBeUndefined();
    expect(row(ledger(0, 3))?.description).toBe('0/3 looks');
    expect(row(ledger(2))?.description).toBe('2 looks');
  });

  it('says when it is worn out, in words as well as by colour', () => {
    expect(row(ledger(3, 3))).toMatchObject({ description: '3/3 looks', icon: { name: 'eye' } });
    expect(row(ledger(4, 3))).toMatchObject({
      description: '4/3 looks · worn out',
      icon: { color: 'list.warningForeground' },
      spoken: expect.stringContaining('worn out') as string,
    });
  });

  it('leads to the ledger', () => {
    expect(row(ledger(1))?.capabilities).toEqual(['showLedger']);
  });
});
