import { expect, it } from 'vitest';
import { trackerNodes } from '../../../src/extension/tree/project';
import { criterion, project, stage } from './states';

const rowOf = (report?: string) =>
  trackerNodes([
    project({ stages: [stage({ criteria: [criterion(report === undefined ? {} : { report })] })] }),
  ])[0]?.children[0];

it('a criterion of which the metric report says more leads to that part of it', () => {
  expect(rowOf('metric/recall')).toMatchObject({
    capabilities: ['openReport'],
    target: { criterion: 'cost-of-error', report: 'metric/recall' },
  });
  expect(rowOf()?.capabilities).toEqual([]);
  expect(rowOf()?.target.report).toBeUndefined();
});
