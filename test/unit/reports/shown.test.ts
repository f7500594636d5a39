import { expect, test } from 'vitest';
import { shortIds, statedColumns } from '../../../src/reports/shown';
import { timeText } from '../../../src/reports/time-text';

test.each([
  ['mlruns/1/5c0f2a9be1d24c3fb0a9d1e2f3a4b5c6/meta.yaml', 'mlruns/1/5c0f2a9b…/meta.yaml'],
  ['tree (5c0f2a9be1d24c3fb0a9d1e2f3a4b5c6)', 'tree (5c0f2a9b…)'],
  ['reports/metrics.json', 'reports/metrics.json'],
  ['runs/20261014/deadbeef', 'runs/20261014/deadbeef'],
])('of ids that are drawn at random the beginning is enough: %s', (text, short) => {
  expect(shortIds(text)).toBe(short);
});

test('columns that say nothing are left out, the first stays', () => {
  const columns = ['Run', 'Seed', 'Split', 'Value'].map(title => ({ title }));
  const table = {
    kind: 'table',
    id: 't',
    title: 'T',
    columns,
    rows: [{ cells: ['', '—', '', '1'] }],
  } as const;
  expect(statedColumns(table)).toMatchObject({
    columns: [{ title: 'Run' }, { title: 'Value' }],
    rows: [{ cells: ['', '1'] }],
  });
});

test.each([
  ['2026-10-14T10:00:00Z', '2026-10-14 10:00 UTC'],
  ['2026-10-14T10:00:00.123+02:00', '2026-10-14 08:00 UTC'],
  ['2026-10-14', '2026-10-14'],
  ['last Tuesday', 'last Tuesday'],
])('times are read, not spelled: %s', (time, text) => {
  expect(timeText(time)).toBe(text);
});
