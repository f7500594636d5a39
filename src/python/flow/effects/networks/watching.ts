import { allTaints, constantOf, contentOf, dataOf, scalar, symbolOf } from '../../data';
import type { FitFact, Stopper, Watch } from '../../facts';
import { siteOf } from '../../frame';
import type { CallInfo, Machine } from '../../machine';
import type { Estimator, Ref, Tool, Value } from '../../value';
import { nameOf } from '../scores/scoring';
import { dataSetOf } from './batches';

export interface Watching {
  readonly watches: readonly Watch[];
  readonly stopper: Stopper | undefined;
}

/** The argument by which a fit is given rows to look at. */
const WATCHED: ReadonlySet<string> = new Set([
  'eval_set',
  'eval_sets',
  'evals',
  'valid_sets',
  'validation_data',
  'eval_dataset',
]);

const ROUNDS: ReadonlySet<string> = new Set([
  'early_stopping_rounds',
  'early_stopping_round',
  'early_stopping',
  'n_iter_no_change',
  'od_wait',
  'od_type',
]);

/** Rows that a fit looks at beside those it learns from, and what lets them decide. */
export function watchingOf(m: Machine, estimator: Estimator, info: CallInfo): Watching {
  const given = new Map([...info.args.named].map(([name, value]) => [ownName(name), value] as const));
  const watches: Watch[] = [];
  for (const [name, value] of given) {
    if (!WATCHED.has(name)) continue;
    const written = info.written?.find(one => one.name !== undefined && ownName(one.name) === name);
    const site = written && siteOf(m, written.span);
    for (const rows of watchedRows(m, value)) {
      if (!watches.some(watch => watch.rows === rows.rows)) watches.push({ ...rows, site });
    }
  }
  if (watches.length === 0) return { watches, stopper: undefined };
  const all = new Map([...estimator.named, ...memberArguments(m, estimator), ...given]);
  // XGBoost stops by the last of its sets.
  const deciding = estimator.api.startsWith('xgboost.') ? watches.slice(-1) : watches;
  return { watches: deciding, stopper: stopperOf(m, estimator, all) };
}

/** `clf__eval_set` is the argument of a pipeline's member. */
function ownName(name: string): string {
  return name.slice(name.lastIndexOf('__') + (name.includes('__') ? 2 : 1));
}

function memberArguments(m: Machine, estimator: Estimator): ReadonlyMap<string, Value> {
  const member = contentOf(m, estimator.members.at(-1));
  return member?.tag === 'estimator' ? member.named : new Map<string, Value>();
}

/** `[(X_val, y_val)]`, `(X_val, y_val)`, `[(dval, 'eval')]`, `Pool(X_val)`: the first table of each. */
export function watchedRows(m: Machine, value: Value, depth = 0): Omit<Watch, 'site'>[] {
  const data = dataOf(m, value);
  if (data) return [{ rows: data.rows, features: nameOf(m, value), taints: allTaints(data) }];
  const content = contentOf(m, value);
  const own = content?.tag === 'instance' ? dataSetOf(m, value) : undefined;
  if (own) return [{ rows: own.rows, features: own.name, taints: own.taints }];
  if (content?.tag === 'tool' && content.rows)
    return [{ rows: content.rows, features: undefined, taints: [] }];
  if (content?.tag !== 'sequence' || depth > 3) return [];
  const [first] = content.items;
  const paired = content.form === 'tuple' && first;
  const items = paired ? [first] : [...content.items, ...(content.rest ? [content.rest] : [])];
  return items.flatMap(item => watchedRows(m, item, depth + 1));
}

function stopperOf(m: Machine, { api }: Estimator, given: ReadonlyMap<string, Value>): Stopper | undefined {
  for (const [name, value] of given)
    if (ROUNDS.has(name) && isOn(value)) return { label: name, chooses: 'rounds' };
  const callbacks = toolsWithin(m, given.get('callbacks'))
    .filter(tool => !outlastsTraining(m, tool, given.get('epochs')))
    .flatMap(tool => callbackStopper(m, tool) ?? []);
  const worst = ['rounds', 'checkpoint', 'learning rate']
    .map(chooses => callbacks.find(one => one.chooses === chooses))
    .find(one => one !== undefined);
  if (worst) return worst;
  const loads = given.get('load_best_model_at_end');
  if (loads && constantOf(loads) === true) return { label: 'load_best_model_at_end', chooses: 'checkpoint' };
  const best = given.get('use_best_model');
  // CatBoost keeps the best round of its evaluation set unless it is told not to; TabNet stops by it.
  if (api.startsWith('catboost.') && (best === undefined || isOn(best)))
    return { label: 'use_best_model', chooses: 'rounds' };
  return api.includes('TabNet') ? { label: 'patience', chooses: 'rounds' } : undefined;
}

