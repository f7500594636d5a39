import { afterEach, describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/base/credential';
import { NEVER_CANCELLED } from '../../../../src/base/ports';
import { nodeNetwork } from '../../../../src/host/node-network';
import { connect } from '../../../../src/metrics/mlflow/rest/connection';
import type { Connection } from '../../../../src/metrics/mlflow/rest/connection';
import { readRuns, readSteps } from '../../../../src/metrics/mlflow/rest/read-runs';
import { readServerRegistry } from '../../../../src/metrics/mlflow/rest/registry';
import { send, sendPage, stubMlflow } from '../../../support/mlflowServer';
import type { StubOptions, StubServer } from '../../../support/mlflowServer';

const open: StubServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(server => server.close()));
});

async function serving(options: StubOptions): Promise<StubServer> {
  const server = await stubMlflow(options);
  open.push(server);
  return server;
}

interface Given {
  readonly credential?: Credential;
  readonly path?: string;
  readonly patience?: number;
  readonly most?: number;
  readonly cancellation?: { readonly cancelled: boolean };
}

function connected(server: StubServer, given: Given = {}): Connection {
  const network = nodeNetwork({
    refusal: () => undefined,
    credential: () => Promise.resolve(given.credential),
    ...(given.patience !== undefined && { patience: given.patience }),
    ...(given.most !== undefined && { most: given.most }),
  });
  return connect(network, `${server.address}${given.path ?? ''}`, given.cancellation ?? NEVER_CANCELLED);
}

