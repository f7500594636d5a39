import type { EstimatorEntry, PipelineForm } from '../../../knowledge/entry';
import type { Family, Scaling } from '../../../knowledge/families';
import { familyOf, mixesColumns, scalingOf } from '../../../knowledge/families';
import { constantOf, contentOf, taintsIn } from '../../data';
import type { StatClass } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { contextKey } from '../../machine';
import { SEEDS, withSeed } from '../splits/seeding';
import type { Taints } from '../../taint';
import { CLEAN, unite } from '../../taint';
import type { Estimator, Ref, Value } from '../../value';
import { triesOf } from '../scores/bestScore';
import { heldBy } from './givenForms';

/** From harmless to harmful; a pipeline is as harmful as its worst member. */
const CLASSES: readonly StatClass[] = [
  'none',
  'schema',
  'location',
  'unsupervised-selection',
  'vocabulary',
  'projection',
  'supervised-selection',
  'target-statistic',
];

/** Makes the object of a transformer's, model's, sampler's, searcher's or pipeline's class. */
export function construct(m: Machine, api: string, entry: EstimatorEntry, info: CallInfo): Ref {
  const { positional, named, others } = info.args;
  const members = membersOf(m, entry, info);
  let parameters: Taints = CLEAN;
  const settings = [...named].flatMap(([name, value]) => (SEEDS.has(name) ? [] : [value]));
  for (const value of [...positional, ...settings, ...others])
    parameters = unite(parameters, taintsIn(m, value));
  for (const name of SEEDS) parameters = withSeed(m, parameters, named.get(name));
  for (const member of members) parameters = unite(parameters, estimatorOf(m, member)?.parameters ?? CLEAN);
  return m.store.allocate({
    tag: 'estimator',
    api,
    entry,
    parameters: parametersOnly(parameters),
    named: heldBy(entry, info),
    members,
    parts: partsOf(m, entry, info),
    ...(entry.kind === 'searcher' ? { tries: triesOf(m, api, info) } : {}),
    site: info.site,
    learned: undefined,
    fit: undefined,
    name: undefined,
    design: designOf(m, api, members, info),
    loops: [...m.loops],
  });
}

/** Two models of one design differ at most in what loops vary. */
function designOf(m: Machine, api: string, members: readonly Value[], info: CallInfo): string {
  const within = members.map(member => estimatorOf(m, member)?.design ?? '');
  return [`${api} ${contextKey(m, info.site)}`, ...within].join(' + ').slice(0, 400);
}

/** Only what chose or varied the parameters counts: numbers taken from data are ordinary. */
export function parametersOnly(taints: Taints): Taints {
  return taints.filter(taint => taint.kind === 'sel' || taint.kind === 'vary');
}

export function estimatorOf(m: Machine, value: Value | undefined): Estimator | undefined {
  if (value?.tag === 'choice')
    return value.options.map(option => estimatorOf(m, option)).find(one => one !== undefined);
  const content = contentOf(m, value);
  return content?.tag === 'estimator' ? content : undefined;
}

function membersOf(m: Machine, entry: EstimatorEntry, info: CallInfo): readonly Value[] {
  const { positional, named } = info.args;
  if (entry.kind === 'searcher')
    return [positional[0], named.get('estimator'), named.get('model')].filter(one => one !== undefined);
  if (entry.kind !== 'pipeline') return [];
  if (entry.form === 'members') return positional;
  if (entry.form === 'member-columns') return positional.flatMap(pair => elementAt(m, pair, entry.form));
  if (entry.form === 'wrapper')
    return [...positional, ...named.values()].filter(value => contentOf(m, value)?.tag === 'estimator');
  const list = contentOf(
    m,
    positional[0] ??
      named.get('steps') ??
      named.get('transformers') ??
      named.get('transformer_list') ??
      named.get('estimators'),
  );
  if (list?.tag !== 'sequence') return [];
  return [...list.items, ...(list.rest ? [list.rest] : [])].flatMap(pair => elementAt(m, pair, entry.form));
}

/** `[(name, member, columns), …]` of a transformer of columns. */
function partsOf(m: Machine, entry: EstimatorEntry, info: CallInfo): Estimator['parts'] {
  if (entry.kind !== 'pipeline' || !/columns/.test(entry.form)) return undefined;
  const list = contentOf(m, info.args.positional[0] ?? info.args.named.get('transformers'));
  const tuples =
    entry.form === 'member-columns' ? info.args.positional : list?.tag === 'sequence' ? list.items : [];
  if (entry.form === 'columns' && list?.tag === 'sequence' && list.rest) return [];
  return tuples.flatMap(tuple => {
    const content = contentOf(m, tuple);
    const items = content?.tag === 'sequence' ? content.items.slice(-2) : [];
    const [a, b] = items;
    if (!a || !b) return [];
    return contentOf(m, b)?.tag === 'estimator' ? [{ member: b, columns: a }] : [{ member: a, columns: b }];
  });
}

/** The member in `(name, member)`, `(name, member, columns)`, `(member, columns)`. */
function elementAt(m: Machine, pair: Value, form: PipelineForm): readonly Value[] {
  const content = contentOf(m, pair);
  if (content?.tag !== 'sequence') return [];
  if (form === 'mapper') return content.items.slice(1, 2).flatMap(item => itemsOf(m, item));
  if (form !== 'member-columns') return content.items.slice(1, 2);
  return content.items.filter(item => contentOf(m, item)?.tag === 'estimator').slice(0, 1);
}

function itemsOf(m: Machine, value: Value): readonly Value[] {
  const content = contentOf(m, value);
  return content?.tag === 'sequence' ? content.items : [value];
}

