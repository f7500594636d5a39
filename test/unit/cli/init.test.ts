import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from './program';

const run = program();
let folder = '';
const manifest = () => join(folder, 'holdout.yaml');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-init-'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'README.md'), '# Churn\n');
  writeFileSync(join(folder, 'data/train.csv'), 'age,churned\n1,0\n');
  writeFileSync(join(folder, 'data/test.csv'), 'age\n1\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('holdout init', () => {
  it('writes a manifest that status can use', () => {
    const { code, out } = run(['init'], folder);
    expect([code, out]).toEqual([
      0,
      'Wrote holdout.yaml, with 3 values that were found in the folder. Check them. Then run holdout status.\n',
    ]);
    expect(readFileSync(manifest(), 'utf8')).toContain('train: data/train.csv # by its name');
    expect(run(['status'], folder)).toMatchObject({ code: 0, out: expect.stringContaining('Churn') });
  });

  it('only prints it with --dry-run', () => {
    const { code, out } = run(['init', folder, '--dry-run', '--lifecycle', 'five-stage']);
    expect(code).toBe(0);
    expect(out).toContain('name: Churn # the title of README.md\nlifecycle: five-stage\n');
    expect(existsSync(manifest())).toBe(false);
  });

  it('says so where nothing was found', () => {
    rmSync(join(folder, 'data'), { recursive: true });
    rmSync(join(folder, 'README.md'));
    const { out } = run(['init'], folder);
    expect(out).toBe(
      'Wrote holdout.yaml. Nothing in the folder could be filled in: turn on its lines, and write your own. Then run holdout status.\n',
    );
  });

  it('writes over nothing', () => {
    writeFileSync(manifest(), 'mine');
    const { code, err } = run(['init'], folder);
    expect([code, err]).toEqual([2, 'holdout: holdout.yaml: it is there already; nothing was written.\n']);
    expect(readFileSync(manifest(), 'utf8')).toBe('mine');
  });

  it.each([
    [['init', 'nowhere'], /nowhere: there is no such folder/],
    [['init', 'README.md'], /README\.md: there is no such folder/],
    [
      ['init', '--lifecycle', 'nine-stages'],
      /there is no lifecycle `nine-stages`\. Did you mean `nine-stage`\?/,
    ],
    [['init', 'a', 'b'], /`init` takes one folder/],
    [['check', '--dry-run'], /`--dry-run` does not go with `check`/],
  ])('refuses %j with a reason', (args, reason) => {
    const { code, err } = run(args, folder);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
    expect(existsSync(manifest())).toBe(false);
  });
});
