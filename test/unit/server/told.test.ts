import { expect, test } from 'vitest';
import { toldOf } from '../../../src/server/told';
import { project } from '../extension/states';

const look = {
  id: 'a',
  by: 'run',
  file: 'm.json',
  label: 'a',
  scores: {},
  several: false,
  recorded: true,
} as const;

test('of the looks at a test set, which may be ten thousand, the extension is told the number', () => {
  const ledger = { looks: [look], count: 1, possible: [], chance: [], doubts: [], text: '1 look' };
  const bare = project({});
  const message = toldOf({ projects: [project({ ledger }), bare], unreadable: [] });
  expect(message.projects[0]?.ledger).toEqual({ ...ledger, looks: [] });
  expect(message.projects[1]).toBe(bare);
});
