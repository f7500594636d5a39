import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import metricsSchema from '../../../schemas/metrics.schema.json';
import statusSchema from '../../../schemas/status.schema.json';
import type { StubServer } from '../../support/mlflowServer';
import { stubMlflow } from '../../support/mlflowServer';
import { programBeside } from './program';

const run = programBeside();
const isMetrics = new Ajv().compile(metricsSchema);
const isStatus = new Ajv().compile(statusSchema);

const LIFECYCLE = `id: own
title: Own
stages:
  - id: s
    title: S
    criteria:
      - { id: recall, ask: Good?, evidence: { metric: recall } }
      - { id: curves, ask: Curves?, evidence: { runs: { history: true } } }
      - { id: registered, ask: Registered?, evidence: { registry: { model: fraud, alias: champion, with: [metrics] } } }
`;

let folder = '';
let server: StubServer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-servers-'));
  writeFileSync(join(folder, 'own.yaml'), LIFECYCLE);
});
beforeEach(async () => {
  server = await stubMlflow({
    experiments: { 7: 'fraud' },
    runs: [
      { id: 'old', experiment: '7', start: 1e12, metrics: { recall: [0.5] } },
      { id: 'new', experiment: '7', start: 2e12, metrics: { recall: [0.7, 0.9] } },
    ],
    models: [{ name: 'fraud', aliases: { champion: '2' }, versions: [{ version: '2', run: 'new' }] }],
  });
  const runs = `runs: [{ mlflow: ${server.address}/, experiment: fraud }]`;
  writeFileSync(
    join(folder, 'holdout.yaml'),
    `version: 1\nname: x\nlifecycle: ./own.yaml\nmetrics: { recall: { min: 0.8 } }\n${runs}\n`,
  );
});
afterEach(() => server.close());
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HOME = { HOME: '/nowhere', USERPROFILE: '/nowhere' };

interface StatusJson {
  readonly projects: readonly {
    readonly stages: readonly {
      readonly criteria: readonly {
        readonly id: string;
        readonly outcome: string;
        readonly reason: string;
      }[];
    }[];
  }[];
}

async function status(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { out } = await run(['status', '--format', 'json', ...args], folder, { ...HOME, ...env });
  const json = JSON.parse(out) as StatusJson;
  if (!isStatus(json)) throw new Error(JSON.stringify(isStatus.errors));
  const criteria = json.projects.flatMap(({ stages }) => stages.flatMap(stage => stage.criteria));
  return Object.fromEntries(criteria.map(({ id, outcome, reason }) => [id, [outcome, reason]]));
}

const host = (): string => new URL(server.address).host;

describe('a tracking server, asked by the command line', () => {
  it('is asked for nothing unless its host is named', async () => {
    const stands = await status();
    expect(Object.values(stands).map(([outcome]) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
    for (const [, reason] of Object.values(stands)) expect(reason).toContain(`\`--allow-network ${host()}\``);
    await status(['--allow-network', 'example.org,other.example']);
    expect(server.asked).toEqual([]);
  });

  it('answers criteria by its newest run and its registry', async () => {
    expect(await status(['--allow-network', host()])).toMatchObject({
      recall: ['met', expect.stringContaining('0.9')],
      curves: ['met', '1 run with values per step: new.'],
      registered: ['met', 'Version 2 of fraud (champion) is registered, of 1 version, with metrics.'],
    });
  });

  it('gets the credentials of the environment, and what it refuses is unknown', async () => {
    server.serve({ authorization: 'Bearer s3cret', experiments: { 7: 'fraud' } });
    const refused = await status(['--allow-network', host()]);
    expect(refused['recall']).toEqual([
      'unknown',
      expect.stringContaining('it wants to know who asks (401)'),
    ]);
    const allowed = ['--allow-network', server.address];
    await status(allowed, { MLFLOW_TRACKING_TOKEN: 's3cret' });
    expect(server.asked.at(-1)?.authorization).toBe('Bearer s3cret');
    // They are meant for another server.
    await status(allowed, { MLFLOW_TRACKING_TOKEN: 's3cret', MLFLOW_TRACKING_URI: 'https://other.example' });
    expect(server.asked.at(-1)?.authorization).toBeUndefined();
  });

  it('prints its runs where its address is typed, as files do', async () => {
    const page = `${server.address}/#/experiments/7`;
    const { code, out } = await run(['metrics', page, '--format', 'json'], folder, HOME);
    const json: unknown = JSON.parse(out);
    expect(isMetrics(json), JSON.stringify(isMetrics.errors)).toBe(true);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      runs: [
        {
          id: 'new',
          source: 'mlflow',
          status: 'FINISHED',
          file: `${server.address}/#/experiments/7/runs/new`,
          metrics: { recall: { value: 0.9, step: 1 } },
        },
        { id: 'old' },
      ],
      skipped: [],
    });
    const text = await run(['metrics', server.address, 'own.yaml'], folder, HOME);
    expect(text.out).toContain('recall  0.9  (step 1)');
    const gone = await run(['metrics', `${server.address}/#/experiments/9`], folder, HOME);
    expect(gone.code).toBe(2);
    expect(gone.out).toContain('it has no experiment `9`, only fraud');
    const odd = await run(['metrics', `${server.address}/#/experiments/5%`], folder, HOME);
    expect(odd.out).toContain('it has no experiment `5%`, only fraud');
  });

  it('never finds a secret in what it prints', async () => {
    server.serve({ instead: (_, response) => (response.writeHead(500).end('{"message":"no"}'), true) });
    const { out, err } = await run(['status', '--allow-network', host()], folder, {
      ...HOME,
      MLFLOW_TRACKING_USERNAME: 'ada',
      MLFLOW_TRACKING_PASSWORD: 'hunter2',
    });
    expect(server.asked[0]?.authorization).toBe(`Basic ${btoa('ada:hunter2')}`);
    for (const secret of ['hunter2', btoa('ada:hunter2')]) expect(out + err).not.toContain(secret);
    expect(readFileSync(join(folder, 'holdout.yaml'), 'utf8')).not.toContain('hunter2');
  });
});
