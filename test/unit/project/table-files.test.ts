import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/base/ports';
import { tableFiles } from '../../../src/project/table-files';
import { memoryFiles } from './memory-files';

const parts = (count: number, folder = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, part) => [
      `/w/data/${folder}${String(part).padStart(5, '0')}.csv`,
      'x\n',
    ]),
  );

/** A folder of so many files, without making them. */
function crowded(count: number): Files {
  const names = Object.keys(parts(count)).map(path => path.slice('/w/data/'.length));
  return {
    ...memoryFiles({}),
    stat: path => Promise.resolve(path === '/w/data' ? { kind: 'directory', size: 0, stamp: '' } : undefined),
    list: path => Promise.resolve(path === '/w/data' ? names : []),
  };
}

describe('the files of a table', () => {
  it.each(['data', 'data/*.csv'])('are all of its parts, by %s', async path => {
    const found = await tableFiles(crowded(6000), '/w', path);
    expect(found.ok && found.value.length).toBe(6000);
  });

  it.each([
    ['data', 10_001, /more than 10,000 files/],
    ['data/*.csv', 10_001, /more than 10,000 files/],
    ['data', 30_000, /more lies there/],
    ['data/*.csv', 30_000, /more lies there/],
  ])('are none where some would be left out: %s of %i', async (path, count, reason) => {
    expect(await tableFiles(crowded(count), '/w', path)).toEqual({
      ok: false,
      failure: expect.stringMatching(reason) as string,
    });
  });

  it('are none where some lie too deep', async () => {
    const files = memoryFiles({ ...parts(2), ...parts(1, 'a/b/c/d/e/f/g/h/i/j/') });
    expect(await tableFiles(files, '/w', 'data')).toMatchObject({ ok: false });
    expect(await tableFiles(files, '/w', 'data/*.csv')).toMatchObject({ ok: true, value: { length: 2 } });
  });
});
