import { describe, expect, it } from 'vitest';
import { trackerNodes } from '../../../src/extension/tree/project';
import { targetOf } from '../../../src/extension/commands/target';
import { project } from './states';

describe('what a command is pointed at', () => {
  it('is read off a row of the tracker', () => {
    const row = trackerNodes([project()])[0]?.children[0];
    expect(targetOf(row)).toEqual({
      project: '/ada/fraud/holdout.yaml',
      stage: 'problem-definition',
      criterion: 'cost-of-error',
    });
  });

  it('may be given as it is', () => {
    expect(targetOf({ project: '/a/holdout.yaml', stage: 's' })).toEqual({
      project: '/a/holdout.yaml',
      stage: 's',
    });
  });

  it.each([undefined, null, 'x', {}, { target: {} }, { project: 1 }, { target: { stage: 's' } }])(
    'is nothing for %j',
    argument => {
      expect(targetOf(argument)).toBeUndefined();
    },
  );
});
