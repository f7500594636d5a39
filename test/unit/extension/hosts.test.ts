import { describe, expect, it } from 'vitest';
import { hostRows } from '../../../src/extension/tree/hosts';
import { project } from './states';

const rows = (address: string, notAllowed: boolean) =>
  hostRows(project({ servers: [{ address, notAllowed }] }));

describe('the row of a server that is not asked', () => {
  it('is there as long as the user has not agreed, and offers to', () => {
    expect(rows('https://mlflow.example.org/ml', true)).toMatchObject([
      {
        label: 'mlflow.example.org',
        capabilities: ['allowHost', 'openManifest'],
        spoken: 'mlflow.example.org, a tracking server that is not asked until you allow it',
      },
    ]);
    expect(rows('https://mlflow.example.org/ml', false)).toEqual([]);
    expect(hostRows(project({}))).toEqual([]);
  });

  it('says when the way there is not encrypted', () => {
    expect(rows('http://10.0.0.1:5000', true)[0]?.label).toBe('http://10.0.0.1:5000');
  });
});
