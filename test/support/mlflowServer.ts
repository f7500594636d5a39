import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A run as it was logged. */
export interface StubRun {
  readonly id: string;
  readonly name?: string;
  readonly experiment?: string;
  /** Milliseconds since 1970. */
  readonly start?: number;
  readonly status?: string;
  /** Of each metric its values, step by step; numbers as the protocol writes them, `NaN` as a text. */
  readonly metrics?: Readonly<Record<string, readonly (number | string)[]>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly datasets?: number;
}

export interface StubVersion {
  readonly version: string;
  readonly run?: string;
  readonly stage?: string;
  readonly status?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface StubModel {
  readonly name: string;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly versions: readonly StubVersion[];
}

export interface StubOptions {
  /** By id. */
  readonly experiments?: Readonly<Record<string, string>>;
  readonly runs?: readonly StubRun[];
  readonly models?: readonly StubModel[];
  /** Entries of a page, however many are asked for. */
  readonly page?: number;
  /** `Authorization` that is asked for. */
  readonly authorization?: string;
  /** Serves as `mlflow server --static-prefix` does: only `ajax-api` moves below it. */
  readonly staticPrefix?: string;
  /** Answers instead of MLflow; false lets it answer. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface StubServer {
  readonly address: string;
  /** What was asked: method, path, and the headers that came with it. */
  readonly asked: readonly Asked[];
  /** Changes what it answers. */
  serve(options: StubOptions): void;
  close(): Promise<void>;
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly origin: string | undefined;
}

/** An HTTP server on this machine that speaks the documented part of MLflow's REST protocol. */
export async function stubMlflow(first: StubOptions): Promise<StubServer> {
  let options = first;
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, authorization: headers.authorization, origin: headers.origin });
    if (options.instead?.(request, response) === true) return;
    void bodyOf(request).then(body => {
      answer(options, { method, url, body, authorization: headers.authorization }, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    serve: next => (options = next),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body: Fields;
  readonly authorization: string | undefined;
}
type Fields = Readonly<Record<string, unknown>>;

function answer(options: StubOptions, call: Call, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(call.url, 'http://stub');
  const route = [`/api/2.0/mlflow/`, `${options.staticPrefix ?? ''}/ajax-api/2.0/mlflow/`].find(one =>
    pathname.startsWith(one),
  );
  if (route === undefined) return sendPage(response, 404, '<!doctype html><title>404 Not Found</title>');
  if (options.authorization !== undefined && call.authorization !== options.authorization) {
    return sendPage(response, 401, 'You are not authenticated.');
  }
  const name = `${call.method} ${pathname.slice(route.length)}`;
  const handler = HANDLERS[name];
  if (!handler) return sendPage(response, 404, '<!doctype html><title>404 Not Found</title>');
  const fields = { ...Object.fromEntries(searchParams), ...call.body };
  const given = handler(options, fields);
  send(
    response,
    given ? 200 : 404,
    given ?? { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'No such thing.' },
  );
}

type Handler = (options: StubOptions, fields: Fields) => object | undefined;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'POST experiments/search': ({ experiments = { 0: 'Default' }, page }, fields) =>
    paged(
      'experiments',
      Object.entries(experiments).map(([experiment_id, name]) => ({
        experiment_id,
        name,
        lifecycle_stage: 'active',
      })),
      fields,
      page,
    ),
  'POST runs/search': ({ runs = [], page }, fields) => {
    const ids = fields['experiment_ids'] as readonly string[];
    const fitting = runs
      .filter(({ experiment = '0' }) => ids.includes(experiment))
      .sort((a, b) => (b.start ?? 0) - (a.start ?? 0));
    return paged('runs', fitting.map(runJson), fields, page);
  },
  'GET runs/get': ({ runs = [] }, { run_id: id }) => {
    const run = runs.find(one => one.id === id);
    return run && { run: runJson(run) };
  },
  'GET metrics/get-history': ({ runs = [], page }, fields) => {
    const { run_id: id, metric_key: key } = fields;
    const values = runs.find(run => run.id === id)?.metrics?.[String(key)] ?? [];
    return paged(
      'metrics',
      values.map((value, step) => ({ key, value, step, timestamp: step })),
      fields,
      page,
    );
  },
  'GET registered-models/search': ({ models = [], page }, fields) =>
    paged(
      'registered_models',
      models.map(({ name, aliases = {} }) => ({
        name,
        aliases: Object.entries(aliases).map(([alias, version]) => ({ alias, version })),
      })),
      fields,
      page,
    ),
  'GET model-versions/search': ({ models = [], page }, fields) => {
    const wanted = /^name=(['"])(.*)\1$/.exec(String(fields['filter']))?.[2];
    const model = models.find(({ name }) => name === wanted);
    const versions = (model?.versions ?? []).map(({ version, run, stage, status = 'READY', tags = {} }) => ({
      name: wanted,
      version,
      run_id: run,
      current_stage: stage ?? 'None',
      status,
      creation_timestamp: 1_700_000_000_000,
      tags: pairs(tags),
    }));
    return paged('model_versions', versions, fields, page);
  },
};

/** The page that a token names, and the token of the next; the last page has an empty one or none. */
function paged(field: string, items: readonly object[], { page_token: token }: Fields, page = 1000): object {
  const start = token === undefined ? 0 : Number(token);
  const next = start + page;
  return { [field]: items.slice(start, next), ...(next < items.length && { next_page_token: String(next) }) };
}

function runJson({
  id,
  name,
  experiment = '0',
  start = 1_700_000_000_000,
  status = 'FINISHED',
  ...logged
}: StubRun) {
  const { metrics = {}, params = {}, tags = {}, datasets = 0 } = logged;
  return {
    info: {
      run_id: id,
      run_uuid: id,
      run_name: name ?? id,
      experiment_id: experiment,
      status,
      start_time: start,
      ...(status === 'FINISHED' && { end_time: start + 1000 }),
      lifecycle_stage: 'active',
    },
    data: {
      metrics: Object.entries(metrics).map(([key, values]) => ({
        key,
        value: values[values.length - 1],
        step: values.length - 1,
        timestamp: start,
      })),
      params: pairs(params),
      tags: pairs(tags),
    },
    inputs: {
      dataset_inputs: Array.from({ length: datasets }, (_, at) => ({ dataset: { name: `d${at}` } })),
    },
  };
}

function pairs(record: Readonly<Record<string, string>>) {
  return Object.entries(record).map(([key, value]) => ({ key, value }));
}

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Fields);
}

export function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(html);
}
