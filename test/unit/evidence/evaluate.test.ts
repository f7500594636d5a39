import { describe, expect, it } from 'vitest';
import { parseLifecycle } from '../../../src/lifecycle/parse';
import { evaluationOf } from './world';
import type { World } from './world';

const LIFECYCLE = parseLifecycle(
  '/ours.yaml',
  `id: ours
title: Ours
stages:
  - id: idea
    title: Idea
    criteria:
      - { id: who, ask: Who?, help: A name., doc: manifest.md#top, evidence: { field: owner } }
      - { id: looked, ask: Looked?, evidence: { manual: true } }
  - id: build
    title: Build
    returns_to: idea
    criteria:
      - { id: drift, ask: Drift?, evidence: { drift: { psi: "<= 0.2" } } }
      - { id: private, ask: Private?, evidence: { field: privacy }, returns_to: build }
      - { id: scoped, ask: Scoped?, evidence: { field: scope.use_case } }
  - id: run
    title: Run
    criteria: [{ id: runs, ask: Runs?, evidence: { field: monitoring.logs } }]
groups:
  - { id: beside, title: Beside, criteria: [{ id: cheap, ask: Cheap?, evidence: { field: governance } }] }
`,
).value;

async function evaluate(world: World) {
  return evaluationOf(LIFECYCLE, world);
}

async function stage(id: string, world: World) {
  const { stages, groups } = await evaluate(world);
  const found = [...stages, ...groups].find(state => state.id === id);
  if (!found) throw new Error(id);
  return found;
}

async function criterion(path: string, world: World) {
  const [of = '', id] = path.split('/');
  const found = (await stage(of, world)).criteria.find(state => state.id === id);
  if (!found) throw new Error(path);
  return found;
}

const decided = (of: string, id: string, entry: string) =>
  `stages: { ${of}: { criteria: { ${id}: ${entry} } } }\n`;

describe('a criterion', () => {
  it('carries what the tracker shows', async () => {
    expect(await criterion('idea/who', { manifest: 'owner: r.ahn\n' })).toEqual({
      id: 'who',
      ask: 'Who?',
      help: 'A name.',
      doc: 'manifest.md#top',
      evidence: 'field owner',
      manual: false,
      outcome: 'met',
      reason: 'r.ahn.',
      location: {
        file: '/p/holdout.yaml',
        range: { start: { line: 3, column: 7 }, end: { line: 3, column: 12 } },
      },
    });
  });

  it('always has a place to go to', async () => {
    const { stages, groups } = await evaluate({});
    const all = [...stages, ...groups].flatMap(({ criteria }) => criteria);
    expect(all.filter(({ location }) => location === undefined)).toEqual([]);
    expect((await criterion('build/drift', {})).location).toMatchObject({
      file: '/p/holdout.yaml',
      range: { start: { line: 2 } },
    });
  });

  it('that is manual is met by a tick', async () => {
    expect(await criterion('idea/looked', {})).toMatchObject({
      manual: true,
      outcome: 'unmet',
      reason: 'Nobody has ticked it yet.',
    });
    const manifest = decided(
      'idea',
      'looked',
      '{ done: 2026-10-02, by: [r.ahn, k.lund], note: with the desk }',
    );
    expect(await criterion('idea/looked', { manifest })).toMatchObject({
      outcome: 'met',
      reason: 'Ticked by r.ahn, k.lund on 2026-10-02: with the desk.',
      location: { range: { start: { line: 3 } } },
    });
  });

  it('that a machine cannot tell is met by a tick, and says both', async () => {
    const manifest = decided('build', 'drift', '{ done: 2026-10-02, by: r.ahn }');
    const { outcome, reason } = await criterion('build/drift', { manifest });
    expect(outcome).toBe('met');
    expect(reason).toMatch(
      /^Ticked by r\.ahn on 2026-10-02\. A machine cannot tell: The manifest names no data files/,
    );
  });

  it('that a machine finds unmet stays unmet, ticked or not', async () => {
    const manifest = decided('idea', 'who', '{ done: 2026-10-02, by: r.ahn }');
    const { outcome, reason } = await criterion('idea/who', { manifest });
    expect(outcome).toBe('unmet');
    expect(reason).toMatch(
      /not filled in.* Ticked by r\.ahn on 2026-10-02, which does not outweigh this; waive it/,
    );
  });

  it('that is met needs no tick, and keeps its own reason', async () => {
    const manifest = `owner: me\n${decided('idea', 'who', '{ done: 2026-10-02, by: r.ahn }')}`;
    expect(await criterion('idea/who', { manifest })).toMatchObject({
      outcome: 'met',
      reason: 'me.',
    });
  });

  it('that is waived is waived, whatever else is so', async () => {
    const manifest = `owner: me\n${decided('idea', 'who', '{ waived: a committee, done: 2026-10-02, by: r.ahn }')}`;
    expect(await criterion('idea/who', { manifest })).toMatchObject({
      outcome: 'waived',
      reason: 'Waived: a committee.',
    });
  });

  it('is waived in a group, too', async () => {
    expect(
      await criterion('beside/cheap', { manifest: decided('beside', 'cheap', '{ waived: later }') }),
    ).toMatchObject({ outcome: 'waived' });
  });
});

