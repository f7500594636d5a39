import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { verdictOn } from './verdict';
import type { World } from './world';

const AT = Date.UTC(2026, 10, 20, 9, 5);
const NAMED = 'commands: { check-data: python check.py }';

describe('command', () => {
  it.each<[string, World, Outcome, RegExp]>([
    ['make check', {}, 'unknown', /^`make check` has not been run here yet/],
    [
      'make check',
      { commands: { 'make check': { status: 0, at: AT } } },
      'met',
      /status 0 on 2026-11-20 09:05 UTC/,
    ],
    ['make check', { commands: { 'make check': { status: 2, at: AT } } }, 'unmet', /ended with status 2/],
    ['make check', { commands: { 'make chek': { status: 0, at: AT } } }, 'unknown', /has not been run/],
    [
      'make check',
      { commands: { 'make check': { at: AT, failure: 'it was cancelled' } } },
      'unknown',
      /did not run to its end .*it was cancelled/,
    ],
    ['{ named: check-data }', {}, 'unknown', /`commands\.check-data` does not say which command/],
    ['{ named: check-data }', { manifest: 'commands: { check-data: TODO }' }, 'unknown', /does not say/],
    ['{ named: check-data }', { manifest: NAMED }, 'unknown', /`python check\.py` has not been run/],
    [
      '{ named: check-data }',
      { manifest: NAMED, commands: { 'python check.py': { status: 0, at: AT } } },
      'met',
      /status 0/,
    ],
    [
      '{ named: check-data }',
      { manifest: NAMED, commands: { 'python old.py': { status: 0, at: AT } } },
      'unknown',
      /has not been run/,
    ],
  ])('%s (%#)', async (asked, world, outcome, reason) => {
    const verdict = await verdictOn(`{ command: ${asked} }`, world);
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) as string });
  });
});
