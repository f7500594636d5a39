import { describe, expect, it } from 'vitest';
import { APART, CASES, SPLITS } from './cases';
import { verdictOnData } from './project';
import { SITE_CASES } from './site-cases';

describe('evidence of the kind data', () => {
  for (const [demand, cases] of Object.entries({ ...CASES, 'roles and groups': SITE_CASES })) {
    it.each(cases)(`${demand}: %s with %s`, async (evidence, data, contents, outcome, reason) => {
      const verdict = await verdictOnData(evidence, `data:\n  ${data}`, contents);
      expect({ outcome: verdict.outcome, reason: verdict.reason }).toEqual({
        outcome,
        reason: expect.stringMatching(reason) as string,
      });
      expect(verdict.location).toBeDefined();
    });
  }

  it('is unknown where a file changes while it is read', async () => {
    const verdict = await verdictOnData(
      '{ data: { rows: 1 } }',
      `data: { ${SPLITS} }`,
      APART,
      (path, contents) => {
        contents.set(path, 'a\n1\n');
      },
    );
    expect(verdict.outcome).toBe('unknown');
    expect(verdict.reason).toMatch(/changed while it was read/);
  });

  it.each([
    ['{ data: {} }', /missing|asks nothing/],
    ['{ data: { profiled: false } }', /asks nothing/],
    ['{ data: { missing: 5 } }', /is a share, from 0 to 1, and `5` is above\. Is "5%" meant\?/],
    ['{ data: { rows: many } }', /expected .*comparison in quotes/],
    ['{ drift: { bins: 5 } }', /asks nothing; expected at least one of psi, ks, js, chi2/],
  ])('is refused where it makes no sense: %s', async (evidence, message) => {
    await expect(verdictOnData(evidence, 'data: {}', {})).rejects.toThrow(message);
  });
});
