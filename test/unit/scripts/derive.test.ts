import { describe, expect, it } from 'vitest';
import { stale } from '../../../scripts/derived';
import { deriveRules } from '../../../scripts/derive-rules';
import { shownPage, summaryOf } from '../../../scripts/rulePageText';
import { ROOT } from '../../support/sources';

describe('what follows from the rules', () => {
  it('is committed as it is derived', async () => {
    expect(stale(ROOT, await deriveRules(ROOT)), 'run `npm run derive`').toEqual([]);
  });

  it('is stale when it is missing or differs', () => {
    const files = new Map([
      ['package.json', 'something else'],
      ['no/such/file', ''],
    ]);
    expect(stale(ROOT, files)).toEqual(['package.json', 'no/such/file']);
  });
});

describe('summaryOf', () => {
  it.each([
    [
      'one sentence of a paragraph',
      '# `x`\n\nReports this\nand that. More.\n\n## What',
      'Reports this and that.',
    ],
    [
      'a sentence with a dot inside a word',
      '# `x`\n\nReports `a.fit()` calls. More.',
      'Reports `a.fit()` calls.',
    ],
    ['a sentence that ends in a colon', '# `x`\n\nReports this: that.', 'Reports this.'],
    ['nothing', '# `x`\n', ''],
  ])('takes %s', (_, page, summary) => {
    expect(summaryOf(page)).toBe(summary);
  });
});

describe('shownPage', () => {
  it('turns what makes examples tests into words for readers', () => {
    const page =
      '```py before\nf(X)  # expect: a-b\n```\n\n```ipynb\nx  # missing: a-b\n```\n\n```sh\nls # expect\n```';
    expect(shownPage(page)).toBe(
      '```python\nf(X)  # ← reported\n```\n\n```python\nx  # ← not reported, though it should be\n```\n\n```sh\nls # expect\n```',
    );
  });
});
