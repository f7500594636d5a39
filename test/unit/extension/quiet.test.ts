import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onceQuiet } from '../../../src/extension/quiet';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('many changes at once are one, and changes without end are seen now and then', () => {
  const work = vi.fn();
  const quiet = onceQuiet(work);
  for (let change = 0; change < 5; change++) quiet.note();
  vi.advanceTimersByTime(1000);
  expect(work).toHaveBeenCalledTimes(1);
  for (let change = 0; change < 50; change++) {
    quiet.note();
    vi.advanceTimersByTime(100);
  }
  expect(work).toHaveBeenCalledTimes(3);
  quiet.dispose();
  vi.advanceTimersByTime(5000);
  expect(work).toHaveBeenCalledTimes(3);
});
