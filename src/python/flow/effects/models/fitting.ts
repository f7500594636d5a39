import {
  constantOf,
  contentOf,
  dataOf,
  derive,
  newData,
  scalar,
  taintsIn,
  unknownValue,
  stageOf,
} from '../../data';
import type { FitFact } from '../../facts';
import { siteOf } from '../../frame';
import { holderTransformed } from '../../columns/holders';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, derivedSite, record } from '../../machine';
import type { Rows } from '../../rows/rows';
import { coded } from '../../columns/provenance';
import type { StatTaint, Taints, TransformerUse } from '../../taint';
import { CLEAN, unite, without } from '../../taint';
import type { Data, Estimator, Ref, Value } from '../../value';
import { NONE } from '../../value';
import { importances, learnedAttribute, tellsImportance } from './columnScores';
import {
  classesOf,
  scalesOf,
  classifies,
  classOf,
  estimatorOf,
  isModel,
  parametersOnly,
  shortName,
} from './construct';
import { detected } from './detectors';
import { answersWithin } from './answers';
import { learnerIn } from './learner';
import { resample } from '../splits/resampling';
import { nameOf, predicted, predictionTaint, rowsOf, scoreModel, stageIn, targetOf } from '../scores/scoring';
import { tableOf } from '../tables/tableNames';
import { noteSearch } from '../scores/selecting';
import { forecasts, givenForm, withHeld } from './givenForms';
import { predictGiven } from './givenModels';
import { forgetsFit, goesOn } from './refitting';
import { givenTo, passed } from './features';
import { joinedWith, leadingColumns, mixedBy } from './transformedColumns';
import { learn } from './statistics';
import { noteKept } from '../tables/storing';
import { noteKeptRows } from '../scores/using';
import { asFeatures, ofFeatures } from './variedColumns';
import { rowArguments } from '../tables/written';
import { seedOf } from '../splits/seeding';
import { historyOf, noteCheckpoints, restored, watchingOf } from '../networks/watching';

/** A method of a transformer, model, sampler, searcher or pipeline. */
export function callEstimator(
  m: Machine,
  self: Ref,
  estimator: Estimator,
  name: string,
  info: CallInfo,
): Value {
  if (name === 'set_params') {
    const { named, others } = info.args;
    m.store.update(self.id, {
      ...estimator,
      named: new Map([...estimator.named, ...named]),
      design: `${estimator.design ?? self.id} set ${contextKey(m, info.site)}`,
      parameters: withArguments(m, estimator, [...named.values(), ...others]),
    });
    return self;
  }
  if (forgetsFit(name)) {
    loadWeights(m, self, estimator, info);
    return NONE;
  }
  // `set_output`, `set_fit_request` and their like give the object back.
  if (name.startsWith('set_')) return self;
  if (name === 'get_params') return scalar(m, estimator.parameters);
  switch (estimator.entry.kind) {
    case 'sampler':
      return resample(m, estimator, name, info);
    default:
  }
  if (TRANSFORMS.has(name) || !isModel(m, estimator)) return callTransformer(m, self, estimator, name, info);
  return callModel(m, self, estimator, asUsual(estimator, name), info);
}

const TRANSFORMS: ReadonlySet<string> = new Set(['transform', 'fit_transform', 'inverse_transform']);

function featuresOf(info: CallInfo): Value | undefined {
  const { positional, named } = info.args;
  return (
    positional[0] ??
    named.get('X') ??
    named.get('x') ??
    named.get('raw_documents') ??
    named.get('data') ??
    named.get('generator') ??
    named.get('testset') ??
    named.get('y')
  );
}

function callTransformer(m: Machine, self: Ref, estimator: Estimator, name: string, info: CallInfo): Value {
  const input = featuresOf(info);
  switch (name) {
    case 'fit':
    case 'partial_fit':
    case 'adapt':
    case 'fit_on_texts':
    case 'train':
      fitTransformer(m, self, estimator, input, info);
      return self;
    case 'fit_transform':
    case 'fit_predict': {
      const learned = fitTransformer(m, self, estimator, input, info);
      return transformed(m, self, input, learned, info);
    }
    case 'transform':
    case 'predict':
    case 'texts_to_sequences':
    case 'texts_to_matrix':
    case 'infer_vector':
    case 'get_document_topics':
      noteTransform(m, estimator, input, info);
      return transformed(m, self, input, estimator.learned ?? learnedByModel(m, self, estimator), info);
    case 'inverse_transform': {
      const data = dataOf(m, input);
      return data ? derive(m, data) : scalar(m, taintsIn(m, input));
    }
    case 'get_support':
    case 'get_feature_names_out':
    case 'get_feature_names':
      return learnedAttribute(m, estimator, name);
    default:
      return scalar(m);
  }
}

