import { describe, expect, it } from 'vitest';
import { footprintOf } from '../../../src/project/footprint';
import { memoryFiles } from './memory-files';

const made = (path: string) => ({ path, kind: 'created' }) as const;

const CONTENT = { '/w/a.json': '1', '/w/runs/b.json': '2', '/w/runs/deep/c.json': '3' };

describe('a footprint', () => {
  it('is touched by what was read or asked for, present or not', async () => {
    const { files, isTouchedBy } = footprintOf(memoryFiles(CONTENT));
    await files.read('/w/a.json');
    await files.stat('/w/docs/scope.md');
    expect(isTouchedBy(made('/w/a.json'))).toBe(true);
    expect(isTouchedBy(made('/w/docs/scope.md'))).toBe(true);
    expect(isTouchedBy(made('/w/other.json'))).toBe(false);
  });

  it('is touched by a folder around what was read', async () => {
    const { files, isTouchedBy } = footprintOf(memoryFiles(CONTENT));
    await files.read('/w/runs/b.json');
    expect(isTouchedBy(made('/w/runs'))).toBe(true);
    expect(isTouchedBy(made('/w/run'))).toBe(false);
  });

  it('is touched by what lies in a listed folder, and by new folders on the way', async () => {
    const { files, isTouchedBy } = footprintOf(memoryFiles(CONTENT));
    await files.list('/w/runs');
    expect(isTouchedBy(made('/w/runs/new.json'))).toBe(true);
    expect(isTouchedBy(made('/w/runs/newer/d.json'))).toBe(true);
    expect(isTouchedBy(made('/w/runs/deep/c.json'))).toBe(false);
    expect(isTouchedBy(made('/w/a.json'))).toBe(false);
  });

  it('is not touched by what is only written in a listed folder', async () => {
    const { files, isTouchedBy } = footprintOf(memoryFiles(CONTENT));
    await files.list('/w/runs');
    await files.read('/w/a.json');
    expect(isTouchedBy({ path: '/w/runs/b.json', kind: 'changed' })).toBe(false);
    expect(isTouchedBy({ path: '/w/a.json', kind: 'changed' })).toBe(true);
  });

  it('is touched by anything in a folder of which the listing is still under way', () => {
    const { files, isTouchedBy } = footprintOf(memoryFiles(CONTENT));
    void files.list('/w/runs');
    expect(isTouchedBy(made('/w/runs/deep/c.json'))).toBe(true);
  });
});
