/** Files of an MLflow store, by their paths below the project. */
export type StoreFiles = Readonly<Record<string, string>>;

const CONTENT: Readonly<Record<string, string>> = {
  metrics: '1766000000000 0.91 0\n',
  params: '6',
  tags: 'v3',
};

/**
 * A store with the model `fraud` in these versions (version → the run it came from, `''` for none), and runs with
 * these files (`metrics/f1`).
 */
export function registered(
  versions: Readonly<Record<string, string>>,
  runs: Readonly<Record<string, readonly string[]>> = {},
  more: StoreFiles = {},
): StoreFiles {
  const files: Record<string, string> = {
    'mlruns/0/meta.yaml': "experiment_id: '0'\nlifecycle_stage: active\nname: Default\n",
    'mlruns/models/fraud/meta.yaml': 'name: fraud\ncreation_timestamp: 1766000000000\n',
  };
  for (const [version, run] of Object.entries(versions)) {
    files[`mlruns/models/fraud/version-${version}/meta.yaml`] =
      `name: fraud\nversion: '${version}'\ncurrent_stage: None\nstatus: READY\nrun_id: ${run === '' ? 'null' : run}\n`;
  }
  for (const [run, names] of Object.entries(runs)) {
    files[`mlruns/0/${run}/meta.yaml`] = runMeta(run);
    for (const name of names) files[`mlruns/0/${run}/${name}`] = CONTENT[name.split('/')[0] ?? ''] ?? '';
  }
  return { ...files, ...more };
}

/** The `meta.yaml` of a run as the file store writes it; 3 is FINISHED. */
export function runMeta(id: string, more: Readonly<Record<string, string | number>> = {}): string {
  const fields = {
    artifact_uri: `file:///C:/elsewhere/${id}/artifacts`,
    end_time: 1766000100000,
    experiment_id: "'0'",
    lifecycle_stage: 'active',
    run_id: id,
    run_name: `run ${id}`,
    run_uuid: id,
    source_type: 4,
    start_time: 1766000000000,
    status: 3,
    tags: '[]',
    user_id: 'ana',
    ...more,
  };
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}
