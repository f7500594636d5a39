import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotebook } from '../../../src/notebook/ipynb';
import { lintSource } from '../../support/lintExample';
import { filesUnder, readText } from '../../support/sources';

const notebooks = [...filesUnder('test/fixtures/torture', '.ipynb'), ...filesUnder('examples', '.ipynb')];

/** Reads and lints: whatever is in the file, segments must be in order and lie inside the text. */
function survive(text: string): void {
  const read = readNotebook('/project/notebook.ipynb', text);
  if (!read.ok) {
    expect(read.failure.message).not.toBe('');
    return;
  }
  let last = 0;
  for (const { start, end } of read.value.segments) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(read.value.text.length);
  lintSource(read.value);
}

describe('notebooks that are not as they should be', () => {
  it.each(notebooks)('%s', path => {
    survive(readText(path));
  });

  it('any of them, cut off', () => {
    const cut = fc.tuple(
      fc.constantFrom(...notebooks.map(readText)),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(cut, ([text, part]) => survive(text.slice(0, Math.floor(text.length * part)))),
      { numRuns: 100 },
    );
  });

  it('any JSON at all, in the place of any part', () => {
    const cell = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          cell_type: fc.oneof(fc.constantFrom('code', 'markdown', 'raw'), fc.jsonValue()),
          source: fc.oneof(fc.string(), fc.array(fc.oneof(fc.string(), fc.jsonValue())), fc.jsonValue()),
          execution_count: fc.jsonValue(),
          metadata: fc.jsonValue(),
          outputs: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    const notebook = fc.record(
      {
        nbformat: fc.oneof(fc.constant(4), fc.jsonValue()),
        metadata: fc.oneof(fc.constant({}), fc.jsonValue()),
        cells: fc.oneof(fc.array(cell), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(notebook, value => survive(JSON.stringify(value))),
      { numRuns: 300 },
    );
  });
});
