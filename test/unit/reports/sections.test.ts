import { expect, it } from 'vitest';
import { isReportView } from '../../../src/protocol/report-guard';
import { reportOf } from './report-of';

const view = reportOf('recall: { min: 0.8 }', { 'reports/m.json': '{"recall": 0.9, "test_f1": 0.8}' });

it('has sections that pass the guard of pages, also as JSON', () => {
  expect(isReportView(JSON.parse(JSON.stringify(view)))).toBe(true);
});

it('has anchors that are unique', () => {
  const ids = view.sections.flatMap(({ id, blocks }) => [
    id,
    ...blocks.flatMap(block => ('id' in block ? [block.id] : [])),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

it('has as many cells in every row of a table as it has columns', () => {
  for (const { blocks } of view.sections) {
    for (const block of blocks) {
      const table = block.kind === 'chart' ? block.table : block;
      if (table.kind !== 'table') continue;
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
    }
  }
});
