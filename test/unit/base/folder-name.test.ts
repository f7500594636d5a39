import { describe, expect, it } from 'vitest';
import { mayBeFolder } from '../../../src/base/folder-name';

describe('what may be a folder', () => {
  it.each([
    ['/w/data', true],
    ['/w/data.v2', true],
    ['C:\\w\\run-1.0', true],
    ['/w/.holdout', true],
    ['/w/mlruns/0/abc/metrics/recall', true],
    ['/w/train.csv', false],
    ['/w/model.h5', false],
    ['/w/node_modules/x', false],
    ['/w/.git/index', false],
    ['/w/a/.git', false],
    ['/w/my.github', false],
  ])('%s: %s', (path, expected) => {
    expect(mayBeFolder(path)).toBe(expected);
  });
});
