import { expect, test } from 'vitest';
import { createPace } from '../../../src/project/pace';

test('work that goes on lets others go first now and then, and what is short does not', async () => {
  let [now, pauses] = [0, 0];
  const pace = createPace({ now: () => now }, () => {
    pauses++;
    return Promise.resolve();
  });
  await pace();
  now = 5;
  await pace();
  expect(pauses).toBe(0);
  now = 20;
  await pace();
  expect(pauses).toBe(1);
  await pace();
  expect(pauses).toBe(1);
});

test('what goes on side by side lets others go first together', async () => {
  let [now, pauses] = [0, 0];
  const pace = createPace({ now: () => now }, () => {
    pauses++;
    return Promise.resolve();
  });
  now = 20;
  await Promise.all([pace(), pace(), pace()]);
  expect(pauses).toBe(1);
});
