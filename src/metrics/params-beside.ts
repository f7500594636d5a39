import type { Files } from '../base/ports';
import type { Parsed } from '../base/result';
import { baseName } from './collector';
import { flattened } from './dvc/variables';
import { yamlTreeOf } from './readers/yaml';
import type { MetricTable } from './table';

/** Logs of training that keep what the run was given in a file beside them: those of Lightning and of Ultralytics. */
const BESIDE: Readonly<Record<string, string>> = {
  'metrics.csv': 'hparams.yaml',
  'results.csv': 'args.yaml',
};

/** The table of a log, its run with the parameters that stand beside it. */
export async function withParamsBeside(
  files: Files,
  path: string,
  parsed: Parsed<MetricTable>,
): Promise<Parsed<MetricTable>> {
  const name = baseName(path);
  const beside = Object.hasOwn(BESIDE, name) ? BESIDE[name] : undefined;
  const [run, ...others] = parsed.value.runs;
  if (beside === undefined || !run || others.length > 0) return parsed;
  const read = await files.read(path.slice(0, -name.length) + beside);
  if (!read.ok) return parsed;
  const params = flattened(yamlTreeOf(new TextDecoder().decode(read.value)).tree);
  return { ...parsed, value: { ...parsed.value, runs: [{ ...run, params: { ...run.params, ...params } }] } };
}
