import { expect, it } from 'vitest';
import { fail, ok } from '../../../src/base/result';
import { createChangesStore } from '../../../src/project/file-changes';
import { memoryFiles } from './memory-files';

function store() {
  const files = memoryFiles({ '/w/a.py': 'a', '/w/b.py': 'b' });
  const asked: string[] = [];
  const git = { head: 'one' };
  const changes = createChangesStore({
    files,
    versions: { head: () => Promise.resolve(ok(git.head)), of: () => Promise.resolve(fail('not asked')) },
    revisions: {
      lastChange: file => {
        asked.push(file);
        return Promise.resolve(
          file === '/w/b.py' ? fail('it was never committed') : ok({ time: 5, modified: false }),
        );
      },
    },
  });
  return { changes, files, asked, git };
}

const BOTH = [
  { file: '/w/a.py', of: 'code' },
  { file: '/w/b.py', of: 'data' },
] as const;

it('tells when files were committed, and leaves out those that never were', async () => {
  const { changes } = store();
  expect(await changes.of(BOTH)).toEqual([{ file: '/w/a.py', of: 'code', time: 5, modified: false }]);
});

it('asks again only for a file that changed, or at another commit', async () => {
  const { changes, files, asked, git } = store();
  await changes.of(BOTH);
  await changes.of(BOTH);
  expect(asked).toEqual(['/w/a.py', '/w/b.py']);
  files.write('/w/a.py', 'other');
  await changes.of(BOTH);
  expect(asked.slice(2)).toEqual(['/w/a.py']);
  git.head = 'two';
  await changes.of(BOTH);
  expect(asked.slice(3)).toEqual(['/w/a.py', '/w/b.py']);
  changes.forget();
  await changes.of(BOTH);
  expect(asked.slice(5)).toEqual(['/w/a.py', '/w/b.py']);
});

it('knows nothing where nobody may ask', async () => {
  const files = memoryFiles({ '/w/a.py': 'a' });
  expect(await createChangesStore({ files }).of(BOTH)).toEqual([]);
});
