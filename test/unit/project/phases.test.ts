import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PHASES } from '../../../src/project/debug/phases';
import { printPhaseOf } from '../../../src/project/debug/print-phase';
import { sourceOf } from '../../support/lintExample';
import { scriptExample } from '../../support/rulePage';
import { filesUnder, readText, ROOT } from '../../support/sources';

/**
 * What every phase of the analysis makes of a few small programs, beside each of them. After a change that is meant,
 * `npx vitest run test/unit/project/phases.test.ts -u` writes the texts anew; the difference is to be read.
 */
describe.each(filesUnder('test/fixtures/phases', '.py'))('%s', path => {
  const source = sourceOf(scriptExample(readText(path)));

  it.each(PHASES)('%s', async phase => {
    await expect(printPhaseOf(source, phase)).toMatchFileSnapshot(join(ROOT, dirname(path), `${phase}.txt`));
  });
});
