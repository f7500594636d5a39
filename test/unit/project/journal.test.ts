import { describe, expect, it } from 'vitest';
import type { BuildOrBuyAnswers } from '../../../src/base/build-or-buy';
import { leaningOf } from '../../../src/project/journal/build-or-buy';
import { newEntry } from '../../../src/project/journal/entry';
import { memoryFiles } from './memory-files';
import { open } from './open';

const ABOUT = { day: '2026-10-02', stage: 'Scoping', project: 'Plant pal' };
const ENTRY = '## 2026-10-02 · Scoping\n\n<!-- What was hard, and what did you learn? -->\n\n';

describe('a new entry', () => {
  it.each([
    ['begins a journal', undefined, `# Journal of Plant pal\n\n${ENTRY}`],
    ['fills an empty one', '\n', `# Journal of Plant pal\n\n${ENTRY}`],
    ['stands apart from what is there', '# J\n\nText', `\n\n${ENTRY}`],
    ['after an end of line', '# J\n\nText\n', `\n${ENTRY}`],
    ['after an empty line', '# J\n\nText\n\n', ENTRY],
    ['keeps the ends of lines', '# J\r\n\r\nText\r\n', `\n${ENTRY}`.replaceAll('\n', '\r\n')],
  ])('%s', (_, before, text) => {
    expect(newEntry(before, ABOUT)).toBe(text);
  });
});

const MANIFEST = `version: 1
name: Plant pal
lifecycle: five-stage
metrics:
  recall: { min: 0.8, baseline: 0.5, split: test }
  f1: { min: 0.7 }
  weekly_users: { min: 10, kind: business }
runs: [m.json]
`;
const RUN = '{ "test": { "recall": 0.9 }, "weekly_users": 12 }';
const JOURNAL = `# Journal of Plant pal

## 2026-10-03 · Data

The API forgets a day.

## 2026-09-01 · Idea

Basil dies on my window sill.

## 2026-10-01 · Data

<!-- What was hard, and what did you learn? -->

## 2026-10-01 · data

Found a public set.

<!-- What was hard, and what did you learn? -->

## Thanks

To my aunt.
`;

const projectWith = async (files: Readonly<Record<string, string>>) => {
  const workspace = open(memoryFiles({ '/w/holdout.yaml': MANIFEST, '/w/m.json': RUN, ...files }));
  await workspace.discover(['/w']);
  return workspace;
};

describe('the journal as a story', () => {
  it('tells the stages in order, what was reached, and who uses it', async () => {
    const workspace = await projectWith({ '/w/docs/journal.md': `\uFEFF${JOURNAL}` });
    const story = await workspace.exportJournal('/w/holdout.yaml');
    expect(story.ok ? story.value.text : story.failure).toBe(`# Plant pal

## Idea

*2026-09-01* — Basil dies on my window sill.

## Data

*2026-10-01* — Found a public set.

*2026-10-03* — The API forgets a day.

## Along the way

### Thanks

To my aunt.

## What was reached

- **recall** on test: 0.9 (the target ≥ 0.8 is met; the baseline is 0.5)

## How it is used

- **weekly_users**: 12 (the target ≥ 10 is met)
`);
  });

  it('is none without a journal', async () => {
    const workspace = await projectWith({});
    expect(await workspace.exportJournal('/w/holdout.yaml')).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/no journal to export: docs\/journal\.md/) as string,
    });
    expect(await workspace.exportJournal('/w/none.yaml')).toMatchObject({ ok: false });
  });

  it('meets the criterion once each stage has an entry of its own', async () => {
    const journey = async (journal: string) => {
      const workspace = await projectWith({ '/w/docs/journal.md': journal });
      const { projects } = await workspace.status();
      return projects[0]?.stages.at(-1)?.criteria.find(({ id }) => id === 'journey');
    };
    const titles = ['Idea', 'Scoping', 'Data', 'Modeling', 'Deployment'];
    const all = titles.map((title, day) => `## 2026-10-0${day + 1} · ${title}\n\nText.\n`);
    expect(await journey(all.join('\n'))).toMatchObject({ outcome: 'met' });
    expect(
      await journey([...all.slice(1), '## 2026-10-07 · Idea\n\n<!-- TODO -->\n'].join('\n')),
    ).toMatchObject({
      outcome: 'unmet',
      reason: expect.stringMatching(/section "Idea" .* is empty/) as string,
    });
    expect(await journey(all.slice(1).join('\n'))).toMatchObject({
      outcome: 'unmet',
      reason: expect.stringMatching(/no section "Idea"/) as string,
    });
  });

  it('takes a new entry for a stage by its id', async () => {
    const workspace = await projectWith({});
    const draft = await workspace.draftEntry('/w/holdout.yaml', { stage: 'scoping' });
    expect(draft).toEqual({
      ok: true,
      value: { path: '/w/docs/journal.md', text: `# Journal of Plant pal\n\n${ENTRY}` },
    });
  });
});

describe('build or buy', () => {
  const NO: BuildOrBuyAnswers = {
    core: 'no',
    data: 'no',
    talent: 'no',
    starting: 'no',
    speed: 'no',
    specialists: 'no',
  };

  it.each<[Partial<BuildOrBuyAnswers>, RegExp]>([
    [
      { core: 'yes', data: 'yes', speed: 'yes' },
      /Leaning: build in-house\..* 2 of 3 .* 1 of 3 for a partner\.$/,
    ],
    [{ starting: 'yes', specialists: 'unsure' }, /Leaning: work with a partner\..*; 1 is open\.$/],
    [{ core: 'yes', speed: 'yes' }, /Leaning: neither/],
    [{}, /Leaning: neither/],
  ])('%j', (answers, leaning) => {
    expect(leaningOf({ ...NO, ...answers })).toMatch(leaning);
  });

  it('is written with every answer, and leaves the decision to people', async () => {
    const workspace = await projectWith({});
    const draft = await workspace.draftBuildOrBuy('/w/holdout.yaml', { ...NO, core: 'yes' });
    if (!draft.ok) throw new Error(draft.failure);
    expect(draft.value.path).toBe('/w/docs/build-or-buy.md');
    expect(draft.value.text.match(/^\| .* \| (yes|no|unsure) \| /gm)).toHaveLength(6);
    expect(draft.value.text).toContain('answer on 2026-10-02');
    expect(draft.value.text).toContain('TODO who decided');
  });
});
