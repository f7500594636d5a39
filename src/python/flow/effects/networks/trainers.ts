import { contentOf, constantOf, scalar } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { NO_ARGUMENTS } from '../../machine';
import { member } from '../../members';
import type { Ref, Tool, Value } from '../../value';
import { NONE } from '../../value';
import { fitModel } from '../models/fitting';
import { networkOf, newNetwork } from './networks';
import { predicted, scored } from '../scores/scoring';

/**
 * Objects that train: those of Lightning are given model and rows when they fit, those of Hugging Face when they are made.
 */

/** Names of what a Hugging Face trainer is given by position. */
const POSITIONS = ['model', 'args', 'data_collator', 'train_dataset', 'eval_dataset'];

export function newTrainer(m: Machine, api: string, entry: Tool['entry'], info: CallInfo): Value {
  const { positional, named } = info.args;
  const byPosition = POSITIONS.flatMap((name, i): [string, Value][] => {
    const value = positional[i];
    return value ? [[name, value]] : [];
  });
  return m.store.allocate({ tag: 'tool', api, entry, taints: [], named: new Map([...byPosition, ...named]) });
}

export function callTrainer(m: Machine, self: Ref, trainer: Tool, name: string, info: CallInfo): Value {
  const given = trainer.named ?? new Map<string, Value>();
  const lightning = /lightning/.test(trainer.api);
  if (name === 'fit' && lightning) return fitsNetwork(m, self, trainer, lightningRows(m, info), info);
  if (name === 'train' && !lightning) {
    const rows = {
      train: given.get('train_dataset'),
      held: given.get('eval_dataset'),
      model: given.get('model'),
    };
    return fitsNetwork(m, self, trainer, rows, info);
  }
  if (name === 'evaluate' || name === 'predict' || name === 'test' || name === 'validate')
    return measures(m, trainer, name, info);
  return name.startsWith('add_') || name.startsWith('save') ? NONE : scalar(m);
}

interface TrainingRows {
  readonly model: Value | undefined;
  readonly train: Value | undefined;
  readonly held: Value | undefined;
}

/** `fit(model, train_loader, val_loader)`, `fit(model, datamodule=data)` */
function lightningRows(m: Machine, info: CallInfo): TrainingRows {
  const { positional, named } = info.args;
  const model = positional[0] ?? named.get('model');
  const first = positional[1] ?? named.get('train_dataloaders') ?? named.get('train_dataloader');
  const module = named.get('datamodule') ?? (isModule(m, first) ? first : undefined);
  if (module) {
    loaderOf(m, module, 'setup', info);
    const train = loaderOf(m, module, 'train_dataloader', info);
    return { model, train, held: loaderOf(m, module, 'val_dataloader', info) };
  }
  const held = positional[2] ?? named.get('val_dataloaders') ?? named.get('val_dataloader');
  return { model, train: first, held };
}

function isModule(m: Machine, value: Value | undefined): boolean {
  const content = contentOf(m, value);
  return content?.tag === 'instance' && member(m, content.cls, 'train_dataloader') !== undefined;
}

/** What a method of a program's data module gives. */
function loaderOf(m: Machine, module: Value, method: string, info: CallInfo): Value | undefined {
  const content = contentOf(m, module);
  const found = content?.tag === 'instance' ? member(m, content.cls, method) : undefined;
  if (found?.tag !== 'function') return undefined;
  return m.call({ ...found, self: module }, { ...info, args: NO_ARGUMENTS });
}

function fitsNetwork(
  m: Machine,
  self: Ref,
  trainer: Tool,
  { model, train, held }: TrainingRows,
  info: CallInfo,
): Value {
  const network = networkOf(m, model) ?? newNetwork(m, 'model', { ...info, args: NO_ARGUMENTS });
  const estimator = m.store.content(network.id);
  if (estimator?.tag !== 'estimator' || !train) return NONE;
  const settings = contentOf(m, trainer.named?.get('args'));
  const own = settings?.tag === 'tool' ? settings.named : undefined;
  const named = new Map([
    ...(own ?? []),
    ...(trainer.named ?? []),
    ...(held ? [['eval_dataset', held] as const] : []),
  ]);
  const args = { positional: [train, train], named, others: [] };
  const fit = fitModel(m, network, estimator, { ...info, args, written: [] });
  const after = m.store.content(network.id);
  const keepsBest = fit?.stopper?.chooses === 'checkpoint';
  if (keepsBest && after?.tag === 'estimator' && !/lightning/.test(trainer.api))
    m.store.update(network.id, { ...after, fit: { ...fit, restored: true } });
  m.store.update(self.id, { ...trainer, inner: network });
  return NONE;
}

/** `trainer.evaluate()`, `trainer.test(model, loader, ckpt_path='best')` */
function measures(m: Machine, trainer: Tool, name: string, info: CallInfo): Value {
  const rows = measuredRows(m, trainer, name, info);
  const { inner } = trainer;
  const model = inner?.tag === 'ref' ? m.store.content(inner.id) : undefined;
  if (!rows || model?.tag !== 'estimator' || !model.fit) return scalar(m);
  const best = loadsBest(trainer, info) && model.fit.stopper?.chooses === 'checkpoint';
  const network = best ? { ...model, fit: { ...model.fit, restored: true as const } } : model;
  const prediction = predicted(m, network, rows, { ...info, written: [] });
  const measure = { metric: `trainer.${name}`, prevalence: false, site: info.site };
  return scalar(m, prediction ? scored(m, [prediction], measure) : []);
}

function measuredRows(m: Machine, trainer: Tool, name: string, info: CallInfo): Value | undefined {
  const { positional, named } = info.args;
  if (!/lightning/.test(trainer.api))
    return (
      positional[0] ??
      named.get('eval_dataset') ??
      named.get('test_dataset') ??
      trainer.named?.get('eval_dataset')
    );
  const method = `${name === 'validate' ? 'val' : name}_dataloader`;
  const given = [...positional, ...named.values()].filter(value => networkOf(m, value) === undefined);
  const module = given.find(value => isModule(m, value));
  if (module) return loaderOf(m, module, method, info);
  const loader = named.get('dataloaders') ?? named.get('test_dataloaders') ?? named.get('val_dataloaders');
  return loader ?? given.find(value => value.tag === 'ref');
}

/** Lightning takes the best epoch where it is told to, or is given no model. */
function loadsBest({ api }: Tool, { args }: CallInfo): boolean {
  if (!/lightning/.test(api)) return false;
  const path = constantOf(args.named.get('ckpt_path'));
  return path === 'best' || (path === undefined && args.positional.length === 0 && !args.named.has('model'));
}
