import { expect, test } from 'vitest';
import { evaluation } from './evaluated';

const linesOf = async (content: string, request = {}): Promise<readonly number[]> =>
  (await evaluation({ 'p.csv': content }, request)).errors.worst.map(({ place }) => place.row);

test('mistakes of both kinds stand in the order of how sure the model was', async () => {
  const rows = ['0,0.6', '1,0.02', '0,0.9', '1,0.3', '1,0.8', '0,0.1'];
  expect(await linesOf(`y_true,y_score\n${rows.join('\n')}\n`)).toEqual([3, 4, 5, 2]);
});

test('scores that are no probabilities are held against the threshold', async () => {
  const rows = ['0,11', '1,2', '0,14', '1,12', '0,1'];
  expect(await linesOf(`y_true,y_score\n${rows.join('\n')}\n`, { threshold: 10 })).toEqual([3, 4, 2]);
});

test('without a threshold, against the lowest score that is called positive', async () => {
  const rows = ['0,11,1', '1,2,0', '0,14,1', '1,12,1', '0,1,0'];
  expect(await linesOf(`y_true,y_score,y_pred\n${rows.join('\n')}\n`)).toEqual([3, 4, 2]);
});

test('a bootstrap whose samples are all alike gives no interval', async () => {
  const { scores } = await evaluation({ 'p.csv': 'y_true,y_pred\n1,1\n0,0\n1,1\n0,0\n' });
  const f1 = scores.find(({ metric }) => metric === 'f1');
  expect(f1?.value).toBe(1);
  expect(f1?.interval).toBeUndefined();
  expect(f1?.noInterval).toMatch(/all give the same value/);
});
