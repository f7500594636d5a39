import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { judgeNotebook } from '../../../src/evidence/criteria/notebook';
import type { Cell } from './notebooks';
import { notebook } from './notebooks';
import { contextOf, ROOT } from './world';

const judge = (files: Readonly<Record<string, string | Uint8Array>>, path = 'eda.ipynb') =>
  judgeNotebook({ kind: 'notebook', paths: [path] }, contextOf({ files }));

describe('a notebook as evidence', () => {
  it.each<[string, readonly Cell[], Outcome, RegExp, number | undefined]>([
    ['ran in order', [{ count: 1 }, { count: 2 }], 'met', /ran from top to bottom, 2 cells\./, undefined],
    ['ran in order with gaps', [{ count: 3 }, { count: 7, silent: true }], 'met', /top to bottom/, undefined],
    [
      'an empty cell does not count',
      [{ count: 1 }, { count: null, source: ' ' }],
      'met',
      /1 cell\./,
      undefined,
    ],
    ['a cell was not run', [{ count: 1 }, { count: null }], 'unmet', /Cell 3 of `eda\.ipynb` was not run/, 2],
    ['out of order', [{ count: 2 }, { count: 1 }], 'unmet', /Cell 3 .* ran before one above it/, 2],
    ['an error', [{ count: 1 }, { count: 2, error: 'KeyError' }], 'unmet', /ends in KeyError in cell 3/, 2],
    ['no outputs', [{ count: 1, silent: true }], 'unmet', /shows no output/, undefined],
    ['no code', [], 'unmet', /has no code/, undefined],
  ])('%s', async (_, cells, outcome, reason, cell) => {
    const verdict = await judge({ 'eda.ipynb': notebook(cells) });
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) as string });
    expect(verdict.location).toMatchObject({ file: `${ROOT}/eda.ipynb` });
    expect(verdict.location?.cell).toBe(cell);
  });

  it.each<[string, string | Uint8Array, Outcome, RegExp]>([
    ['not JSON', '{', 'unknown', /not JSON/],
    ['not text', new Uint8Array([0, 159, 146]), 'unmet', /not a text file/],
    ['an old format', '{"nbformat": 3, "worksheets": []}', 'unknown', /old format 3/],
  ])('%s', async (_, content, outcome, reason) => {
    expect(await judge({ 'eda.ipynb': content })).toMatchObject({
      outcome,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('of several, one that ran is enough', async () => {
    const files = {
      'nb/a.ipynb': notebook([{ count: 2 }, { count: 1 }]),
      'nb/b.ipynb': notebook([{ count: 1 }]),
    };
    expect(await judge(files, 'nb/*.ipynb')).toMatchObject({ outcome: 'met' });
    expect(await judge(files, 'nb/a.ipynb')).toMatchObject({ outcome: 'unmet' });
    expect(await judge(files, '../b.ipynb')).toMatchObject({ outcome: 'unknown' });
    expect(await judge({}, 'nb/none.ipynb')).toMatchObject({ outcome: 'unmet' });
  });
});