/** `lda.fit(X, y)`, then `lda.transform(X)`: what a model learned, where it transforms. */
function learnedByModel(m: Machine, self: Ref, estimator: Estimator): StatTaint | undefined {
  const { entry, fit, api } = estimator;
  if (entry.kind !== 'model' || entry.learns === undefined || !fit) return undefined;
  const how = api.split('.').pop() ?? api;
  const transformer = { object: self.id, api, method: 'fit', nameSpan: fit.site, target: undefined };
  return learn(m, {
    cls: entry.learns,
    rows: fit.rows,
    site: fit.site,
    label: `${how}.fit`,
    how,
    transformer: { ...transformer, classes: [entry.learns], scales: undefined },
  });
}

function fitTransformer(
  m: Machine,
  self: Ref,
  estimator: Estimator,
  input: Value | undefined,
  info: CallInfo,
): StatTaint | undefined {
  const rows = rowsOf(m, input, info.site);
  if (!rows) return undefined;
  const method = m.options.textOf(info.nameSpan);
  const how = estimator.api.split('.').pop() ?? estimator.api;
  const transformer = {
    object: self.id,
    api: estimator.api,
    method,
    nameSpan: info.nameSpan,
    classes: classesOf(m, estimator),
    scales: scalesOf(m, estimator),
    target: writtenTarget(m, info),
  };
  const learned = learn(m, {
    cls: classOf(m, estimator),
    rows,
    site: info.site,
    label: method === how ? how : `${how}.${method}`,
    transformer,
    column: dataOf(m, input)?.column,
    how,
  });
  m.store.update(self.id, { ...estimator, learned });
  return learned;
}

function noteTransform(
  m: Machine,
  { api, learned }: Estimator,
  input: Value | undefined,
  info: CallInfo,
): void {
  const rows = rowsOf(m, input, info.site);
  if (!rows || !learned) return;
  const label = `${api.split('.').pop() ?? api}.${m.options.textOf(info.nameSpan)}`;
  record<'transform'>(m, { kind: 'transform', site: info.site, learned, rows, label });
}

/** `, y` in `fit_transform(X, y)` */
function writtenTarget(m: Machine, { written }: CallInfo): TransformerUse['target'] {
  const [rows, target, ...others] = written ?? [];
  if (!rows || others.length > 0 || rows.spread !== 'none' || rows.name === 'y') return undefined;
  if (!target) return 'none';
  if (target.spread !== 'none' || (target.name ?? 'y') !== 'y') return undefined;
  return derivedSite(m, siteOf(m, { start: rows.span.end, end: target.span.end }));
}

/** Rows seen through a fitted transformer: they carry its statistic. */
function transformed(
  m: Machine,
  self: Ref,
  input: Value | undefined,
  learned: StatTaint | undefined,
  info: CallInfo,
): Value {
  const estimator = estimatorOf(m, self);
  const data = mixedBy(m, estimator?.api, dataOf(m, input));
  const taints = unite(learned ? [learned] : CLEAN, asFeatures(m, estimator?.parameters ?? CLEAN));
  if (!data) {
    const rows = rowsOf(m, input, info.site);
    return rows ? newData(m, { rows, taints: unite(taints, taintsIn(m, input)) }) : scalar(m, taints);
  }
  const joined = joinedWith(data, taints);
  const codes = estimator?.entry.kind === 'transformer' && estimator.entry.learns === 'schema';
  return derive(m, data, {
    ...joined,
    taints: codes ? coded(m, joined.taints ?? CLEAN) : (joined.taints ?? CLEAN),
    holding:
      (data.form === 'table' && estimator && passed(m, estimator, data.holding, info)) || m.columns.open(),
    stage: stageAfter(m, self, data, learned, info),
    holder: holderTransformed(data),
    column: data.column,
    leading: estimator && leadingColumns(m, estimator, learned),
    form:
      data.form === 'column' && !(estimator && classOf(m, estimator) === 'vocabulary') ? 'column' : 'table',
  });
}