/** Does it predict, or only transform? A pipeline is what its last step is. */
export function isModel(m: Machine, estimator: Estimator, depth = 0): boolean {
  switch (estimator.entry.kind) {
    case 'model':
    case 'searcher':
      return true;
    case 'pipeline': {
      if (estimator.entry.form === 'wrapper' || /Voting|Stacking/.test(estimator.api)) return true;
      const last = estimatorOf(m, estimator.members.at(-1));
      if (/columns|mapper/.test(estimator.entry.form)) return false;
      return last !== undefined && depth < 8 && isModel(m, last, depth + 1);
    }
    default:
      return false;
  }
}

/** A class by its own name; a function such as `xgboost.train` says nothing without its library. */
export function shortName(api: string): string {
  const [last = api, library] = api.split('.').reverse();
  return library !== undefined && last === 'train' ? `${library}.${last}` : last;
}

/** The class of what learns in the end, without its module: of a pipeline its last member, of a search what it fits. */
export function learnerOf(m: Machine, estimator: Estimator, depth = 0): string | undefined {
  const short = shortName(estimator.api);
  if (estimator.entry.kind === 'model') return short === 'model' ? (estimator.called ?? short) : short;
  if (/^(Voting|Stacking|Bagging|AdaBoost)/.test(short)) return short;
  const last = estimatorOf(m, estimator.members.at(-1));
  return last && depth < 8 ? learnerOf(m, last, depth + 1) : undefined;
}

/** The family of the same. */
export function learnerFamily(m: Machine, estimator: Estimator, depth = 0): Family | undefined {
  const own = familyOf(estimator.api);
  if (own || estimator.entry.kind === 'model') return own;
  const last = estimatorOf(m, estimator.members.at(-1));
  return last && depth < 8 ? learnerFamily(m, last, depth + 1) : undefined;
}

export function classifies(m: Machine, estimator: Estimator, depth = 0): boolean {
  if (estimator.entry.kind === 'model') return estimator.entry.task === 'classification';
  if (/Classifier/.test(estimator.api)) return true;
  const last = estimatorOf(m, estimator.members.at(-1));
  return last !== undefined && depth < 8 && classifies(m, last, depth + 1);
}

/** What it predicts, where that is known. */
export function taskOf(
  m: Machine,
  estimator: Estimator,
  depth = 0,
): 'classification' | 'regression' | undefined {
  if (classifies(m, estimator)) return 'classification';
  const { entry, members } = estimator;
  if (entry.kind === 'model') return entry.task === 'regression' ? 'regression' : undefined;
  const last = estimatorOf(m, members.at(-1));
  return last && depth < 8 ? taskOf(m, last, depth + 1) : undefined;
}

/** What fitting it learns. Members that cannot be seen learn nothing that is known. */
export function classOf(m: Machine, estimator: Estimator, depth = 0): StatClass {
  if (estimator.entry.kind === 'transformer' || estimator.entry.kind === 'model') return learnedBy(estimator);
  if (depth > 8) return 'none';
  const classes = estimator.members.map(member => {
    const content = estimatorOf(m, member);
    return content ? classOf(m, content, depth + 1) : 'none';
  });
  return classes.reduce((a, b) => (CLASSES.indexOf(b) > CLASSES.indexOf(a) ? b : a), 'none');
}

/** What each member learns, however deep; undefined for one that cannot be seen. */
export function classesOf(m: Machine, estimator: Estimator, depth = 0): readonly (StatClass | undefined)[] {
  if (estimator.entry.kind === 'transformer' || transforms(estimator)) return [learnedBy(estimator)];
  if (depth > 8) return [undefined];
  return estimator.members.flatMap(member => {
    const content = estimatorOf(m, member);
    // `'passthrough'` and `'drop'` learn nothing.
    if (!content) return member.tag === 'const' ? [] : [undefined];
    return classesOf(m, content, depth + 1);
  });
}

/** It scales columns, or lists their categories: nothing in it fills gaps, mixes columns or counts words. */
export function scalesOf(m: Machine, estimator: Estimator, depth = 0): Scaling | undefined {
  const { api, entry, members } = estimator;
  const own = scalingOf(api);
  if (own) return own;
  if (entry.kind === 'transformer')
    return /^(none|schema)$/.test(learnedBy(estimator)) && !mixesColumns(api) ? 'affine' : undefined;
  if (entry.kind !== 'pipeline' || depth > 8) return undefined;
  const each = members.map(member => {
    const content = estimatorOf(m, member);
    if (content) return scalesOf(m, content, depth + 1);
    return member.tag === 'const' ? 'affine' : undefined;
  });
  if (each.includes(undefined)) return undefined;
  return each.includes('monotone') ? 'monotone' : 'affine';
}

/** A model that can also transform, as discriminant analysis. */
function transforms({ entry }: Estimator): boolean {
  return entry.kind === 'model' && entry.learns !== undefined;
}

function learnedBy(estimator: Estimator): StatClass {
  if (estimator.entry.kind === 'model') return estimator.entry.learns ?? 'none';
  if (estimator.entry.kind !== 'transformer') return 'none';
  const strategy = constantOf(estimator.named.get('strategy'));
  // A constant fills gaps with what the program says, not with what the rows say.
  if (/Imputer$/.test(estimator.api) && strategy === 'constant') return 'none';
  // What is given is not learned.
  if (/CountVectorizer$/.test(estimator.api) && isGiven(estimator, 'vocabulary')) return 'none';
  if (/Encoder$/.test(estimator.api) && isGiven(estimator, 'categories')) return 'none';
  return estimator.entry.learns;
}

function isGiven(estimator: Estimator, parameter: string): boolean {
  const value = estimator.named.get(parameter);
  return value !== undefined && constantOf(value) !== null && constantOf(value) !== 'auto';
}
