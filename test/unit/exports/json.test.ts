import Ajv from 'ajv';
import { expect, it } from 'vitest';
import schema from '../../../schemas/report.schema.json';
import { reportJson } from '../../../src/exports/json';
import { reportOf } from '../reports/report-of';
import { RICH } from './rich-view';

const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);

it.each([
  ['with every kind of block', RICH, '/project'],
  ['of a project', reportOf('recall: { min: 0.8 }', { 'reports/m.json': '{"recall": 0.9, "n": 50}' }), '/p'],
  ['of a project without metrics', reportOf('{}', {}), '/p'],
])('a report %s keeps to its schema', (_, view, root) => {
  const json: unknown = JSON.parse(JSON.stringify(reportJson(view, root)));
  expect(isValid(json), JSON.stringify(isValid.errors, undefined, 2)).toBe(true);
});

it('tells files from the root, and lines from 1', () => {
  const json = JSON.parse(JSON.stringify(reportJson(RICH, '/project'))) as typeof RICH;
  expect(json.project.file).toBe('holdout.yaml');
  expect(json.metrics[0]?.declared).toEqual({
    file: 'holdout.yaml',
    start: { line: 12, column: 5 },
    end: { line: 12, column: 11 },
  });
  expect(JSON.stringify(json)).not.toContain('/home/ada');
});