/** Cluster numbers and the like are no further stage of the rows. */
function stageAfter(
  m: Machine,
  self: Ref,
  data: Data,
  learned: StatTaint | undefined,
  { nameSpan }: CallInfo,
): Data['stage'] {
  if (/predict/.test(m.options.textOf(nameSpan))) return undefined;
  const name = estimatorOf(m, self)?.name;
  return m.stages.transformed(stageOf(m, data), { object: self.id, learned, name, columns: undefined });
}

/** `fit_generator` does what `fit` does; what a recommender calls a test is a prediction. */
function asUsual({ entry }: Estimator, name: string): string {
  if (name === 'test' && entry.kind === 'model' && entry.answers === 'within') return 'predict';
  return name.replace(/_generator$/, '');
}

function callModel(m: Machine, self: Ref, estimator: Estimator, name: string, info: CallInfo): Value {
  const said = predictGiven(m, estimator, name, info);
  if (said) return said;
  switch (name) {
    case 'fit':
    case 'partial_fit':
      return historyOf(m, estimator, fitModel(m, self, estimator, withHeld(estimator, info))) ?? self;
    case 'fit_predict':
      fitModel(m, self, estimator, info);
      return predict(m, estimatorOf(m, self) ?? estimator, info);
    case 'predict':
    case 'predict_proba':
    case 'predict_log_proba':
    case 'predict_classes':
    case 'decision_function':
    case 'staged_predict':
    case 'score_samples':
      return predict(m, estimator, info);
    case 'score':
    case 'evaluate':
      return scoreModel(
        m,
        classifies(m, estimator)
          ? { ...estimator, entry: { kind: 'model', task: 'classification' } }
          : estimator,
        info,
      );
    case 'add':
    case 'compile':
      m.store.update(self.id, {
        ...estimator,
        parameters: withArguments(m, estimator, [...info.args.positional, ...info.args.named.values()]),
      });
      return NONE;
    default:
      return told(m, self, estimator, name, info);
  }
}

/** What was learned is replaced: by the best epoch where a checkpoint of it is loaded. */
function loadWeights(m: Machine, self: Ref, estimator: Estimator, info: CallInfo): void {
  const path = info.args.positional[0] ?? info.args.named.get('filepath');
  if (!restored(m, path, self)) m.store.update(self.id, { ...estimator, fit: undefined, state: undefined });
}

/** Of methods that neither train nor predict. */
function told(m: Machine, self: Ref, estimator: Estimator, name: string, info: CallInfo): Value {
  noteKept(m, self, name, info);
  noteKeptRows(m, [...info.args.positional, ...info.args.named.values()], info.site);
  return tellsImportance(name) ? importances(m, estimator, name, info.site) : scalar(m);
}

function withArguments(m: Machine, { parameters }: Estimator, values: readonly Value[]): Taints {
  return parametersOnly(values.map(value => taintsIn(m, value)).reduce(unite, parameters));
}

function firstOf(named: ReadonlyMap<string, Value>, ...names: readonly string[]): Value | undefined {
  return names.map(name => named.get(name)).find(value => value !== undefined);
}

/** A model learns from rows; calling `fit` again starts anew. */
export function fitModel(m: Machine, self: Ref, estimator: Estimator, info: CallInfo): FitFact | undefined {
  const { positional, named } = info.args;
  const features =
    positional[0] ?? firstOf(named, 'X', 'x', 'X_train', 'training_frame', 'generator', 'trainset');
  const rows = rowsOf(m, features, info.site);
  if (!rows) {
    m.store.update(self.id, { ...estimator, fit: undefined, forked: false });
    return undefined;
  }
  const target = positional[1] ?? firstOf(named, 'y', 'y_train') ?? answersWithin(m, estimator, features);
  const fit = noteFit(m, self, estimator, { features, rows, target }, info);
  m.store.update(self.id, { ...estimator, fit, state: fit, forked: false });
  noteCheckpoints(m, self, info);
  if (estimator.entry.kind === 'searcher') noteSearch(m, self, fit);
  return fit;
}

