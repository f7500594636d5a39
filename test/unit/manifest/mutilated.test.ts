import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../../src/base/lines';
import type { LineIndex } from '../../../src/base/lines';
import type { Position, Range } from '../../../src/base/place';
import { parseLifecycle } from '../../../src/lifecycle/parse';
import { vocabularyOf } from '../../../src/lifecycle/vocabulary';
import { editManifest } from '../../../src/manifest/edit';
import type { Decision } from '../../../src/manifest/edit';
import { parseManifest } from '../../../src/manifest/parse';
import { mutilated } from './mutilate';

const FIXTURES = join(import.meta.dirname, '../../fixtures/manifest');
const TEXTS = readdirSync(FIXTURES).map(name => readFileSync(join(FIXTURES, name, 'holdout.yaml'), 'utf8'));
const VOCABULARY = vocabularyOf(['fit-before-split']);
const RUNS = { numRuns: 200 };

describe('a mutilated manifest', () => {
  it('is read without a throw, and every problem and fix lies in the text', () => {
    fc.assert(
      fc.property(mutilated(TEXTS), text => {
        const { problems, value } = parseManifest('/p/holdout.yaml', text, VOCABULARY);
        const lines = lineIndex(text.replace(/^\uFEFF/, ''));
        const ranges = problems.flatMap(({ place, fix }) => [place.range, ...(fix ? [fix.place.range] : [])]);
        const fields = [...value.fields.values()].map(({ range }) => range);
        expect([...ranges, ...fields].filter(range => !isInside(lines, range))).toEqual([]);
        expect(
          problems.map(({ message }) => message).filter(message => !/^[^\n]+[.?]$|"$/.test(message)),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is read without a throw as a lifecycle, too', () => {
    fc.assert(
      fc.property(mutilated(TEXTS), text => {
        expect(parseLifecycle('/p/ours.yaml', text).problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('is edited safely or not at all', () => {
    const decision: Decision = {
      kind: 'tick',
      stage: 'problem-definition',
      criterion: 'decision',
      by: 'me',
      on: '2026-11-21',
    };
    fc.assert(
      fc.property(mutilated(TEXTS), text => {
        const result = editManifest(text, decision);
        if (!result.ok) {
          expect(result.failure.message).toMatch(/\.$/);
          return;
        }
        const { offsetAt } = lineIndex(text);
        const edited = result.value.edits.reduceRight(
          (before, { range, newText }) =>
            before.slice(0, offsetAt(range.start)) + newText + before.slice(offsetAt(range.end)),
          text,
        );
        const after = parseManifest('/p/holdout.yaml', edited).value;
        expect(after.stages.get('problem-definition')?.criteria.get('decision')?.done?.by).toBe('me');
        expect(after.metrics).toHaveLength(parseManifest('/p/holdout.yaml', text).value.metrics.length);
      }),
      { numRuns: 100 },
    );
  });
});

function isInside(lines: LineIndex, { start, end }: Range): boolean {
  const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)];
  return from <= to && same(lines.positionAt(from), start) && same(lines.positionAt(to), end);
}

const same = (a: Position, b: Position): boolean => a.line === b.line && a.column === b.column;
