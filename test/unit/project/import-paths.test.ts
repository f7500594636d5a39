import { describe, expect, it } from 'vitest';
import { importCandidates, importedNames } from '../../../src/project/import-paths';

const paths = (name: string): string[] =>
  importCandidates('/w/pkg/sub/a.py', name, ['/w', '/w/src']).map(({ path }) => path);

describe('where an import may lead', () => {
  it('is beside the file, and below the roots', () => {
    expect(paths('tools.io')).toEqual([
      '/w/pkg/sub/tools/io.py',
      '/w/pkg/sub/tools/io/__init__.py',
      '/w/tools/io.py',
      '/w/tools/io/__init__.py',
      '/w/src/tools/io.py',
      '/w/src/tools/io/__init__.py',
    ]);
  });

  it('is told by dots', () => {
    expect(paths('.io')).toEqual(['/w/pkg/sub/io.py', '/w/pkg/sub/io/__init__.py']);
    expect(paths('..io')).toEqual(['/w/pkg/io.py', '/w/pkg/io/__init__.py']);
    expect(paths('.')).toEqual(['/w/pkg/sub/__init__.py']);
    expect(paths('......io')[0]).toBe('/io.py');
  });
});

describe('what a text imports', () => {
  it.each([
    ['import a', ['a']],
    ['import a.b as c, d', ['a.b', 'd']],
    ['from a import b, c as d', ['a', 'a.b', 'a.c']],
    ['from . import a', ['.', '.a']],
    ['from ..a import b', ['..a', '..a.b']],
    ['    from a import b  # not c, d', ['a', 'a.b']],
    ['important = 1\nfrom_ = 2', []],
  ])('%s', (text, names) => {
    expect(importedNames(text)).toEqual(names);
  });
});
