import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import { readMetrics } from '../../../src/metrics/read';
import { mergeTables } from '../../../src/metrics/select';
import { isCompareView } from '../../../src/protocol/compare';
import { curveDetail } from '../../../src/reports/compare/curves';
import { compareReport } from '../../../src/reports/compare/report';
import type { CompareView } from '../../../src/reports/compare/view';
import type { Cell } from '../../../src/reports/document';

const { value: MANIFEST } = parseManifest('/p/holdout.yaml', 'version: 1\nname: Fraud\n');

function compared(files: Readonly<Record<string, string>>, ids = Object.keys(files)): CompareView {
  const tables = Object.entries(files).map(
    ([file, text]) => readMetrics(`/p/${file}`, new TextEncoder().encode(text)).value,
  );
  return compareReport({
    manifest: MANIFEST,
    table: mergeTables(tables),
    ids: ids.map(id => `/p/${id}`),
    pairs: { state: 'off', reason: 'none is known' },
  });
}

const said = (cell: Cell): string =>
  typeof cell === 'string'
    ? cell
    : cell.kind === 'figure'
      ? `${cell.text} [${'low' in cell.certainty ? cell.certainty.text : cell.certainty.none}]`
      : cell.text;

function rowsOf({ sections }: CompareView, id: string): readonly (readonly string[])[] {
  const block = sections.find(section => section.id === id)?.blocks[0];
  return block?.kind === 'table' ? block.rows.map(({ cells }) => cells.map(said)) : [];
}

const VIEW = compared({
  'runs/a.json': '{ "accuracy": 0.9, "n": 100, "loss": 0.5, "f1": 0.7, "epochs": 3 }',
  'runs/b.json': '{ "accuracy": 0.8, "n": 100, "loss": 0.4, "f1": 0.7 }',
});

it('shows only what differs, with the better one by its direction', () => {
  expect(rowsOf(VIEW, 'metrics').map(([name, , , best]) => [name, best])).toEqual([
    ['accuracy', 'a.json'],
    ['loss', 'b.json'],
  ]);
  expect(VIEW.summary).toBe('2 runs: 2 metrics and 0 parameters differ. 1 metric is in one of them only.');
  const equal = VIEW.sections.find(({ id }) => id === 'equal')?.blocks[0];
  expect(equal?.kind === 'facts' && equal.facts.map(({ name }) => name)).toEqual(['n', 'f1']);
});

it('says once of what nobody knows which way is better, and lists apart what one run has alone', () => {
  const view = compared({ 'a.json': '{ "epochs": 3, "f1": 0.7 }', 'b.json': '{ "epochs": 4, "auc": 0.9 }' });
  const [table] = view.sections.find(({ id }) => id === 'metrics')?.blocks ?? [];
  expect(rowsOf(view, 'metrics').map(([name, , , best]) => [name, best])).toEqual([['epochs', '—']]);
  expect(table?.kind === 'table' && table.note).toMatch(
    /^None is best where nobody knows which way is better/,
  );
  const alone = view.sections.find(({ id }) => id === 'alone')?.blocks[0];
  expect(alone?.kind === 'facts' && alone.facts.map(({ name }) => name)).toEqual([
    'f1, a.json',
    'auc, b.json',
  ]);
});

it('puts parameters with two values before those that a run does not state, and leaves out names and times', () => {
  const view = compared({
    'a.json': '{ "f1": 0.7, "model": "tree", "date": "2026-05-04", "params": { "alpha": 1, "depth": 3 } }',
    'b.json': '{ "f1": 0.8, "model": "forest", "params": { "depth": 5 } }',
  });
  expect(rowsOf(view, 'parameters')).toEqual([
    ['params.depth', '`3`', '`5`'],
    ['params.alpha', '`1`', '—'],
  ]);
  expect(view.runs.map(({ time }) => time)).toEqual(['2026-05-04', undefined]);
});

it('holds the others against the first, with an interval where both tell their counts', () => {
  // By hand, from Wilson's (0.7112, 0.8666) and (0.8256, 0.9448): −0.1 − √(0.0888² + 0.0448²), −0.1 + √(0.0666² + 0.0744²).
  expect(rowsOf(VIEW, 'differences')).toEqual([
    ['accuracy', '−0.1 [−0.199 to −0.000]'],
    ['loss', '−0.1 [the source gives no counts]'],
  ]);
});

it('passes the guard of its page as JSON, also with what is not finite', () => {
  const view = compared({
    'a.json': '{ "auc": NaN }',
    'b.json': '{ "auc": 0.5 }',
    'c.csv': 'step,loss\n1,0.5\n2,NaN\n3,0.1\n',
  });
  expect(isCompareView(JSON.parse(JSON.stringify(view)))).toBe(true);
  expect(view.curves).toMatchObject([
    { name: 'loss', lines: [{ run: 2, steps: [1, 3], points: 3, left: 1 }] },
  ]);
});

it('tells runs of one name apart, and says which are gone', () => {
  const files = { 'a/metrics.json': '{ "auc": 0.6 }', 'b/metrics.json': '{ "auc": 0.5 }' };
  const view = compared(files, ['a/metrics.json', 'b/metrics.json', 'c/metrics.json']);
  expect(view.runs.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(view.missing).toEqual(['/p/c/metrics.json']);
});

it('puts the same metric of several runs into one curve', () => {
  const view = compared({ 'a.csv': 'step,loss,lr\n1,3,1\n2,1,1\n', 'b.csv': 'step,loss\n1,2\n5,1\n' });
  expect(view.curves.map(({ name, lines }) => [name, lines.map(({ run }) => run)])).toEqual([
    ['loss', [0, 1]],
    ['lr', [0]],
  ]);
});

describe('a part of a curve', () => {
  const steps = Float64Array.from({ length: 100_000 }, (_, at) => at);
  const values = steps.map(step => (step === 50_001 ? 99 : step === 50_003 ? NaN : Math.sin(step)));
  const run = { id: 'r', name: 'r', file: '/p/r', params: {} };
  const table = { runs: [run], values: [], series: [{ run: 'r', name: 'loss', steps, values }] };
  const part = (from: number, to: number, name = 'loss') => curveDetail(table, [run], { name, from, to });

  it('has every point of a small range, and one on either side', () => {
    const line = part(50_000, 50_004)?.lines[0];
    expect(line).toMatchObject({ run: 0, points: 5, left: 1 });
    expect(line?.steps).toEqual([49_999, 50_000, 50_001, 50_002, 50_004, 50_005]);
    expect(line?.values[2]).toBe(99);
  });

  it('loses no peak of a large one', () => {
    const line = part(10.5, 90_000)?.lines[0];
    expect(line?.points).toBe(89_990);
    expect(line?.steps.length).toBeLessThanOrEqual(2000);
    expect(Math.max(...(line?.values ?? []))).toBe(99);
  });

  it.each([
    ['before the first', -5, -1, [0]],
    ['behind the last', 2e5, 3e5, [99_999]],
    ['between two', 7.2, 7.8, [7, 8]],
  ])('%s there is none inside', (_, from, to, expected) => {
    expect(part(from, to)?.lines[0]).toMatchObject({ points: 0, steps: expected });
  });

  it('of another name there is none', () => expect(part(0, 1, 'auc')).toBeUndefined());
});
