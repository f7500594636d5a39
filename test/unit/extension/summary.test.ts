import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../src/extension/tree/summary';
import { criterion, project, somewhere, stage } from './states';

const open = project({
  stages: [
    stage({
      title: 'Evaluation',
      id: 'evaluation',
      criteria: [criterion({ id: 'a', outcome: 'unmet' }), criterion({ id: 'b', outcome: 'unknown' })],
    }),
  ],
  groups: [stage({ id: 'g', criteria: [criterion({ id: 'c', outcome: 'unmet' })] })],
  next: { stage: 'evaluation', criterion: 'a' },
});

describe('what stands beside the tree', () => {
  it('is nothing without a project', () => {
    expect(summaryOf([], undefined)).toEqual({ title: 'Stages', description: '' });
  });

  it('says which criteria are shown, where not all are', () => {
    expect(summaryOf([open], open, 'failing')).toMatchObject({
      title: 'Stages 12/31 · failing',
      description: 'Card fraud screening',
    });
  });

  it('counts what is unmet, in stages and groups, and not what is unknown', () => {
    expect(summaryOf([open], open).badge).toEqual({ value: 2, tooltip: '2 criteria unmet' });
  });

  it('has no badge where nothing is unmet', () => {
    expect(summaryOf([project()], undefined).badge).toBeUndefined();
  });

  it('names the stage of the next step', () => {
    expect(summaryOf([open], open).statusBar).toEqual({
      text: '$(milestone) Holdout 12/31 · Evaluation',
      tooltip: 'Card fraud screening: 12 of 31 criteria met\nNext: What does a wrong prediction cost?',
      spoken: 'Holdout, Card fraud screening, 12 of 31 criteria met, Evaluation',
    });
  });

  it('names the stage that waits for its signature', () => {
    const ready = project({ stages: [stage({ status: 'ready' })], next: { stage: 'problem-definition' } });
    expect(summaryOf([ready], ready).statusBar).toMatchObject({
      text: '$(milestone) Holdout 12/31 · Problem definition',
      tooltip: 'Card fraud screening: 12 of 31 criteria met\nNext: sign off Problem definition',
    });
  });

  it('never calls a project without stages complete', () => {
    const problem = { code: 'unknown-lifecycle', severity: 'error', message: 'There is no `x`.' } as const;
    const broken = project({
      stages: [],
      progress: { met: 0, total: 0 },
      problems: [{ ...problem, place: somewhere }],
    });
    expect(summaryOf([broken], broken)).toEqual({
      title: 'Stages',
      description: 'Card fraud screening',
      statusBar: {
        text: '$(error) Holdout: manifest has errors',
        tooltip: 'Card fraud screening: the manifest has errors\nThere is no x.',
        spoken: 'Holdout, Card fraud screening, the manifest has errors',
      },
    });
  });

  it('says when nothing is left', () => {
    const done = project({ progress: { met: 31, total: 31 } });
    expect(summaryOf([done], done).statusBar?.text).toBe('$(milestone) Holdout 31/31 · complete');
  });

  it('heads the view by the progress of one project, or by the number of several', () => {
    expect(summaryOf([open], open)).toMatchObject({
      title: 'Stages 12/31',
      description: 'Card fraud screening',
    });
    expect(summaryOf([open, project()], open)).toMatchObject({ title: 'Stages', description: '2 projects' });
  });
});
