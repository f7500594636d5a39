import { describe, expect, it } from 'vitest';
import type { CriterionState } from '../../../src/base/outcome';
import { wordLoss } from '../../../src/extension/commands/loss';
import { signOffBar } from '../../../src/extension/commands/openCriteria';
import { criterion, stage } from './states';

const barOf = (...criteria: CriterionState[]) => signOffBar(stage({ title: 'Evaluation', criteria }));
const unmet = (id: string) => criterion({ id, outcome: 'unmet', reason: '`recall` is 0.7.' });
const unknown = (id: string) => criterion({ id, outcome: 'unknown', reason: 'No run.' });

describe('the signature of a stage', () => {
  it('is free where everything is met or waived', () => {
    expect(barOf(criterion(), criterion({ outcome: 'waived' }))).toBeUndefined();
  });

  it('is refused while something is unmet, whatever else is unknown', () => {
    expect(barOf(unknown('b'), unmet('targets-met'))).toEqual({
      final: true,
      message: 'Evaluation cannot be signed off: 1 criterion is unmet.',
      detail: 'Meet them, or waive them with a reason.\n\nTargets met: recall is 0.7.',
      first: unmet('targets-met'),
    });
  });

  it('is asked for where something is unknown', () => {
    expect(barOf(criterion(), unknown('drift'))).toEqual({
      final: false,
      message: 'In Evaluation, 1 criterion is unknown: no machine can tell. Sign it off all the same?',
      detail: 'Drift: No run.',
      first: unknown('drift'),
    });
  });

  it('names the first five', () => {
    const detail = barOf(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(unmet))?.detail ?? '';
    expect(detail).toMatch(/\nE: .*\n… and 2 more$/);
  });
});

describe('a tick that is taken back', () => {
  it('loses a day and a name without a question', () => {
    expect(wordLoss(undefined)).toBeUndefined();
    expect(wordLoss({ on: '2026-10-02', by: 'ada' })).toBeUndefined();
  });

  it('loses a note, or several names, only after one', () => {
    expect(wordLoss({ on: '2026-10-02', by: 'ada', note: 'see minutes' })).toBe(
      'This removes from the manifest: ticked by ada on 2026-10-02.\nNote: see minutes',
    );
    expect(wordLoss({ on: '2026-10-02', by: 'ada, bo' })).toBe(
      'This removes from the manifest: ticked by ada, bo on 2026-10-02.',
    );
  });
});
