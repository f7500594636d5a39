import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onNewDay } from '../../../src/server/new-day';
import { memoryFiles } from '../project/memory-files';
import { startClient } from './client';

const HOUR = 3_600_000;
const EVENING = Date.UTC(2026, 9, 2, 22, 30);

beforeEach(() => {
  vi.useFakeTimers({ now: EVENING, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a new day', () => {
  it('is told of at midnight, once', () => {
    const told: number[] = [];
    const days = onNewDay({ now: Date.now }, () => told.push(Date.now()));
    vi.advanceTimersByTime(HOUR);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(50 * HOUR);
    expect(told).toEqual([3, 4, 5].map(day => Date.UTC(2026, 9, day)));
    days.dispose();
    vi.advanceTimersByTime(50 * HOUR);
    expect(told).toHaveLength(3);
  });

  it('is noticed when a machine wakes up', () => {
    let asleep = 0;
    const told: number[] = [];
    const days = onNewDay({ now: () => Date.now() + asleep }, () => told.push(1));
    asleep = 30 * HOUR;
    vi.advanceTimersByTime(HOUR);
    expect(told).toEqual([1]);
    days.dispose();
  });

  it('makes what was young too old, with nobody touching anything', async () => {
    const own =
      'id: own\ntitle: Own\nstages: [{ id: s, title: S, criteria: [{ id: c, ask: C?, evidence: { fresh: { file: r.json, within: 1d } } }] }]\n';
    const files = memoryFiles({
      '/w/holdout.yaml': 'version: 1\nname: x\nlifecycle: ./own.yaml\n',
      '/w/own.yaml': own,
      '/w/r.json': '{ "generated_at": "2026-10-02T00:00:00Z" }',
    });
    const client = await startClient(files, {}, {}, { clock: { now: Date.now } });
    const outcome = () => client.projects.at(-1)?.projects[0]?.stages[0]?.criteria[0]?.outcome;
    const seen = (wanted: string) =>
      vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(60);
        expect(outcome()).toBe(wanted);
      }, 20_000);
    await seen('met');
    await vi.advanceTimersByTimeAsync(26 * HOUR);
    await seen('unmet');
    client.dispose();
  });
});
