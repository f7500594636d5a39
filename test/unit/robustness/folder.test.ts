import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/project/paths';
import { filesUnder, ROOT } from '../../support/sources';
import { workspaceOver } from '../../support/workspace';

const TORTURE = 'test/fixtures/torture';

/** Not Python that could be read, whatever the name says; the reason is for the user. */
const SKIPPED: Readonly<Record<string, RegExp>> = {
  'binary.py': /binary/,
  'latin1.py': /UTF-8/,
  'null_bytes.py': /binary/,
  'utf16.py': /binary|UTF-8/,
  'not_json.ipynb': /JSON/,
  'truncated.ipynb': /JSON/,
  'empty.ipynb': /empty/,
  'lfs_pointer.ipynb': /JSON/,
  'array.ipynb': /notebook/,
  'null.ipynb': /notebook/,
  'number.ipynb': /notebook/,
  'no_cells.ipynb': /cells/,
  'cells_null.ipynb': /cells/,
  'julia.ipynb': /[Jj]ulia/,
  'nbformat3.ipynb': /old format 3/,
  'nbformat99.ipynb': /newer/,
  'r.ipynb': /\bR\b/,
};

describe('a folder of files that are not as they should be', async () => {
  const { files, skipped, findings } = await workspaceOver(join(ROOT, TORTURE)).check();
  const analysed = new Set(files.map(nameOf));
  const reasons = new Map(skipped.map(({ file, reason }) => [nameOf(file), reason]));
  const all = filesUnder(TORTURE, '.py', '.ipynb').map(nameOf);

  it('loses none of them without a word', () => {
    expect(all.filter(name => !analysed.has(name) && !reasons.has(name))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });

  it.each(Object.entries(SKIPPED))('%s is skipped with a reason', (name, reason) => {
    expect(analysed).not.toContain(name);
    expect(reasons.get(name) ?? '').toMatch(reason);
  });

  it('analyses all others', () => {
    expect(all.filter(name => !(name in SKIPPED) && !analysed.has(name))).toEqual([]);
  });

  it('says of the half-typed ones that a part of them was not read', () => {
    expect(reasons.get('half_typed.py')).toMatch(/could not be parsed/);
  });

  it('finds the leak in the notebook where it stands', () => {
    const inNotebook = findings.filter(({ place }) => place.file.endsWith('/leak.ipynb'));
    expect(inNotebook.map(({ rule, place }) => [rule, place.cell, place.range.start.line])).toEqual([
      ['fit-before-split', 3, 1],
    ]);
  });
});
