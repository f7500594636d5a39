import { describe, expect, it } from 'vitest';
import type { Outcome, StageState, StageStatus } from '../../../src/base/outcome';
import type { Problem } from '../../../src/base/result';
import type { Filter } from '../../../src/contributes/filters';
import { decodeDecoration, encodeDecoration } from '../../../src/extension/tree/decoration';
import type { TreeNode } from '../../../src/extension/tree/node';
import { trackerNodes } from '../../../src/extension/tree/project';
import { criterion, project, somewhere, stage } from './states';

/** The tree as text: a row a line, `▾` an open one, `▸` a closed one, `[x]` a box. */
function drawn(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap(node => {
    const arrow = node.children.length === 0 ? ' ' : node.expanded ? '▾' : '▸';
    const box = node.checked === undefined ? '' : node.checked ? '[x] ' : '[ ] ';
    const line = `${'  '.repeat(depth)}${arrow} ${box}(${node.icon.name}) ${node.label} — ${node.description}`;
    return [line, ...drawn(node.children, depth + 1)];
  });
}

function everyId(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(node => [node.id, ...everyId(node.children)]);
}

const twoStages = project({
  stages: [
    stage({ status: 'done' }),
    stage({
      id: 'evaluation',
      title: 'Evaluation',
      overdue: true,
      criteria: [
        criterion({
          id: 'held-out',
          outcome: 'unmet',
          reason: 'The test set was tuned on.',
          location: somewhere,
        }),
        criterion({ id: 'cost_weighed', outcome: 'unknown', reason: 'There is no run yet.' }),
        criterion({ id: 'ethics', outcome: 'waived', reason: 'No people in the data.', manual: true }),
        criterion({ id: 'review', outcome: 'unmet', reason: 'Not ticked.', manual: true }),
      ],
    }),
  ],
  groups: [stage({ id: 'reproducible', title: 'Reproducibility', criteria: [criterion({ id: 'seeds' })] })],
  next: { stage: 'evaluation', criterion: 'held-out' },
});

