import { describe, expect, it } from 'vitest';
import { trackerNodes } from '../../../src/extension/tree/project';
import { projectMeant, targetOf } from '../../../src/extension/commands/target';
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

describe('the project that is meant', () => {
  const [one, two, active] = ['/1/holdout.yaml', '/2/holdout.yaml', '/3/holdout.yaml'].map(file => ({
    ...project(),
    file,
  }));
  const projects = {
    active,
    find: (file: string | undefined) => [one, two, active].find(known => known?.file === file),
  };
  const meant = (pages: readonly (string | undefined)[], argument?: unknown) =>
    projectMeant(projects, pages, argument)?.file;

  it('is that of a row, whatever page is in front', () => {
    expect(meant([one?.file], { project: two?.file })).toBe(two?.file);
    expect(meant([one?.file], { project: '/gone/holdout.yaml' })).toBeUndefined();
  });

  it('is else that of the page in front, else the active one', () => {
    expect(meant([undefined, one?.file])).toBe(one?.file);
    expect(meant([undefined, undefined])).toBe(active?.file);
    expect(meant(['/gone/holdout.yaml'])).toBe(active?.file);
  });
});
