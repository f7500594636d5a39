import { describe, expect, it } from 'vitest';
import type { Cancel } from '../../../src/server/rounds';
import { inRounds } from '../../../src/server/rounds';

/** Rounds that end when they are told to. */
function started() {
  const running: { readonly cancel: Cancel; readonly end: (isNews: boolean) => Promise<void> }[] = [];
  const news: number[] = [];
  const errors: unknown[] = [];
  const rounds = inRounds(
    cancel =>
      new Promise(resolve => {
        const end = async (isNews: boolean): Promise<void> => {
          resolve(isNews);
          await new Promise(done => setImmediate(done));
        };
        running.push({ cancel, end });
      }),
    { onNews: () => news.push(running.length), onError: error => errors.push(error) },
  );
  return { rounds, running, news, errors };
}

describe('work in rounds', () => {
  it('is done once more for what was begun while a round ran, and never twice at a time', async () => {
    const { rounds, running, news } = started();
    rounds.begin();
    rounds.begin();
    rounds.begin();
    expect(running).toHaveLength(1);
    await running[0]?.end(false);
    expect(running).toHaveLength(2);
    await running[1]?.end(true);
    expect(running).toHaveLength(2);
    expect(news).toEqual([2]);
  });

  it('is not done once more where the user stopped it, but when it is begun anew', async () => {
    const { rounds, running } = started();
    rounds.begin();
    rounds.begin();
    running[0]?.cancel.stop();
    expect(running[0]?.cancel.cancellation.cancelled).toBe(true);
    await running[0]?.end(false);
    expect(running).toHaveLength(1);
    rounds.begin();
    expect(running).toHaveLength(2);
    expect(running[1]?.cancel.cancellation.cancelled).toBe(false);
  });

  it('ends with the server: nothing is told of, and nothing begins', async () => {
    const { rounds, running, news } = started();
    rounds.begin();
    rounds.begin();
    rounds.dispose();
    expect(running[0]?.cancel.cancellation.cancelled).toBe(true);
    await running[0]?.end(true);
    rounds.begin();
    expect(running).toHaveLength(1);
    expect(news).toEqual([]);
  });

  it('goes on after a round that failed', async () => {
    const errors: unknown[] = [];
    let count = 0;
    const rounds = inRounds(() => Promise.reject(new Error(`round ${++count}`)), {
      onNews: () => undefined,
      onError: error => errors.push(error),
    });
    rounds.begin();
    rounds.begin();
    await expect.poll(() => errors.map(String)).toEqual(['Error: round 1', 'Error: round 2']);
  });
});