describe('the tracker', () => {
  it('shows one project without a row of its own, open where the next step is', () => {
    expect(drawn(trackerNodes([twoStages]))).toEqual([
      '▸ (pass-filled) Problem definition — 1/1 · done',
      '    (check) Cost of error — It is filled in.',
      '▾ (color-mode) Evaluation — 1/4 · overdue · in progress',
      '    (close) Held out — The test set was tuned on.',
      '    (question) Cost weighed — There is no run yet.',
      '    (circle-slash) Ethics — No people in the data.',
      '    [ ] (close) Review — Not ticked.',
      '▸ (list-unordered) Reproducibility — 1/1',
      '    (check) Seeds — It is filled in.',
    ]);
  });

  it('gives several projects a row each', () => {
    const other = project({
      name: 'Churn',
      file: '/ada/churn/holdout.yaml',
      progress: { met: 0, total: 3 },
    });
    expect(drawn(trackerNodes([project(), other])).filter(line => !line.startsWith(' '))).toEqual([
      '▾ (project) Card fraud screening — 12/31',
      '▾ (project) Churn — 0/3',
    ]);
  });

  it('is empty where there is no project, so that the welcome view shows', () => {
    expect(trackerNodes([])).toEqual([]);
  });

  it.each<[Filter, string[]]>([
    [
      'open',
      [
        '▾ (color-mode) Evaluation — 1/4 · overdue · in progress',
        '    (close) Held out — The test set was tuned on.',
        '    (question) Cost weighed — There is no run yet.',
        '    [ ] (close) Review — Not ticked.',
      ],
    ],
    [
      'failing',
      [
        '▾ (color-mode) Evaluation — 1/4 · overdue · in progress',
        '    (close) Held out — The test set was tuned on.',
        '    [ ] (close) Review — Not ticked.',
      ],
    ],
  ])('shows what is %s alone, under its stages', (filter, expected) => {
    expect(drawn(trackerNodes([twoStages], { filter }))).toEqual(expected);
  });

  it('shows a stage that waits for its signature among what is open, not among what fails', () => {
    const ready = project({ stages: [stage({ status: 'ready' })] });
    expect(trackerNodes([ready], { filter: 'open' }).map(({ label }) => label)).toEqual([
      'Problem definition',
    ]);
    expect(trackerNodes([ready], { filter: 'failing' })).toEqual([]);
  });

  it('leaves projects out of which nothing is shown', () => {
    const fine = project({ name: 'Churn', file: '/ada/churn/holdout.yaml' });
    const labels = trackerNodes([twoStages, fine], { filter: 'failing' }).map(({ label }) => label);
    expect(labels).toEqual(['Card fraud screening']);
  });

  it('tells projects of one name apart by their folders', () => {
    const twin = project({ file: '/ada/copy/holdout.yaml' });
    const other = project({ name: 'Churn', file: '/ada/churn/holdout.yaml' });
    const folderOf = (file: string) => file.split('/')[2] ?? '';
    const rows = trackerNodes([project(), twin, other], { folderOf });
    expect(rows.map(({ description }) => description)).toEqual(['12/31 · fraud', '12/31 · copy', '12/31']);
    expect(rows[1]?.spoken).toBe('Project Card fraud screening, in copy, 12 of 31 criteria met');
  });

  it('tells them apart by the whole path where their folders are called alike, too', () => {
    const twin = project({ file: '/eva/fraud/holdout.yaml' });
    const folderOf = (file: string) => file.split('/')[2] ?? '';
    const rows = trackerNodes([project(), twin], { folderOf });
    expect(rows.map(({ description }) => description)).toEqual(['12/31 · /ada/fraud', '12/31 · /eva/fraud']);
  });

  it('shows a manifest that cannot be read, and leads to it', () => {
    const unreadable = [{ file: '/ada/churn/holdout.yaml', reason: 'it is binary, not text' }];
    const [row] = trackerNodes([], { unreadable });
    expect(row).toMatchObject({
      label: 'churn',
      description: 'The manifest cannot be read: it is binary, not text.',
      spoken: 'Project in churn. The manifest cannot be read: it is binary, not text.',
      place: { file: '/ada/churn/holdout.yaml' },
    });
    expect(drawn(trackerNodes([project()], { unreadable }))[0]).toBe(
      '▾ (project) Card fraud screening — 12/31',
    );
  });

  it('has ids that differ in a tree and stay when a project joins', () => {
    const other = { ...twoStages, file: '/ada/churn/holdout.yaml' };
    const alone = everyId(trackerNodes([twoStages]));
    const together = everyId(trackerNodes([twoStages, other]));
    expect(new Set(together).size).toBe(together.length);
    expect(together).toEqual(expect.arrayContaining(alone));
  });

  const problem = (message: string, severity: Problem['severity'] = 'error', code = 'x') => ({
    code,
    severity,
    message,
    place: somewhere,
  });

  it.each([
    ['the most severe', [problem('Mild.', 'warning'), problem('Worst.')]],
    ['the one that emptied the tree', [problem('Other.'), problem('Worst.', 'error', 'unknown-lifecycle')]],
    ['the first of equals', [problem('Worst.', 'warning'), problem('Other.', 'warning')]],
  ])('names, of the problems of a manifest, %s', (_what, problems) => {
    const rows = trackerNodes([project({ problems, stages: [] })]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ description: 'Worst.' });
  });

  it('says of one among several projects that its manifest has errors', () => {
    const [broken] = trackerNodes([project({ stages: [] }), project({ file: '/ada/other/holdout.yaml' })]);
    expect(broken).toMatchObject({
      description: 'manifest has errors',
      spoken: 'Project Card fraud screening, manifest has errors',
    });
  });

  it('leads to the first problem of a manifest', () => {
    const [row] = trackerNodes([project({ problems: [problem('First.'), problem('Second.')] })]);
    expect(row).toMatchObject({
      label: '2 problems in the manifest',
      description: 'First.',
      place: somewhere,
      spoken: '2 problems in the manifest. First.',
    });
  });
});