describe('criteria of the project', () => {
  it('are added, replaced and dropped', async () => {
    const manifest = `stages:
  idea:
    criteria:
      who: { drop: true }
      looked: { evidence: { field: owner }, ask: Who looked? }
      ours: { ask: Ours?, help: Really. }
      unheard-of: { done: 2026-01-01, by: me }
`;
    const { criteria } = await stage('idea', { manifest });
    expect(criteria.map(({ id, ask, evidence, manual }) => [id, ask, evidence, manual])).toEqual([
      ['looked', 'Who looked?', 'field owner', false],
      ['ours', 'Ours?', 'a tick by a person', true],
    ]);
  });
});

describe('a stage', () => {
  const READY = 'owner: me\nstages: { idea: { criteria: { looked: { done: 2026-10-01, by: me } } } }\n';
  const signed = (rest = '') =>
    `stages: { idea: { signed_off: { on: 2026-10-03, by: me }, criteria: { looked: { done: 2026-10-01, by: me } }${rest} } }\n`;

  it('is not started, in progress, ready, done', async () => {
    const at = async (manifest: string) => {
      const { status, progress } = await stage('idea', { manifest });
      return [status, progress.met, progress.total];
    };
    expect(await at('')).toEqual(['not-started', 0, 2]);
    expect(await at('owner: me\n')).toEqual(['in-progress', 1, 2]);
    expect(await at(READY)).toEqual(['ready', 2, 2]);
    expect(await at(`owner: me\n${signed()}`)).toEqual(['done', 2, 2]);
    expect(await at(decided('idea', 'who', '{ waived: later }'))).toEqual(['in-progress', 1, 2]);
  });

  it('is reopened when something is unmet again, and says what and where to go', async () => {
    expect(await stage('idea', { manifest: signed() })).toMatchObject({
      status: 'reopened',
      note: 'who: `owner` is not filled in; add it to the manifest. Work goes back to Idea.',
    });
    const { note } = await stage('build', {
      manifest: 'stages: { build: { signed_off: { on: 2026-10-03, by: me } } }\n',
    });
    expect(note).toMatch(/^private: .* Work goes back to Build\. scoped: .* Work goes back to Idea\.$/);
  });

  it('is not reopened by what cannot be told', async () => {
    const manifest =
      'privacy: ours\nscope: { use_case: one }\nstages: { build: { signed_off: { on: 2026-10-03, by: me } } }\n';
    const { status, note, progress } = await stage('build', { manifest });
    expect([status, note, progress]).toEqual(['done', undefined, { met: 2, total: 3 }]);
  });

  it.each([
    ['on the last day', '2026-10-17', 'build', 'weeks: 1..2', false],
    ['a day later', '2026-10-18', 'build', 'weeks: 1..2', true],
    ['without a plan', '2027-01-01', 'build', '', false],
    ['when the stage before it is not signed off', '2027-01-01', 'run', 'weeks: 1', false],
    ['when it is the first', '2027-01-01', 'idea', 'weeks: 1', false],
  ])('is overdue %s: %s', async (_, today, id, weeks, overdue) => {
    const idea = `idea: { signed_off: { on: 2026-10-03, by: me }${id === 'idea' ? `, ${weeks}` : ''} }`;
    const manifest = `stages: { ${idea}${id === 'idea' ? '' : `, ${id}: { ${weeks} }`} }\n`;
    expect((await stage(id, { manifest, today })).overdue).toBe(overdue);
  });

  it('is not overdue once it is done', async () => {
    const manifest = `privacy: ours\nscope: { use_case: one }
stages:
  idea: { signed_off: { on: 2026-10-03, by: me } }
  build: { weeks: 1, signed_off: { on: 2026-12-03, by: me } }\n`;
    expect(await stage('build', { manifest, today: '2027-01-01' })).toMatchObject({
      status: 'done',
      overdue: false,
    });
  });

  it('without criteria has nothing left to do', async () => {
    const manifest = 'stages: { run: { criteria: { runs: { drop: true } } } }\n';
    expect(await stage('run', { manifest })).toMatchObject({
      status: 'ready',
      progress: { met: 0, total: 0 },
    });
  });
});
