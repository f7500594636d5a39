import { afterEach, describe, expect, it } from 'vitest';
import { nodeNetwork } from '../../../src/host/node-network';
import { METHODS } from '../../../src/protocol/messages';
import { newKey, seal, unseal } from '../../../src/protocol/sealed';
import type { StubOptions, StubServer } from '../../support/mlflowServer';
import { stubMlflow } from '../../support/mlflowServer';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient } from './client';

let client: TestClient;
let server: StubServer;
afterEach(async () => {
  client.dispose();
  await server.close();
});

const LIFECYCLE = `id: own
title: Own
stages: [{ id: s, title: S, criteria: [{ id: c, ask: C?, evidence: { metric: recall } }] }]
`;
const RUNS: StubOptions = { runs: [{ id: 'r', metrics: { recall: [0.9] } }] };
const KEY = newKey();

/** An editor, its server, and a tracking server that a manifest names. */
async function start(options: StubOptions, { trusted = true, settings = {}, open = unseal } = {}) {
  server = await stubMlflow(options);
  let now = Date.UTC(2026, 9, 2, 12);
  const manifest = `version: 1\nname: x\nlifecycle: ./own.yaml\nmetrics: { recall: { min: 0.8 } }\nruns: [{ mlflow: "${server.address}" }]\n`;
  const files = memoryFiles({ '/w/holdout.yaml': manifest, '/w/own.yaml': LIFECYCLE });
  client = await startClient(
    files,
    settings,
    { trusted },
    {
      clock: { now: () => now },
      network: ({ refusal, kept }) =>
        nodeNetwork({ refusal, credential: origin => Promise.resolve(kept(origin)) }),
      unseal: sealed => open(KEY, sealed),
    },
  );
  await client.until(() => project() !== undefined);
  return { pass: (ms: number) => (now += ms) };
}

const project = () => client.projects.at(-1)?.projects[0];
const criterion = () => project()?.stages[0]?.criteria[0];
const allowed = () => ({ allowedHosts: [server.address] });
const seenAs = (outcome: string) => client.until(() => criterion()?.outcome === outcome);
const seenFor = (words: string) => client.until(() => criterion()?.reason.includes(words));

describe('a tracking server, asked by the language server', () => {
  it('is left alone until the user allows it, whatever the workspace says; then answers', async () => {
    await start(RUNS);
    await seenFor('you have not allowed this host yet');
    expect(criterion()).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('the command `Holdout: Allow Host` does') as string,
    });
    expect(project()?.servers).toEqual([{ address: server.address, notAllowed: true }]);
    expect(server.asked).toEqual([]);
    await client.configure(allowed());
    await seenAs('met');
    expect(project()?.servers).toEqual([{ address: server.address, notAllowed: false }]);
    // What was known counts no more once the host is not allowed any more.
    await client.configure({});
    await seenAs('unknown');
  });

  it('is not asked in restricted mode', async () => {
    await start(RUNS, { trusted: false });
    await client.configure(allowed());
    await seenFor('restricted mode');
    expect(project()?.servers).toEqual([{ address: server.address, notAllowed: false }]);
    expect(server.asked).toEqual([]);
    await client.connection.sendNotification(METHODS.trust, {});
    await seenAs('met');
  });

  it('does not hold up what else is asked while it is slow', async () => {
    let answer = (): void => undefined;
    await start({
      ...RUNS,
      instead: () => {
        const asked = new Promise<void>(resolve => (answer = resolve));
        void asked.then(() => server.serve(RUNS));
        return true;
      },
    });
    await client.configure(allowed());
    await seenFor('it is being asked');
    await client.settled();
    expect(criterion()?.outcome).toBe('unknown');
    expect((await client.request(METHODS.report, { project: '/w/holdout.yaml' })).view).toBeDefined();
    answer();
  });

  it('is asked again by a refresh, and else after some minutes', async () => {
    const { pass } = await start(RUNS);
    await client.configure(allowed());
    await seenAs('met');
    const asked = server.asked.length;
    server.serve({ runs: [{ id: 'r2', metrics: { recall: [0.5] } }] });
    await client.configure(allowed());
    await client.settled();
    expect(server.asked).toHaveLength(asked);
    pass(11 * 60_000);
    await client.configure(allowed());
    await seenAs('unmet');
    server.serve(RUNS);
    await client.request(METHODS.refresh, undefined);
    await seenAs('met');
  });

  it('gets what the editor keeps for it, which no message shows', async () => {
    const authorization = `Basic ${btoa('ada:hunter2')}`;
    await start({ ...RUNS, authorization });
    await client.configure(allowed());
    await seenFor('401');
    const kept = { [server.address]: { kind: 'password', user: 'ada', password: 'hunter2' } };
    const sealed = await seal(KEY, kept);
    for (const secret of ['hunter2', btoa('hunter2')]) expect(sealed).not.toContain(secret);
    // Sealed for another process, it is nothing.
    const foreign = await seal(newKey(), kept);
    await client.connection.sendNotification(METHODS.credentials, { sealed: foreign });
    await client.settled();
    expect(criterion()?.outcome).toBe('unknown');
    await client.connection.sendNotification(METHODS.credentials, { sealed });
    await seenAs('met');
    expect(JSON.stringify(client.projects)).not.toContain('hunter2');
  });

  it('is asked again where credentials come while it is asked without', async () => {
    const options = { ...RUNS, authorization: 'Bearer t' };
    let refuse = (): void => undefined;
    await start({
      ...options,
      instead: (_, response) => {
        refuse = () => response.writeHead(401).end('{}');
        return true;
      },
    });
    await client.configure(allowed());
    await expect.poll(() => server.asked.length).toBe(1);
    server.serve(options);
    const told = client.projects.length;
    const sealed = await seal(KEY, { [server.address]: { kind: 'token', token: 't' } });
    await client.connection.sendNotification(METHODS.credentials, { sealed });
    await client.until(() => client.projects.length > told);
    refuse();
    await seenAs('met');
  });

  it('gets what was sent last, however long what was sent before takes to be opened', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>(resolve => (release = resolve));
    let opened = 0;
    const open: typeof unseal = async (key, sealed) => {
      if (++opened === 1) await held;
      return unseal(key, sealed);
    };
    await start({ ...RUNS, authorization: 'Bearer t' }, { open });
    await client.configure(allowed());
    await seenFor('401');
    const send = async (token: string): Promise<void> => {
      const sealed = await seal(KEY, { [server.address]: { kind: 'token', token } });
      await client.connection.sendNotification(METHODS.credentials, { sealed });
    };
    await send('old');
    await send('t');
    await seenAs('met');
    release();
    await client.request(METHODS.refresh, undefined);
    await client.settled();
    expect(criterion()?.outcome).toBe('met');
    expect(server.asked.filter(({ authorization }) => authorization === 'Bearer old')).toEqual([]);
  });

  it('gets nothing that is kept for another', async () => {
    await start({ ...RUNS, authorization: 'Bearer t' });
    await client.configure(allowed());
    const sealed = await seal(KEY, { 'https://elsewhere.example': { kind: 'token', token: 't' } });
    await client.connection.sendNotification(METHODS.credentials, { sealed });
    await seenFor('401');
    expect(server.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});
