import { expect, test } from 'vitest';
import { verdictOn } from './verdict';
import { ALL_SEEN, lintOf, script } from './world';

test('what was not seen is said once, though one part of it says another', async () => {
  const sights = { ...ALL_SEEN, splits: 0, scores: 0, crossValidations: 0, selections: 0 };
  const lint = lintOf([script('a.py', {}, { sights })]);
  const { reason } = await verdictOn('{ lint: leakage }', { lint });
  expect(reason).toContain('no split or score');
  expect(reason).not.toMatch(/no split(?! or score)/);
});