async function runsOf(connection: Connection, experiment?: string) {
  const read = await readRuns(connection, experiment);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

async function failureOf(connection: Connection, experiment?: string) {
  const read = await readRuns(connection, experiment);
  if (read.ok) throw new Error('it answered');
  return read.failure;
}

describe('runs of a tracking server', () => {
  it('are read with metrics, parameters, tags and times', async () => {
    const server = await serving({
      experiments: { 1: 'fraud' },
      runs: [
        {
          id: 'a1',
          name: 'calm-crow',
          experiment: '1',
          start: Date.UTC(2026, 9, 2),
          metrics: { val_recall: [0.7, 0.86], auc: [0.9] },
          params: { depth: '4' },
          tags: { 'mlflow.user': 'ada', stage: 'candidate' },
        },
      ],
    });
    const { value, problems, stepped } = await runsOf(connected(server));
    expect(problems).toEqual([]);
    expect(value.runs).toEqual([
      {
        id: 'a1',
        name: 'calm-crow',
        file: `${server.address}/#/experiments/1/runs/a1`,
        source: 'mlflow',
        time: '2026-10-02T00:00:00.000Z',
        params: { depth: '4' },
        tracked: {
          experiment: '1',
          status: 'FINISHED',
          tags: { 'mlflow.user': 'ada', stage: 'candidate' },
          ended: '2026-10-02T00:00:01.000Z',
          user: 'ada',
        },
      },
    ]);
    expect(value.values.map(({ name, split, value: number, step }) => [name, split, number, step])).toEqual([
      ['recall', 'validation', 0.86, 1],
      ['auc', undefined, 0.9, 0],
    ]);
    // A metric that was logged once needs no further question.
    expect(stepped.get('a1')).toEqual(['val_recall']);
  });

  it('are asked for page by page, and never from a foreign origin', async () => {
    const runs = Array.from({ length: 25 }, (_, at) => ({ id: `r${at}`, start: 1_700_000_000_000 + at }));
    const server = await serving({ runs, page: 10 });
    const { value } = await runsOf(connected(server));
    expect(value.runs.map(({ id }) => id)).toEqual(runs.map(({ id }) => id).reverse());
    expect(server.asked.map(({ url }) => url)).toEqual([
      '/api/2.0/mlflow/experiments/search',
      ...Array.from({ length: 3 }, () => '/api/2.0/mlflow/runs/search'),
    ]);
    expect(server.asked.every(({ origin }) => origin === undefined)).toBe(true);
  });

  it('end where a server names the same page again', async () => {
    const server = await serving({
      instead: (_, response) => (send(response, 200, { experiments: [], next_page_token: 'x' }), true),
    });
    expect(await failureOf(connected(server))).toMatchObject({ kind: 'broken', message: /round in circles/ });
  });

  it('are those of one experiment, by name or id', async () => {
    const server = await serving({
      experiments: { 1: 'fraud', 2: 'churn' },
      runs: [
        { id: 'a', experiment: '1' },
        { id: 'b', experiment: '2' },
      ],
    });
    for (const [wanted, ids] of [
      ['churn', ['b']],
      ['1', ['a']],
      [undefined, ['a', 'b']],
    ] as const)
      expect((await runsOf(connected(server), wanted)).value.runs.map(({ id }) => id)).toEqual(ids);
    expect(await failureOf(connected(server), 'loans')).toEqual({
      kind: 'not-there',
      message: 'it has no experiment `loans`, only fraud, churn',
    });
  });

  it('may hold NaN and infinities as texts, or as the bare words that Python writes', async () => {
    const metrics = { a: ['NaN'], b: ['Infinity'], c: ['-Infinity'], d: ['1e-3'], e: [{}] } as never;
    const server = await serving({ runs: [{ id: 'r', metrics }] });
    const numbers = async () =>
      Object.fromEntries(
        (await runsOf(connected(server))).value.values.map(({ name, value }) => [name, value]),
      );
    expect(await numbers()).toEqual({ a: NaN, b: Infinity, c: -Infinity, d: 0.001 });
    const { problems } = await runsOf(connected(server));
    expect(problems.map(({ message }) => message)).toEqual(['The run’s values of `e` are no numbers.']);
    server.serve({
      instead: ({ url = '' }, response) => {
        if (!url.endsWith('runs/search')) return false;
        const run = '{"info":{"run_id":"r \\" NaN"},"data":{"metrics":[{"key":"a","value":NaN,"step":0},';
        response.end(`{"runs":[${run}{"key":"NaN","value":-Infinity,"step":"7"}]}}]}`);
        return true;
      },
    });
    const { value } = await runsOf(connected(server));
    expect(value.runs[0]?.id).toBe('r " NaN');
    expect(value.values.map(({ name, value: number, step }) => [name, number, step])).toEqual([
      ['a', NaN, 0],
      ['NaN', -Infinity, 7],
    ]);
  });

  it('are found behind a static prefix, where only MLflow’s own pages have moved', async () => {
    const server = await serving({ staticPrefix: '/ml', runs: [{ id: 'r' }] });
    const { value } = await runsOf(connected(server, { path: '/ml' }));
    expect(value.runs[0]?.file).toBe(`${server.address}/ml/#/experiments/0/runs/r`);
    expect(server.asked.map(({ url }) => url)).toEqual([
      '/ml/api/2.0/mlflow/experiments/search',
      '/ml/ajax-api/2.0/mlflow/experiments/search',
      '/ml/ajax-api/2.0/mlflow/runs/search',
    ]);
  });

  it('have their values over steps asked for metric by metric', async () => {
    const server = await serving({
      page: 2,
      runs: [{ id: 'r', metrics: { val_loss: [3, 2, 'NaN', 1, 0.5] } }],
    });
    const read = await readSteps(connected(server), 'r', ['val_loss']);
    expect(read).toEqual({
      ok: true,
      value: [
        {
          run: 'r',
          name: 'loss',
          split: 'validation',
          steps: Float64Array.of(0, 1, 2, 3, 4),
          values: Float64Array.of(3, 2, NaN, 1, 0.5),
        },
      ],
    });
    expect(server.asked.every(({ url }) => url.includes('max_results='))).toBe(true);
  });
});

describe('a server that does not answer as it should', () => {
  const FAULTS: readonly (readonly [string, StubOptions['instead'], object])[] = [
    [
      'asks for a name',
      (_, response) => (send(response, 401, { message: 'Who?' }), true),
      {
        kind: 'not-signed-in',
        message: 'it wants to know who asks (401): “Who?”; set credentials, or correct them',
      },
    ],
    [
      'does not permit it',
      (_, response) => (
        send(response, 403, { error_code: 'PERMISSION_DENIED', message: 'Permission\n denied' }),
        true
      ),
      { kind: 'not-permitted', message: 'it does not permit this (403): “Permission denied”' },
    ],
    [
      'knows no such path',
      (_, response) => (sendPage(response, 404, '<html>'), true),
      { kind: 'not-mlflow' },
    ],
    [
      'is broken',
      (_, response) => (sendPage(response, 500, '<html>oops'), true),
      { kind: 'broken', message: 'it answered with an error (500)' },
    ],
    ['is too busy', (_, response) => (sendPage(response, 503, ''), true), { kind: 'overloaded' }],
    [
      'shows a login',
      (_, response) => (sendPage(response, 200, '<!doctype html><form>'), true),
      { kind: 'not-mlflow', message: /web page: there may be a login/ },
    ],
    [
      'cuts its answer off',
      (_, response) => (response.end('{"experiments": [{"exp'), true),
      { kind: 'not-mlflow', message: 'its answer is no JSON, or was cut short' },
    ],
    [
      'hangs up',
      ({ socket }) => (socket.destroy(), true),
      { kind: 'no-answer', message: 'the connection broke off' },
    ],
    [
      'hangs up in the middle',
      ({ socket }, response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('{"experiments":');
        setTimeout(() => socket.destroy(), 20);
        return true;
      },
      { kind: 'no-answer', message: 'the connection broke off' },
    ],
    ['never answers', () => true, { kind: 'no-answer', message: 'it did not answer within 0 seconds' }],
    [
      'sends on to another server',
      (_, response) => (response.writeHead(307, { location: 'https://elsewhere.example/x' }).end(), true),
      { kind: 'no-answer', message: /sends on to https:\/\/elsewhere\.example, which is not asked/ },
    ],
    [
      'sends on to its login',
      (_, response) => (response.writeHead(302, { location: '/login' }).end(), true),
      { kind: 'no-answer', message: /sends on to a page, as for signing in/ },
    ],
    [
      'sends on for ever',
      (_, response) => (response.writeHead(308, { location: '/api/2.0/mlflow/again' }).end(), true),
      { kind: 'no-answer', message: 'it sends on again and again' },
    ],
  ];

  it.each(FAULTS)('%s', async (_, instead, expected) => {
    const server = await serving({ ...(instead && { instead }) });
    const { message, kind } = await failureOf(connected(server, { patience: 300 }));
    const wanted = expected as { readonly kind: string; readonly message?: string | RegExp };
    expect(kind).toBe(wanted.kind);
    if (wanted.message !== undefined) expect(message).toMatch(wanted.message);
  });

  it('is not there', async () => {
    const server = await serving({});
    await server.close();
    expect(await failureOf(connected(server))).toEqual({
      kind: 'no-answer',
      message: 'nothing listens there',
    });
  });

  it('answers without end: reading stops', async () => {
    const piece = ' '.repeat(1 << 20);
    let written = 0;
    const server = await serving({
      instead: (_, response) => {
        const more = (): void => {
          for (let room = true; room && !response.destroyed; written++) room = response.write(piece);
        };
        response.on('drain', more);
        more();
        return true;
      },
    });
    const { message } = await failureOf(connected(server, { most: 4 << 20 }));
    expect(message).toBe('one of its answers is larger than 4 MB');
    expect(written).toBeLessThan(100);
  });

  it('is left alone once somebody cancels', async () => {
    const cancellation = { cancelled: false };
    const server = await serving({ instead: () => ((cancellation.cancelled = true), true) });
    const { message } = await failureOf(connected(server, { cancellation }));
    expect(message).toBe('asking it was cancelled');
  });
});

describe('credentials', () => {
  it('travel as a token, or as a name and password, in any letters', async () => {
    const cases: readonly (readonly [Credential, string])[] = [
      [{ kind: 'token', token: 'abc' }, 'Bearer abc'],
      [
        { kind: 'password', user: 'ada', password: 'pässword' },
        `Basic ${Buffer.from('ada:pässword').toString('base64')}`,
      ],
    ];
    for (const [credential, authorization] of cases) {
      const server = await serving({ authorization, runs: [{ id: 'r' }] });
      expect((await failureOf(connected(server))).kind).toBe('not-signed-in');
      expect((await runsOf(connected(server, { credential }))).value.runs).toHaveLength(1);
    }
  });

  it('never travel unencrypted to another machine', async () => {
    const asked: string[] = [];
    const network = nodeNetwork({
      refusal: () => undefined,
      credential: origin => {
        asked.push(origin);
        return Promise.resolve({ kind: 'token', token: 't' });
      },
      patience: 50,
    });
    // An address that is set aside for documentation: nobody answers.
    await network.ask({ url: 'http://192.0.2.1/api' }, NEVER_CANCELLED);
    expect(asked).toEqual([]);
  });
});

describe('the model registry of a server', () => {
  const models = [
    {
      name: 'fraud',
      aliases: { champion: '1' },
      versions: [
        { version: '1', run: 'r1', tags: { data_version: 'abc' } },
        { version: '10', run: 'r2', stage: 'Production' },
        { version: '9' },
      ],
    },
    { name: "it's", versions: [{ version: '1' }] },
  ];
  const runs = [
    { id: 'r1', metrics: { recall: [0.9] }, params: { depth: '3' }, tags: { git: 'x' }, datasets: 2 },
    { id: 'r2' },
  ];

  it('holds models with their versions, newest first, and what is kept with their runs', async () => {
    const server = await serving({ models, runs, page: 1 });
    const read = await readServerRegistry(connected(server), ['fraud']);
    if (!read.ok) throw new Error(read.failure.message);
    const { registry, keptWith } = read.value;
    const [fraud] = registry.models;
    expect(registry.models.map(({ name }) => name)).toEqual(['fraud', "it's"]);
    expect(fraud?.aliases.get('champion')).toBe('1');
    expect(fraud?.place).toBe(`${server.address}/#/models/fraud`);
    expect(fraud?.versions.map(({ version, stage }) => [version, stage])).toEqual([
      ['10', 'Production'],
      ['9', undefined],
      ['1', undefined],
    ]);
    const champion = fraud?.versions[2];
    expect(champion && (await keptWith(champion))).toEqual({
      params: 1,
      metrics: 1,
      names: ['depth', 'git'],
      datasets: 2,
    });
  });

  it('is asked for a name with a quote in it', async () => {
    const server = await serving({ models });
    const read = await readServerRegistry(connected(server), ["it's"]);
    expect(read.ok && read.value.registry.models.map(({ versions }) => versions.length)).toEqual([0, 1]);
  });
});
