import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kindOfPath, nodeFiles } from '../../../src/host/node-files';
import { normalise } from '../../../src/project/paths';

let folder = '';
let root = '';
beforeEach(() => {
  folder = normalise(realpathSync(mkdtempSync(join(tmpdir(), 'holdout-files-'))));
  root = `${folder}/root`;
  mkdirSync(`${root}/sub`, { recursive: true });
  writeFileSync(`${root}/a.txt`, 'a');
  writeFileSync(`${folder}/secret.txt`, 'secret');
  symlinkSync(`${folder}/secret.txt`, `${root}/leaving.txt`);
  symlinkSync(folder, `${root}/up`);
  symlinkSync(`${root}/a.txt`, `${root}/sub/inner.txt`);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const text = async (path: string, sizeLimit?: number): Promise<string> => {
  const read = await nodeFiles({ roots: [root], ...(sizeLimit === undefined ? {} : { sizeLimit }) }).read(
    path,
  );
  return read.ok ? new TextDecoder().decode(read.value) : read.failure.kind;
};

describe('files on disk', () => {
  it('are read inside the roots, also through links that stay inside', async () => {
    expect(await text(`${root}/a.txt`)).toBe('a');
    expect(await text(`${root}/sub/inner.txt`)).toBe('a');
  });

  it('are refused outside, by whatever way', async () => {
    expect(await text(`${folder}/secret.txt`)).toBe('outside');
    expect(await text(`${root}/leaving.txt`)).toBe('outside');
    expect(await text(`${root}/up/secret.txt`)).toBe('outside');
    expect(await text(`${root}/../secret.txt`)).toBe('outside');
    const files = nodeFiles({ roots: [root] });
    expect(await files.stat(`${folder}/secret.txt`)).toBeUndefined();
    expect(await files.list(folder)).toEqual([]);
    expect(await files.list(`${root}/up`)).toEqual([]);
  });

  it('give a reason when they cannot be read', async () => {
    expect(await text(`${root}/none.txt`)).toBe('missing');
    expect(await text(`${root}/a.txt/b`)).toBe('missing');
    expect(await text(`${root}/sub`)).toBe('unreadable');
    expect(await text(`${root}/a.txt`, 0)).toBe('too-large');
  });

  it('are listed in order, folders by a slash; links to folders are none', async () => {
    const files = nodeFiles({ roots: [root] });
    expect(await files.list(root)).toEqual(['a.txt', 'leaving.txt', 'sub/', 'up']);
    expect(await files.list(`${root}/none`)).toEqual([]);
    expect(await files.list(`${root}/a.txt`)).toEqual([]);
  });

  it('have a stamp that changes with them', async () => {
    const files = nodeFiles({ roots: [root] });
    const before = await files.stat(`${root}/a.txt`);
    expect(before).toMatchObject({ kind: 'file', size: 1 });
    writeFileSync(`${root}/a.txt`, 'ab');
    expect((await files.stat(`${root}/a.txt`))?.stamp).not.toBe(before?.stamp);
    expect(await files.stat(`${root}/sub`)).toMatchObject({ kind: 'directory' });
    expect(await files.stat(`${root}/none`)).toBeUndefined();
  });

  it('follow their roots as these change', async () => {
    const roots = [root];
    const files = nodeFiles({ roots });
    expect((await files.read(`${folder}/secret.txt`)).ok).toBe(false);
    roots.push(folder);
    expect((await files.read(`${folder}/secret.txt`)).ok).toBe(true);
  });

  it('are told apart before anything is opened', async () => {
    expect(await kindOfPath(root)).toBe('directory');
    expect(await kindOfPath(`${root}/a.txt`)).toBe('file');
    expect(await kindOfPath(`${root}/none`)).toBe('missing');
    expect(await kindOfPath('/dev/null')).toBe('other');
  });
});
