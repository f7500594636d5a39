/**
 * The questions of MLflow's REST interface that are asked, as data: the path below `…/api/2.0/mlflow/`, and either fields of
 * the address (GET) or a body (POST). Nothing here changes anything on a server.
 */
export interface ApiQuestion {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** How many entries one answer holds at most: MLflow's own usual number. */
const PAGE = 1000;
/** Points of a metric in one answer: left out, a server gives them all at once, however many. */
const PAGE_OF_POINTS = 25_000;

export function experimentsPage(token: string | undefined): ApiQuestion {
  return {
    path: 'experiments/search',
    body: { max_results: PAGE, view_type: 'ACTIVE_ONLY', ...tokenOf(token) },
  };
}

/** The newest first. */
export function runsPage(experiments: readonly string[], token: string | undefined): ApiQuestion {
  return {
    path: 'runs/search',
    body: {
      experiment_ids: experiments,
      run_view_type: 'ACTIVE_ONLY',
      max_results: PAGE,
      order_by: ['attributes.start_time DESC'],
      ...tokenOf(token),
    },
  };
}

export function oneRun(run: string): ApiQuestion {
  return { path: 'runs/get', query: { run_id: run } };
}

/** The values of one metric of a run, step by step. */
export function historyPage(run: string, metric: string, token: string | undefined): ApiQuestion {
  return {
    path: 'metrics/get-history',
    query: { run_id: run, metric_key: metric, max_results: String(PAGE_OF_POINTS), ...tokenOf(token) },
  };
}

export function modelsPage(token: string | undefined): ApiQuestion {
  return { path: 'registered-models/search', query: { max_results: String(PAGE), ...tokenOf(token) } };
}

export function versionsPage(model: string, token: string | undefined): ApiQuestion {
  const quote = model.includes("'") ? '"' : "'";
  return {
    path: 'model-versions/search',
    query: { filter: `name=${quote}${model}${quote}`, max_results: String(PAGE), ...tokenOf(token) },
  };
}

function tokenOf(token: string | undefined): { readonly page_token?: string } {
  return token === undefined ? {} : { page_token: token };
}

/**
 * Where a server may listen: as it is documented; and below `--static-prefix`, which moves the routes of MLflow's own pages
 * and leaves these where they were.
 */
export const ROUTES = ['api/2.0/mlflow', 'ajax-api/2.0/mlflow'] as const;
export type Route = (typeof ROUTES)[number];

export function urlOf(address: string, route: Route, { path, query = {} }: ApiQuestion): string {
  const fields = new URLSearchParams(query).toString();
  return `${address}/${route}/${path}${fields === '' ? '' : `?${fields}`}`;
}

/** The page of a run in MLflow's own user interface. */
export function runPage(address: string, experiment: string, run: string): string {
  return `${address}/#/experiments/${encodeURIComponent(experiment)}/runs/${encodeURIComponent(run)}`;
}

/** The page of a registered model, or of a version of it. */
export function modelPage(address: string, model: string, version?: string): string {
  const page = `${address}/#/models/${encodeURIComponent(model)}`;
  return version === undefined ? page : `${page}/versions/${encodeURIComponent(version)}`;
}
