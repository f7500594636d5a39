import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReportView } from '../../../src/protocol/report-guard';
import { workspaceOver } from '../../support/workspace';

const EXAMPLES = join(import.meta.dirname, '../../../examples');
const names = readdirSync(EXAMPLES, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(names)('the report of examples/%s', name => {
  it('is one that a page can draw, whatever of it there is', async () => {
    const root = join(EXAMPLES, name);
    const workspace = workspaceOver(root);
    await workspace.discover([root]);
    const view = await workspace.report(join(root, 'holdout.yaml'));
    expect(isReportView(JSON.parse(JSON.stringify(view)))).toBe(true);
    for (const { id, missing, blocks, summary } of view?.sections ?? []) {
      expect(missing === undefined ? (summary ?? String(blocks.length)) : missing, id).not.toBe('');
      if (missing !== undefined) expect(blocks, id).toEqual([]);
    }
    if (process.env['DRAW'] !== undefined) {
      const { drawSection } = await import('../reports/draw-section');
      for (const section of view?.sections ?? []) {
        process.stdout.write(`\n## ${section.title} (${section.id})\n`);
        process.stdout.write(`${drawSection(view ?? { sections: [] }, section.id).join('\n')}\n`);
      }
    }
  });
});
