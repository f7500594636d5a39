import { describe, expect, it } from 'vitest';
import { createLastOnly } from '../../../src/server/last-only';

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

async function turns(count: number): Promise<void> {
  for (let done = 0; done < count; done++) await turn();
}

describe('work of which only the last counts', () => {
  it('is done once, as it was asked for last, though requests came one a turn', async () => {
    const done: string[] = [];
    const work = createLastOnly(() => undefined);
    for (const version of ['1', '2', '3']) {
      work.ask('a.py', () => done.push(version));
      await turn();
    }
    work.ask('b.py', () => done.push('other'));
    await turns(4);
    expect(done.sort()).toEqual(['3', 'other']);
  });

  it('is done at once where somebody needs it, and then not again', async () => {
    const done: string[] = [];
    const work = createLastOnly(() => undefined);
    work.ask('a.py', () => done.push('1'));
    work.settle('a.py');
    expect(done).toEqual(['1']);
    await turns(4);
    expect(done).toEqual(['1']);
  });

  it('is left undone once nobody wants it, and tells of what goes wrong', async () => {
    const errors: unknown[] = [];
    const work = createLastOnly(error => errors.push(error));
    work.ask('a.py', () => {
      throw new Error('dropped');
    });
    work.drop('a.py');
    work.ask('b.py', () => {
      throw new Error('bad');
    });
    await turns(4);
    expect(errors).toEqual([new Error('bad')]);
  });
});
