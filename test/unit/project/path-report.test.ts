import { describe, expect, test } from 'vitest';
import { decodeToPage } from '../../../src/protocol/webview';
import { dataProject } from '../data/project';
import { drawSection } from '../reports/draw-section';

const FILES = {
  'reports/metrics.json': '{ "test": { "accuracy": 0.925, "recall": 0.8, "n": 200 } }',
  'reports/old.json': '{ "accuracy": 0.9 }',
  'broken.json': '{ "accuracy": ',
  'empty.json': '',
  'train.py': 'print(1)\n',
};

async function reportOn(path: string) {
  const { workspace } = dataProject(FILES);
  await workspace.discover(['/w']);
  return workspace.pathReport(path);
}

describe('a report of what no manifest selects', () => {
  test('shows the runs of a file without targets, and says what a manifest would add', async () => {
    const view = await reportOn('/w/reports/metrics.json');
    if (!view) throw new Error('there is no report');
    expect(view).toMatchObject({
      project: { name: 'metrics.json', file: '/w/reports/metrics.json' },
      summary: { text: '1 run, which no manifest selects: no target says what is good enough.' },
      metrics: [],
      isUnmanaged: true,
    });
    const text = view.sections.flatMap(({ id }) => drawSection(view, id)).join('\n');
    expect(text).toMatch(/accuracy/);
    expect(text).toMatch(/0\.925/);
    expect(view.sections.at(-1)?.title).toBe('What a manifest would add');
    expect(view.sections.filter(({ missing }) => missing !== undefined)).toEqual([]);
    expect(decodeToPage(JSON.parse(JSON.stringify({ type: 'report', view })))).toEqual({
      type: 'report',
      view,
    });
  });

  test('shows all runs of a folder', async () => {
    const view = await reportOn('/w/reports');
    expect(view?.summary.text).toMatch(/^2 runs, which/);
  });

  test('has no doubts about what merely lies beside them', async () => {
    const view = await reportOn('/w');
    if (!view) throw new Error('there is no report');
    const text = view.sections.flatMap(({ id }) => drawSection(view, id)).join('\n');
    expect(text).toMatch(/broken\.json/);
    expect(text).not.toMatch(/train\.py/);
  });

  test.each([
    ['a file that is broken', '/w/broken.json', /broken\.json|end of/i],
    ['an empty file', '/w/empty.json', /empty/],
    ['what is not there', '/w/gone.json', /not there/],
  ])('says why nothing was read of %s', async (_, path, expected) => {
    const view = await reportOn(path);
    if (!view) throw new Error('there is no report');
    expect(view.summary.text).toBe('No run was read from it.');
    expect(view.sections.flatMap(({ id }) => drawSection(view, id)).join('\n')).toMatch(expected);
  });

  test('reads nothing outside of the workspace', async () => {
    expect(await reportOn('/etc/passwd')).toBeUndefined();
    expect(await reportOn('/w/../etc/passwd')).toBeUndefined();
  });
});
