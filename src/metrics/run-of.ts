import { baseName } from './collector';
import { normalName } from './names';
import type { Run } from './table';
import { numberOf, type TreeObject } from './tree';

const PARAMETERS = new Set([
  'params',
  'parameters',
  'hyperparameters',
  'hparams',
  'best_params',
  'config',
  'args',
]);
const NAMES = [
  'name',
  'model',
  'model_name',
  'run',
  'run_name',
  'run_id',
  'variant',
  'experiment',
  'classifier',
];
const TIMES = ['timestamp', 'generated_at', 'created_at', 'evaluated_at', 'date', 'time'];
const ISO_TIME = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Does a key hold what a run was given, rather than what it measured: `params`, `config`? */
export function isParameters(key: string): boolean {
  return PARAMETERS.has(normalName(key));
}

/** The run that an object stands for; `index` tells the elements of a list apart. */
export function runOf(file: string, object: TreeObject, index: number | undefined): Run {
  const params = Object.fromEntries(parametersIn(object, []));
  const name = NAMES.map(key => params[key]).find(text => text !== undefined);
  const time = TIMES.map(key => params[key]).find(text => text !== undefined && ISO_TIME.test(text));
  return {
    id: index === undefined ? file : `${file}#${index + 1}`,
    name: name ?? (index === undefined ? baseName(file) : `${baseName(file)} ${index + 1}`),
    file,
    ...(time !== undefined && { time }),
    params,
  };
}

/** What was given to a run and measured nothing, though it is a number: its seed. */
export function isSeed(key: string): boolean {
  return /^(random_|np_|numpy_|torch_)?(seed|random_state)$/.test(normalName(key));
}

/** Text, truth values, seeds, and everything under a key such as `params`. */
function parametersIn(
  object: TreeObject,
  path: readonly string[],
  all = false,
): (readonly [string, string])[] {
  return object.entries.flatMap(({ key, value }) => {
    const name = [...path, key];
    if (value.kind === 'object') {
      return parametersIn(value, name, all || isParameters(key));
    }
    if (value.kind === 'text' && (all || !numberOf(value))) return [[name.join('.'), value.text] as const];
    if (value.kind === 'boolean') return [[name.join('.'), value.text] as const];
    return (all || isSeed(key)) && value.kind === 'number' ? [[name.join('.'), value.raw] as const] : [];
  });
}
