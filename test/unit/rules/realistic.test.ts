import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../../support/lintExample';
import { judge, scriptExample } from '../../support/rulePage';
import { filesUnder, readText } from '../../support/sources';

/**
 * Whole programs as people write them, with the same marks as rule pages: a line with `# expect: <rule>` is reported
 * by that rule, and nothing else is reported by any.
 */
describe('realistic programs', () => {
  for (const path of filesUnder('test/fixtures/rules', '.py')) {
    it(basename(path), () => {
      const example = scriptExample(readText(path));
      expect(judge(example, lintExample(example).reports)).toEqual([]);
    });
  }
});
