import { allTaints, constantOf, contentOf, dataOf, makeData, taintsIn } from '../../data';
import type { FitFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol, record } from '../../machine';
import { sourcesOf } from '../../rows/rows';
import type { Data, Estimator, Value } from '../../value';
import { isTemporary, noteWritten, readAgain } from './files';
import { restored } from '../networks/watching';
import { report } from '../scores/reports';
import { rowsOf } from '../scores/scoring';
import { unknownResult, unresolved } from '../unresolved';
import { noteKeptRows } from '../scores/using';

/* What one run keeps and another takes out: models, transformers, numbers. */

/** `joblib.dump(model, path)`, `mlflow.sklearn.log_model(model, 'model')` */
export function saved(m: Machine, name: string, info: CallInfo): Value {
  const { positional, named } = info.args;
  const given = [...positional, ...named.values()];
  const object = given.find(value => value.tag !== 'const' && value.tag !== 'scalar');
  if (object) noteSaved(m, object, callOf(name), info);
  noteKeptRows(m, given, info.site);
  noteWritten(m, name, info);
  return unknownResult(m, info, undefined, given);
}

/** `model.save(path)`, `booster.save_model(path)` */
export function noteKept(m: Machine, self: Value, method: string, info: CallInfo): void {
  if (/^save(_model|_weights)?$/.test(method)) noteSaved(m, self, method, info);
}

function noteSaved(m: Machine, object: Value, label: string, { args, site }: CallInfo): void {
  const kept: Kept = { holds: new Set(), fits: new Set(), whole: true };
  collect(m, object, kept, 0);
  const { whole } = kept;
  const temporary = [...args.positional, ...args.named.values()].some(value => isTemporary(m, value));
  const [holds, fits] = [[...kept.holds], [...kept.fits]];
  record<'save'>(m, { kind: 'save', site, label, holds, fits, whole, temporary });
}

interface Kept {
  readonly holds: Set<number>;
  readonly fits: Set<FitFact>;
  whole: boolean;
}

function collect(m: Machine, value: Value, kept: Kept, depth: number): void {
  if (depth > 6) kept.whole = false;
  else for (const part of partsOf(m, value, kept)) collect(m, part, kept, depth + 1);
}

/** What a value holds; something unknown may hold anything. */
function partsOf(m: Machine, value: Value, kept: Kept): readonly Value[] {
  if (value.tag === 'choice') return value.options;
  const content = contentOf(m, value);
  switch (content?.tag) {
    case 'estimator':
      return partsOfEstimator(value, content, kept);
    case 'sequence':
      return [...content.items, ...(content.rest ? [content.rest] : [])];
    case 'dictionary':
      return [...content.entries.values(), ...(content.rest ? [content.rest] : [])];
    case 'instance':
      return [...content.fields.values(), ...(content.network ? [content.network] : [])];
    case 'data':
      if (content.form === 'unknown') kept.whole = false;
      return [];
    default:
      return [];
  }
}

function partsOfEstimator(value: Value, { members, fit }: Estimator, kept: Kept): readonly Value[] {
  if (value.tag === 'ref') kept.holds.add(value.id);
  if (fit) kept.fits.add(fit);
  return members;
}

/** `joblib.load(path)`, `load_model(path)`: what comes out was made by another run. */
export function stored(m: Machine, name: string, info: CallInfo): Value {
  const again = readAgain(m, name, info);
  if (again) return again;
  const { site } = info;
  const label = callOf(name);
  record<'restore'>(m, { kind: 'restore', site, label });
  const symbol = freshSymbol(m);
  const source = {
    key: `stored ${symbol}`,
    kind: 'unknown',
    site,
    label: `${label}()`,
    stored: label,
  } as const;
  return m.store.allocate(makeData(m, { form: 'unknown', rows: m.rows.other(source), symbol }));
}

/** What loaded this object, where another run made it. */
export function storedBy({ rows }: Data): string | undefined {
  return sourcesOf(rows).find(source => source.stored !== undefined)?.stored;
}

/** `load_model(path)`: the best epoch of a fit in sight, or a model of another run. */
export function restoredOrStored(m: Machine, name: string, info: CallInfo): Value {
  return restored(m, info.args.positional[0] ?? info.args.named.get('filepath')) ?? stored(m, name, info);
}

/** A loaded model predicts. */
export function noteServed(m: Machine, self: Data, method: string, { args, site }: CallInfo): void {
  const label = /^predict/.test(method) ? storedBy(self) : undefined;
  if (label === undefined) return;
  const { positional, named } = args;
  const features = positional[0] ?? named.get('X') ?? named.get('x') ?? named.get('data');
  const rows = rowsOf(m, features, site);
  if (!rows) return;
  const data = dataOf(m, features);
  const taints = data ? allTaints(data) : taintsIn(m, features);
  record<'serve'>(m, { kind: 'serve', site, label, rows, taints });
}

/** `mlflow.log_metric('f1', f1)`, `json.dump(scores, file)`: counts where scores are in it. */
export function tracked(m: Machine, info: CallInfo): Value {
  const { positional, named, others } = info.args;
  const values = [...positional, ...named.values(), ...others];
  report(m, info);
  if (values.some(value => constantOf(value) === undefined && isScore(m, value)))
    record<'track'>(m, { kind: 'track', site: info.site });
  return unresolved(m, info);
}

function isScore(m: Machine, value: Value): boolean {
  return taintsIn(m, value).some(({ kind }) => SCORES.has(kind));
}

const SCORES: ReadonlySet<string> = new Set(['scored', 'validated', 'best', 'watched']);

function callOf(name: string): string {
  const [library = '', ...path] = name.split('.');
  return [library, ...path.slice(-1)].join('.');
}