describe('a stage', () => {
  const capabilitiesOf = (status: StageStatus) =>
    trackerNodes([project({ stages: [stage({ status })] })])[0]?.capabilities;

  it.each<[StageStatus, string[]]>([
    ['not-started', ['signOff', 'addJournalEntry']],
    ['in-progress', ['signOff', 'addJournalEntry']],
    ['ready', ['signOff', 'signOffNow', 'addJournalEntry']],
    ['done', ['reopen', 'addJournalEntry']],
    ['reopened', ['signOff', 'reopen', 'addJournalEntry']],
  ])('that is %s offers %j', (status, expected) => {
    expect(capabilitiesOf(status)).toEqual(expected);
  });

  it('has an icon of its own for every status', () => {
    const statuses: StageStatus[] = ['not-started', 'in-progress', 'ready', 'done', 'reopened'];
    const icons = statuses.map(
      status => trackerNodes([project({ stages: [stage({ status })] })])[0]?.icon.name,
    );
    expect(new Set(icons).size).toBe(statuses.length);
  });

  it('says why it was reopened', () => {
    const [row] = trackerNodes([
      project({ stages: [stage({ status: 'reopened', note: 'Held out is unmet.' })] }),
    ]);
    expect(row?.tooltip.paragraphs).toEqual([
      { text: 'Reopened · 1 of 1 criterion met' },
      { text: 'Held out is unmet.' },
    ]);
    expect(row?.spoken).toBe('Stage Problem definition, reopened, 1 of 1 criterion met');
  });

  it('names in its tooltip what is unmet, and where to go', () => {
    const criteria = [
      criterion({ id: 'met' }),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id =>
        criterion({ id, outcome: 'unmet', reason: `Not ${id}.`, location: somewhere }),
      ),
    ];
    const [row] = trackerNodes([project({ stages: [stage({ criteria })] })]);
    expect(row?.tooltip.paragraphs.slice(1)).toEqual([
      ...['a', 'b', 'c', 'd', 'e'].map(id => ({
        label: id.toUpperCase(),
        text: `Not ${id}.`,
        place: somewhere,
      })),
      { text: '… and 2 more.' },
    ]);
  });

  it.each<[string, Partial<StageState>, unknown]>([
    ['reopened', { status: 'reopened' }, { kind: 'reopened', badge: '1', words: '1 criterion unmet again' }],
    ['overdue', { overdue: true }, { kind: 'overdue', badge: '!', words: 'overdue' }],
    ['neither', {}, undefined],
  ])('that is %s is marked so', (_what, overrides, expected) => {
    const criteria = [criterion({ outcome: 'unmet' }), criterion({ id: 'b' })];
    const [row] = trackerNodes([project({ stages: [stage({ criteria, ...overrides })] })]);
    expect(row?.decoration).toEqual(expected);
    const decoration = row?.decoration;
    expect(decoration && decodeDecoration(encodeDecoration(decoration))).toEqual(expected);
  });

  it('says to a screen reader that it is overdue', () => {
    const [row] = trackerNodes([project({ stages: [stage({ overdue: true })] })]);
    expect(row?.spoken).toBe('Stage Problem definition, overdue, in progress, 1 of 1 criterion met');
  });
});

describe('a criterion', () => {
  const rowOf = (overrides: Parameters<typeof criterion>[0]) =>
    trackerNodes([project({ stages: [stage({ criteria: [criterion(overrides)] })] })])[0]?.children[0];

  it.each<[Outcome, boolean, string[]]>([
    ['met', false, []],
    ['unmet', false, ['waive']],
    ['unknown', false, ['tick', 'waive']],
    ['waived', false, ['unwaive']],
    ['unmet', true, ['tick', 'waive']],
    ['waived', true, ['unwaive']],
  ])('that is %s (manual: %s) offers %j', (outcome, manual, expected) => {
    expect(rowOf({ outcome, manual })?.capabilities).toEqual(expected);
  });

  it.each<[Outcome, boolean, string[]]>([
    ['met', true, ['untick']],
    ['met', false, ['untick']],
    ['unmet', false, ['untick', 'waive']],
    ['waived', true, ['unwaive']],
  ])('that is ticked and %s (manual: %s) offers %j', (outcome, manual, expected) => {
    const tick = { on: '2026-10-02', by: 'ada' };
    expect(rowOf({ outcome, manual, tick })?.capabilities).toEqual(expected);
  });

  it('has a box only where a person is asked', () => {
    expect(rowOf({ outcome: 'unmet', manual: true })?.checked).toBe(false);
    expect(rowOf({ outcome: 'met', manual: true })?.checked).toBe(true);
    expect(rowOf({ outcome: 'unknown' })?.checked).toBeUndefined();
  });

  it('offers its evidence where there is a place', () => {
    expect(rowOf({ location: somewhere })).toMatchObject({
      capabilities: ['openEvidence'],
      place: somewhere,
    });
  });

  it('shows no backticks where nothing draws them', () => {
    const row = rowOf({ reason: '`problem.cost` is empty.' });
    expect(row?.description).toBe('problem.cost is empty.');
    expect(row?.spoken).toBe('Cost of error, met. problem.cost is empty.');
    expect(row?.tooltip.paragraphs[0]?.text).toBe('`problem.cost` is empty.');
  });

  it('keeps what does not fit into its row for the tooltip and the screen reader', () => {
    const reason = `${'The mean was computed on all rows before the split '.repeat(4).trim()}.`;
    const row = rowOf({ outcome: 'unmet', reason, help: 'Fit on the training part.' });
    expect(row?.description.length).toBeLessThanOrEqual(121);
    expect(row?.description).toMatch(/\w…$/);
    expect(reason).toContain(`${row?.description.slice(0, -1)} `);
    expect(row?.spoken).toBe(`Cost of error, unmet. ${reason}`);
    expect(row?.tooltip).toEqual({
      title: 'What does a wrong prediction cost?',
      paragraphs: [
        { label: 'Unmet', text: reason },
        { text: 'Fit on the training part.' },
        { label: 'Evidence', text: 'field problem.cost' },
      ],
    });
  });
});
