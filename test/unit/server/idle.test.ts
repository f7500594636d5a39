import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from '../../../src/server/idle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('tells once of each file into which nobody has typed for half a minute', () => {
  const told: string[] = [];
  const idle = whenIdle(file => told.push(file));
  idle.typed('a.py');
  idle.typed('b.py');
  vi.advanceTimersByTime(29_000);
  idle.typed('a.py');
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual(['b.py']);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['b.py', 'a.py']);
});

test('says nothing of a file that was closed', () => {
  const told: string[] = [];
  const idle = whenIdle(file => told.push(file));
  idle.typed('a.py');
  idle.forget('a.py');
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});
