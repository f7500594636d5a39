import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commonFolder,
  extensionOf,
  folderOf,
  foldersAbove,
  isInside,
  nameOf,
  normalise,
  relative,
  resolve,
} from '../../../src/project/paths';

describe('paths', () => {
  it.each([
    ['/ada/./a//b/../c.py', '/ada/a/c.py'],
    ['/../..', '/'],
    ['C:\\ada\\a.py', 'C:/ada/a.py'],
    ['/ada/', '/ada'],
  ])('brings %s into the form %s', (given, expected) => {
    expect(normalise(given)).toBe(expected);
  });

  it('resolves against a folder, and leaves what is absolute', () => {
    expect(resolve('/ada', 'a/../b.py')).toBe('/ada/b.py');
    expect(resolve('/ada', '/other/b.py')).toBe('/other/b.py');
    expect(resolve('/ada', 'C:\\b.py')).toBe('C:/b.py');
  });

  it.each([
    ['/ada/a.py', '/ada'],
    ['/a.py', '/'],
    ['/', '/'],
    ['C:/a.py', 'C:/'],
    ['C:/', 'C:/'],
  ])('finds the folder of %s', (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });

  it('names files and their extensions', () => {
    expect(nameOf('/ada/a.py')).toBe('a.py');
    expect(extensionOf('/ada/A.IPYNB')).toBe('.ipynb');
    expect(extensionOf('/ada/.gitignore')).toBe('');
  });

  it('knows what lies in a folder by whole names', () => {
    expect(isInside('/ada', '/ada/a')).toBe(true);
    expect(isInside('/ada', '/ada')).toBe(true);
    expect(isInside('/ada', '/adagio/a')).toBe(false);
    expect(isInside('/', '/a')).toBe(true);
  });

  it('climbs from file to root', () => {
    expect(foldersAbove('/a/b/c.py')).toEqual(['/a/b', '/a', '/']);
  });

  it('finds the deepest common folder', () => {
    expect(commonFolder(['/a/b/c', '/a/b', '/a/bc'])).toBe('/a');
    expect(commonFolder(['/a/b'])).toBe('/a/b');
    expect(commonFolder(['/a', '/b'])).toBe('/');
  });

  it('writes relative paths that lead back', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 5 })
      .map(parts => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, path, (base, target) => {
        expect(resolve(base, relative(base, target))).toBe(normalise(target));
      }),
    );
  });
});