function noteFit(
  m: Machine,
  self: Ref,
  estimator: Estimator,
  given: { readonly features: Value | undefined; readonly rows: Rows; readonly target: Value | undefined },
  info: CallInfo,
): FitFact {
  const own = ofFeatures(without(taintsIn(m, given.features, 2), 'scored'));
  return record<'fit'>(m, {
    kind: 'fit',
    site: info.site,
    model: self.id,
    label: shortName(estimator.api),
    rows: given.rows,
    taints: unite(
      unite(own, withArguments(m, estimator, trainingArguments(estimator, info))),
      seedOf(m, info),
    ),
    target: targetOf(m, given.target),
    searcher: estimator.entry.kind === 'searcher',
    ...(forecasts(estimator.entry) ? { forecasts: true } : {}),
    keepsLast: (constantOf(info.args.named.get('validation_split')) ?? 0) !== 0,
    features: nameOf(m, given.features),
    given: rowArguments(m, info, 0),
    ...learnerIn(m, estimator, info),
    continues: goesOn(m, estimator, info),
    columns: givenTo(m, estimator, given.features),
    stage: stageIn(m, given.features),
    table: tableOf(m, given.features),
    design: estimator.design ?? `#${self.id}`,
    continuedIn: goesOn(m, estimator, info) ? m.loops.filter(loop => !estimator.loops?.includes(loop)) : [],
    ...watchingOf(m, estimator, info),
  });
}

/** How long and in what portions a network learns are parameters too, as is what a model of a series is told when it is fitted. */
function trainingArguments({ entry }: Estimator, { args: { named } }: CallInfo): readonly Value[] {
  if (givenForm(entry)) return [...named.values()];
  return ['epochs', 'batch_size'].flatMap(name => named.get(name) ?? []);
}

function predict(m: Machine, estimator: Estimator, info: CallInfo): Value {
  const input = featuresOf(info);
  const prediction = input && predicted(m, estimator, input, info);
  const data = dataOf(m, input);
  if (!prediction) {
    return data
      ? newData(m, { form: 'column', rows: data.rows })
      : unknownValue(m, info.site, 'a prediction');
  }
  const taints = unite(predictionTaint(m, prediction), detected(m, estimator, prediction, info));
  return newData(m, { form: 'column', rows: prediction.rows, taints });
}

/** `xgb.train(params, dtrain)`: a fitted model out of a function. */
export function trained(m: Machine, api: string, info: CallInfo): Value {
  const { positional, named } = info.args;
  const earlier = estimatorOf(m, named.get('xgb_model') ?? named.get('init_model'));
  const parameters = parametersOnly(taintsIn(m, positional[0] ?? named.get('params')));
  const self = m.store.allocate({
    tag: 'estimator',
    api,
    entry: { kind: 'model', task: 'either', ...(earlier ? { keeps: true } : {}) },
    parameters,
    named: entriesOf(m, positional[0] ?? named.get('params')),
    members: [],
    site: info.site,
    learned: undefined,
    fit: undefined,
    ...(earlier?.state ? { state: earlier.state } : {}),
    name: undefined,
    design: `${api} ${contextKey(m, info.site)}`,
  });
  const data = positional[1] ?? named.get('dtrain') ?? named.get('train_set') ?? named.get('pool');
  const estimator = contentOf(m, self);
  if (data && estimator?.tag === 'estimator') {
    const args = { positional: [data], named: trainNamed(info), others: [] };
    const written = (info.written ?? []).filter(one => one.name !== undefined);
    fitModel(m, self, estimator, { ...info, args, written });
  }
  return self;
}

/** The fourth argument of `train` are the rows to look at. */
function trainNamed({ args }: CallInfo): ReadonlyMap<string, Value> {
  const watched = args.positional[3];
  return watched ? new Map([...args.named, ['evals', watched]]) : args.named;
}

function entriesOf(m: Machine, value: Value | undefined): ReadonlyMap<string, Value> {
  const content = contentOf(m, value);
  if (content?.tag !== 'dictionary') return new Map();
  return new Map([...content.entries].map(([key, one]) => [String(key), one] as const));
}
