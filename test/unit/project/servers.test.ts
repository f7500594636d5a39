import { afterEach, describe, expect, it } from 'vitest';
import { nodeNetwork } from '../../../src/host/node-network';
import type { StubServer } from '../../support/mlflowServer';
import { stubMlflow } from '../../support/mlflowServer';
import { memoryFiles } from './memory-files';
import { memoryTrail } from './memory-trail';
import { NOW, open } from './open';

const FILE = '/w/holdout.yaml';
const LIFECYCLE = `id: own
title: Own
stages: [{ id: s, title: S, criteria: [{ id: c, ask: C?, evidence: { metric: recall } }] }]
`;

let server: StubServer;
afterEach(() => server.close());

async function start() {
  server = await stubMlflow({ runs: [{ id: 'r1', metrics: { recall: [0.9] } }] });
  const text = `version: 1\nname: x\nlifecycle: ./own.yaml\nmetrics: { recall: { min: 0.8 } }\nruns: [{ mlflow: "${server.address}" }]\n`;
  const files = memoryFiles({ [FILE]: text, '/w/own.yaml': LIFECYCLE });
  let now = NOW;
  const network = nodeNetwork({ refusal: () => undefined, credential: () => Promise.resolve(undefined) });
  const workspace = open(files, { now: () => now }, { network, trail: memoryTrail(files) });
  await workspace.discover(['/w']);
  const project = async () => (await workspace.status({ servers: 'known' })).projects[0];
  const ask = (cancelled: boolean) =>
    workspace.askServers({ cancellation: { cancelled }, onProgress: () => undefined });
  return { workspace, text, project, ask, pass: (ms: number) => (now += ms) };
}

describe('what a server answered', () => {
  it('is kept where asking anew is cancelled, and said to be from then', async () => {
    const { workspace, project, ask, pass } = await start();
    await ask(false);
    const before = await project();
    expect(before?.stages[0]?.criteria[0]?.outcome).toBe('met');
    expect(before?.servers).toEqual([{ address: server.address, notAllowed: false }]);
    pass(60_000);
    await workspace.refresh();
    expect(await ask(true)).toBe(true);
    const after = await project();
    expect(after?.stages[0]?.criteria[0]?.outcome).toBe('met');
    expect(after?.servers).toEqual([{ address: server.address, notAllowed: false, keptSince: NOW }]);
    const said = 'anew was cancelled; its runs are those of 2026-10-02 12:00 UTC. Refresh to ask again.';
    expect(JSON.stringify(await workspace.report(FILE))).toContain(said);
    // What was cancelled is not begun anew by whoever asks next.
    const asked = server.asked.length;
    expect(await ask(false)).toBe(false);
    expect(server.asked).toHaveLength(asked);
    await workspace.refresh();
    expect(await ask(false)).toBe(true);
    expect((await project())?.servers).toEqual([{ address: server.address, notAllowed: false }]);
    expect(JSON.stringify(await workspace.report(FILE))).not.toContain('anew was cancelled');
  });

  it('is not known where asking for the first time is cancelled', async () => {
    const { project, ask } = await start();
    await ask(true);
    expect((await project())?.stages[0]?.criteria[0]).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('asking it was cancelled'),
    });
  });

  it('is remembered by a sign-off, with the id of its run', async () => {
    const { workspace, text, ask } = await start();
    await ask(false);
    const acted = await workspace.act(FILE, { kind: 'sign-off', stage: 's', by: 'ada' }, text);
    if (!acted.ok) throw new Error(acted.failure);
    const { entry } = acted.value;
    expect(entry && 'rests' in entry ? entry.rests : []).toEqual([
      { path: expect.stringMatching(/^http:\/\/.*\/runs\/r1$/) as string, runs: ['r1'] },
    ]);
  });
});
