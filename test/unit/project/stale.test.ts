import { describe, expect, it } from 'vitest';
import type { CriterionState } from '../../../src/base/outcome';
import type { PersonalDecision } from '../../../src/project/act';
import type { Change } from '../../../src/project/ports';
import type { Workspace } from '../../../src/project/workspace';
import type { MemoryFiles } from './memory-files';
import { memoryFiles } from './memory-files';
import { memoryTrail } from './memory-trail';
import { open } from './open';

const FILE = '/w/holdout.yaml';
const MANIFEST = `version: 1
name: Churn
lifecycle: nine-stage
stages:
  data-collection:
    criteria:
      consent: { ask: Has legal reviewed consent?, files: docs/consent.md }
      guide: { ask: Is there a guide?, evidence: { file: docs/guide.md, min_words: 2 } }
`;

interface Project {
  readonly files: MemoryFiles;
  readonly workspace: Workspace;
  write(path: string, content: string | undefined): Promise<void>;
  decide(decision: PersonalDecision): Promise<void>;
  criterion(id: string): Promise<CriterionState | undefined>;
  note(): Promise<string | undefined>;
}

async function start(content: Readonly<Record<string, string>>): Promise<Project> {
  const files = memoryFiles({ [FILE]: MANIFEST, ...content });
  const workspace = open(files, undefined, { trail: memoryTrail(files) });
  await workspace.discover(['/w']);
  const write: Project['write'] = async (path, text) => {
    if (text === undefined) files.remove(path);
    else files.write(path, text);
    const change: Change = { path, kind: text === undefined ? 'deleted' : 'changed' };
    await workspace.touch([change]);
  };
  const stage = async () =>
    (await workspace.status()).projects[0]?.stages.find(({ id }) => id === 'data-collection');
  return {
    files,
    workspace,
    write,
    decide: async decision => {
      const read = await files.read(FILE);
      const text = new TextDecoder().decode(read.ok ? read.value : new Uint8Array());
      const acted = await workspace.act(FILE, decision, text);
      if (!acted.ok) throw new Error(acted.failure);
      await write(FILE, applied(text, acted.value.edits));
      await workspace.record(FILE, acted.value.entry ? [acted.value.entry] : []);
      await workspace.touch([{ path: '/w/.holdout/history.jsonl', kind: 'changed' }]);
    },
    criterion: async id => (await stage())?.criteria.find(criterion => criterion.id === id),
    note: async () => (await stage())?.note,
  };
}

function applied(
  text: string,
  edits: readonly { readonly range: { readonly start: Pos; readonly end: Pos }; readonly newText: string }[],
): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: Pos) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + column;
  return [...edits]
    .reverse()
    .reduce(
      (edited, { range, newText }) =>
        edited.slice(0, offset(range.start)) + newText + edited.slice(offset(range.end)),
      text,
    );
}
interface Pos {
  readonly line: number;
  readonly column: number;
}

const tick = (criterion: string) =>
  ({ kind: 'tick', stage: 'data-collection', criterion, by: 'r.ahn' }) as const;

describe('a tick', () => {
  it('counts while the files that it names are as they were', async () => {
    const project = await start({ '/w/docs/consent.md': 'Yes, for all of 2026.' });
    await project.decide(tick('consent'));
    expect(await project.criterion('consent')).toMatchObject({ outcome: 'met' });
    await project.write('/w/docs/other.md', 'something else');
    expect(await project.criterion('consent')).toMatchObject({ outcome: 'met' });
  });

  it.each([
    ['changes', 'No, after all.'],
    ['goes away', undefined],
  ])(
    'counts no longer when one of them %s, and again when it is as it was, or ticked anew',
    async (_what, text) => {
      const consent = 'Yes, for all of 2026.';
      const project = await start({ '/w/docs/consent.md': consent });
      await project.decide(tick('consent'));
      await project.write('/w/docs/consent.md', text);
      expect(await project.criterion('consent')).toMatchObject({
        outcome: 'unknown',
        stale: ['docs/consent.md'],
        location: { file: '/w/docs/consent.md' },
        reason:
          'Ticked by r.ahn on 2026-10-02. Since then docs/consent.md has changed, on which that rested: look again, and tick it anew.',
      });
      await project.write('/w/docs/consent.md', consent);
      expect(await project.criterion('consent')).toMatchObject({ outcome: 'met' });
      await project.write('/w/docs/consent.md', text);
      await project.decide(tick('consent'));
      expect(await project.criterion('consent')).toMatchObject({ outcome: 'met' });
    },
  );

  it('that was written by hand rests on nothing that is known', async () => {
    const project = await start({
      [FILE]: MANIFEST.replace(
        'files: docs/consent.md',
        'files: docs/consent.md, done: 2026-10-01, by: r.ahn',
      ),
      '/w/docs/consent.md': 'Yes.',
    });
    await project.write('/w/docs/consent.md', 'No.');
    expect(await project.criterion('consent')).toMatchObject({ outcome: 'met' });
  });

  it('of what no machine can tell rests on what the machine looked at', async () => {
    const large = 'words '.repeat(300_000);
    const project = await start({ '/w/docs/guide.md': large });
    expect(await project.criterion('guide')).toMatchObject({ outcome: 'unknown' });
    await project.decide(tick('guide'));
    expect(await project.criterion('guide')).toMatchObject({ outcome: 'met' });
    await project.write('/w/docs/guide.md', `${large}more `);
    expect(await project.criterion('guide')).toMatchObject({ outcome: 'unknown', stale: ['docs/guide.md'] });
    await project.write('/w/docs/guide.md', 'short and to the point');
    expect(await project.criterion('guide')).toMatchObject({ outcome: 'met' });
  });

  it('in a stage that is signed off does not reopen it, and is told beside it', async () => {
    const project = await start({ '/w/docs/consent.md': 'Yes.' });
    for (const id of ['sources', 'labels', 'selection-bias', 'shift', 'label-reliability', 'enough', 'guide'])
      await project.decide({ kind: 'waive', stage: 'data-collection', criterion: id, reason: 'not here' });
    await project.decide(tick('consent'));
    await project.decide({ kind: 'sign-off', stage: 'data-collection', by: 'r.ahn' });
    expect(await project.note()).toBeUndefined();
    await project.write('/w/docs/consent.md', 'No.');
    const [state] = (await project.workspace.status()).projects;
    expect(state?.stages.find(({ id }) => id === 'data-collection')).toMatchObject({
      status: 'done',
      note: expect.stringContaining('docs/consent.md has changed') as string,
    });
  });

  it('stands the same in a workspace that is opened later', async () => {
    const project = await start({ '/w/docs/consent.md': 'Yes.' });
    await project.decide(tick('consent'));
    await project.write('/w/docs/consent.md', 'No.');
    const later = open(project.files);
    await later.discover(['/w']);
    expect(await later.status()).toEqual(await project.workspace.status());
  });
});