function isOn(value: Value): boolean {
  const known = constantOf(value);
  return known === undefined || Boolean(known);
}

export function toolsWithin(m: Machine, value: Value | undefined, depth = 0): readonly Tool[] {
  if (!value || depth > 3) return [];
  if (value.tag === 'choice') return value.options.flatMap(option => toolsWithin(m, option, depth + 1));
  const content = contentOf(m, value);
  if (content?.tag === 'tool') return [content];
  if (content?.tag !== 'sequence') return [];
  const items = [...content.items, ...(content.rest ? [content.rest] : [])];
  return items.flatMap(item => toolsWithin(m, item, depth + 1));
}

/** A callback that looks at the training loss, or saves every epoch, chooses nothing by watched rows. */
export function callbackStopper(m: Machine, tool: Tool): Stopper | undefined {
  if (tool.entry.kind !== 'callback') return undefined;
  const { chooses } = tool.entry;
  const argument = argumentsOf(m, tool);
  const monitor = constantOf(argument('monitor', chooses === 'checkpoint' ? 1 : 0));
  if (typeof monitor === 'string' && !/val|test|eval/i.test(monitor)) return undefined;
  const label = tool.api.split('.').pop() ?? tool.api;
  if (chooses === 'checkpoint' && !keepsBest(argument, tool)) return undefined;
  return { label, chooses };
}

/** `EarlyStopping(patience=25)` of 25 epochs ends nothing, and takes nothing back. */
function outlastsTraining(m: Machine, tool: Tool, epochs: Value | undefined): boolean {
  if (tool.entry.kind !== 'callback' || tool.entry.chooses !== 'rounds') return false;
  const argument = argumentsOf(m, tool);
  const [patience, rounds] = [constantOf(argument('patience', 2)), constantOf(epochs)];
  if (typeof patience !== 'number' || typeof rounds !== 'number' || patience < rounds) return false;
  const restores = argument('restore_best_weights', 6);
  return restores === undefined || constantOf(restores) === false;
}

type Argument = (name: string, position: number) => Value | undefined;

function keepsBest(argument: Argument, tool: Tool): boolean {
  // Lightning keeps the best by what it monitors, Keras only when it is told to.
  if (/lightning/.test(tool.api)) return argument('monitor', 1) !== undefined;
  const only = argument('save_best_only', 3);
  return only !== undefined && constantOf(only) === true;
}

function argumentsOf(m: Machine, tool: Tool): Argument {
  const given = contentOf(m, tool.inner);
  return (name, position) =>
    given?.tag === 'dictionary' ? (given.entries.get(name) ?? given.entries.get(position)) : undefined;
}

/** Notes where a fit keeps its best epoch, so that who loads it has this model. */
export function noteCheckpoints(m: Machine, self: Ref, info: CallInfo): void {
  for (const tool of toolsWithin(m, info.args.named.get('callbacks'))) {
    if (callbackStopper(m, tool)?.chooses !== 'checkpoint') continue;
    const path = argumentsOf(m, tool)('filepath', 0);
    if (path) m.journal.set(m.saved, symbolOf(m, path), self);
  }
}

/** `model.load_weights(path)`, `load_model(path)`: the best epoch, where a checkpoint of it was saved there. */
export function restored(m: Machine, path: Value | undefined, into?: Ref): Value | undefined {
  const saved = path && m.saved.get(symbolOf(m, path));
  const content = saved && contentOf(m, saved);
  if (content?.tag !== 'estimator' || !content.fit) return undefined;
  const fit = { ...content.fit, restored: true as const };
  if (into) {
    const own = contentOf(m, into);
    if (own?.tag === 'estimator') m.store.update(into.id, { ...own, fit });
    return into;
  }
  return m.store.allocate({ ...content, fit, name: undefined });
}

/** What a network's `fit` gives back: `history.history['val_loss']` are scores of the watched rows, one an epoch. */
export function historyOf(m: Machine, { api }: Estimator, fit: FitFact | undefined): Value | undefined {
  if (!/^(keras|tensorflow)\b.*(Sequential|Model)$/.test(api) || !fit) return undefined;
  const taint = m.taints.add(`watched ${fit.order}`, id => ({ kind: 'watched', id, fit }));
  const taints = fit.watches.length > 0 ? [taint] : [];
  return m.store.allocate({ tag: 'tool', api: 'History', entry: { kind: 'history' }, taints });
}

/** `history.history['val_loss']`; the loss on the training rows is no score of the watched ones. */
export function historyItem(m: Machine, history: Tool, key: Value): Value {
  const name = constantOf(key);
  return scalar(m, typeof name === 'string' && name.startsWith('val') ? history.taints : []);
}
