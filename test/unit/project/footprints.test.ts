import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/base/ports';
import { createFootprints } from '../../../src/project/footprints';
import type { Change } from '../../../src/project/ports';
import { memoryFiles } from './memory-files';

const CONTENT = { '/w/a.json': '1', '/w/runs/b.json': '2', '/w/runs/deep/c.json': '3' };

type Look = (files: Files) => Promise<unknown>;
const read =
  (path: string): Look =>
  files =>
    files.read(path);
const probe =
  (path: string): Look =>
  files =>
    files.stat(path);
const list =
  (path: string): Look =>
  files =>
    files.list(path);

/** Is an answer that looked there touched by the change? */
async function touches(looks: readonly Look[], change: Change): Promise<boolean> {
  const footprints = createFootprints(memoryFiles(CONTENT));
  const footprint = footprints.begin();
  for (const look of looks) await look(footprint.files);
  expect(footprint.touched).toBe(false);
  footprints.touch([change]);
  return footprint.touched;
}

const made = (path: string): Change => ({ path, kind: 'created' });
const written = (path: string): Change => ({ path, kind: 'changed' });
const gone = (path: string): Change => ({ path, kind: 'deleted' });

describe('a footprint', () => {
  it.each<[string, readonly Look[], Change, boolean]>([
    ['what was read', [read('/w/a.json')], written('/w/a.json'), true],
    ['what was read, made again', [read('/w/a.json')], made('/w/a.json'), true],
    ['what was asked for and was not there', [probe('/w/docs/scope.md')], made('/w/docs/scope.md'), true],
    ['another file', [read('/w/a.json'), probe('/w/docs/scope.md')], written('/w/other.json'), false],
    ['a folder around what was read', [read('/w/runs/b.json')], gone('/w/runs'), true],
    ['a folder around what was read, however far up', [read('/w/runs/deep/c.json')], gone('/w'), true],
    ['a folder of which the name begins alike', [read('/w/runs/b.json')], gone('/w/run'), false],
    ['a new file in a listed folder', [list('/w/runs')], made('/w/runs/new.json'), true],
    ['a file in a new folder of a listed one', [list('/w/runs')], made('/w/runs/newer/d.json'), true],
    ['a file in a folder that the list named', [list('/w/runs')], gone('/w/runs/deep/c.json'), false],
    ['a file beside a listed folder', [list('/w/runs')], made('/w/b.json'), false],
    ['the listed folder itself', [list('/w/runs')], gone('/w/runs'), true],
    ['a folder around a listed one', [list('/w/runs/deep')], gone('/w/runs'), true],
    ['what is only written in a listed folder', [list('/w/runs')], written('/w/runs/b.json'), false],
  ])('with %s', async (_, looks, change, expected) => {
    expect(await touches(looks, change)).toBe(expected);
  });

  it('is touched by anything in a folder of which the listing is still under way', () => {
    const footprints = createFootprints(memoryFiles(CONTENT));
    const footprint = footprints.begin();
    void footprint.files.list('/w/runs');
    footprints.touch([made('/w/runs/deep/c.json')]);
    expect(footprint.touched).toBe(true);
  });

  it('stays touched, whatever is looked at afterwards', async () => {
    const footprints = createFootprints(memoryFiles(CONTENT));
    const footprint = footprints.begin();
    footprint.look('/w/a.json');
    footprints.touch([written('/w/a.json')]);
    await footprint.files.read('/w/runs/b.json');
    expect(footprint.touched).toBe(true);
  });

  it('is not touched once it has ended', () => {
    const footprints = createFootprints(memoryFiles(CONTENT));
    const [one, other] = [footprints.begin(), footprints.begin()];
    for (const { look } of [one, other]) look('/w/a.json');
    one.end();
    footprints.touchAll();
    expect([one.touched, other.touched]).toEqual([false, true]);
  });
});
