import { describe, expect, it } from 'vitest';
import type { Memento } from 'vscode';
import { createTreeMemory } from '../../../src/extension/tree/memory';

function store(initial: Readonly<Record<string, unknown>> = {}): Memento {
  const values = new Map(Object.entries(initial));
  return {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      values.set(key, structuredClone(value));
      return Promise.resolve();
    },
  } as Memento;
}

describe('what the tracker remembers', () => {
  it('is there after a reload', () => {
    const workspace = store();
    const memory = createTreeMemory(workspace);
    memory.filter = 'failing';
    memory.selected = 'a';
    memory.setOpen('a', true);
    memory.setOpen('b', false);
    const again = createTreeMemory(workspace);
    expect([again.filter, again.selected]).toEqual(['failing', 'a']);
    expect(['a', 'b', 'c'].map(again.wasOpen)).toEqual([true, false, undefined]);
  });

  it('is nothing at first, and where what is stored is not ours', () => {
    for (const workspace of [
      store(),
      store({ 'tracker.filter': 'x', 'tracker.open': [1], 'tracker.selected': 2 }),
    ]) {
      const memory = createTreeMemory(workspace);
      expect([memory.filter, memory.selected, memory.wasOpen('a')]).toEqual(['all', undefined, undefined]);
    }
  });

  it('does not grow without end', () => {
    const memory = createTreeMemory(store());
    for (let n = 0; n < 600; n++) memory.setOpen(`row ${n}`, true);
    expect([memory.wasOpen('row 99'), memory.wasOpen('row 100')]).toEqual([undefined, true]);
  });
});
