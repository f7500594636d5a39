import type { Entry, EstimatorEntry } from '../../knowledge/entry';
import { lookup } from '../../knowledge/lookup';
import { contentOf, dataOf, derive, scalar, symbolOf, taintsIn, unknownValue } from '../data';
import { elementsOf } from '../iterate';
import type { CallInfo, Machine } from '../machine';
import type { Taints } from '../taint';
import { CLEAN, unite } from '../taint';
import type { Value } from '../value';
import { constant, NONE } from '../value';
import { compare } from '../operators';
import { elementOfBatches, rowsHeld } from './networks/batches';
import { givesPlaces, pair } from './networks/batchMethods';
import { lossOf } from './networks/backward';
import { batchesFrom, pathSymbol, splitRandomly } from './networks/loaders';
import { callOnDataSets } from './networks/libraryTraining';
import { copied, libraryNetwork, optimizes } from './networks/networks';
import { combinations, converted, dictionaryOf, enumerated, zipped } from './collections';
import { kept, mapped, reduced } from './mapping';
import { shown } from './scores/showing';
import { permuted, scoreColumns, scoresIn } from './models/columnScores';
import { estimatorOf, parametersOnly } from './models/construct';
import { made } from './models/made';
import { decorated } from './decorating';
import { expressionOf } from './tables/expressions';
import { trained } from './models/fitting';
import { dateOf } from './tables/dates';
import { noteWritten, opened, temporary } from './tables/files';
import { load, loadPairs } from './tables/loading';
import { bootstrap } from './splits/resampling';
import { averaged, metric } from './scores/scoring';
import { bestOf } from './scores/bestOf';
import { minimised } from './scores/selecting';
import { firstFold } from './splits/folds';
import { chosenPositions, positions, withoutPositions } from './tables/positions';
import { pieces } from './splits/cutting';
import { splitArrays } from './splits/splitting';
import { filled } from './tables/blocks';
import { drawn, shuffledInPlace } from './chance';
import { repeatedRows } from './tables/variants';
import { ranged, windowsOf } from './tables/windows';
import { reordered, shuffledOrder } from './tables/order';
import { decomposed, smoothed } from './tables/smoothing';
import { restoredOrStored, saved, stored, tracked } from './tables/storing';
import { rowWise } from './tables/rowWise';
import { sameRows } from './tables/tables';
import { stack, stackArguments, stackAxis } from './tables/stacking';
import { acrossColumns, aggregate, fitFunction } from './models/statistics';
import { seedAll } from './splits/seeding';
import { newCallback, newTool } from './tools';
import { scoredModel } from './scores/modelScores';
import { where } from './tables/where';
import { unresolved } from './unresolved';
import { noteKeptRows } from './scores/using';
import { crossValidated } from './models/validating';

/** A call of a library's function or class. */
export function callLibrary(m: Machine, name: string, info: CallInfo): Value {
  const entry = lookup(name);
  if (!entry) return name === 'builtins.next' ? next(m, info) : unresolved(m, info);
  if (isEstimator(entry)) return made(m, name, entry, info);
  switch (entry.kind) {
    case 'split':
      return splitArrays(m, name, entry.assigns, info);
    case 'folds':
    case 'study':
    case 'generator':
      return newTool(m, name, entry, info);
    case 'cross-validate':
      return crossValidated(m, name, info);
    case 'metric':
      return metric(m, name.split('.').pop() ?? name, entry, info);
    case 'expression':
      return expressionOf(m, name, entry.of, info);
    case 'load':
      return load(m, name, entry.form, info);
    case 'load-pairs':
      return loadPairs(m, name, entry.depth, info);
    case 'statistic':
      return fitFunction(m, name, entry.learns, info);
    case 'resample':
      return bootstrap(m, info);
    case 'clone':
      return cloned(m, info);
    case 'callback':
      return newCallback(m, name, entry, info);
    case 'train':
      return trained(m, name, info);
    default:
      return callOnNetworks(m, name, entry, info) ?? callOnValues(m, name, entry, info);
  }
}

/** `pd.merge(a, b, on='id')`, `pd.melt(frame=df)` */
function asMethod(m: Machine, name: string, info: CallInfo): Value {
  const { positional, named, others } = info.args;
  const key = ['left', 'frame', 'data', 'values', 'a'].find(one => named.has(one));
  const self = positional[0] ?? named.get(key ?? '');
  // `np.take(means, columns)`: statistics stay statistics.
  if (self?.tag === 'scalar' && name.endsWith('.take')) return scalar(m, self.taints);
  if (self?.tag !== 'ref') return unresolved(m, info);
  const rest = positional.length > 0 ? named : new Map([...named].filter(([one]) => one !== key));
  const method = { tag: 'method', self, name: name.split('.').pop() ?? name } as const;
  return m.call(method, { ...info, args: { positional: positional.slice(1), named: rest, others } });
}

/** Networks, and what they run through. */
function callOnNetworks(m: Machine, name: string, entry: Entry, info: CallInfo): Value | undefined {
  const [first] = info.args.positional;
  switch (entry.kind) {
    case 'network':
      return libraryNetwork(m, name, info);
    case 'loss':
    case 'meter':
      return m.store.allocate({ tag: 'tool', api: name, entry, taints: CLEAN });
    case 'loss-value':
      return lossOf(m, name.split('.').pop() ?? name, info);
    case 'optimizer':
      return optimizes(m, info);
    case 'batches':
      return batchesFrom(m, entry.of, info);
    case 'random-split':
      return splitRandomly(m, info);
    case 'same-as-given':
      return first ?? [...info.args.named.values()][0] ?? unresolved(m, info);
    case 'extreme':
      return extreme(m, name, info);
    case 'compare':
      return compare(m, '==', first ?? NONE, info.args.positional[1] ?? NONE);
    case 'path':
      return joinedPath(m, info);
    default:
      return callOnDataSets(m, name, entry, info);
  }
}

/** `torch.max(output, 1)` gives two tables, `torch.max(x)` one number. */
function extreme(m: Machine, name: string, info: CallInfo): Value {
  const data = dataOf(m, info.args.positional[0]);
  if (data && (givesPlaces(info, 1) || /topk|sort/.test(name))) return pair(m, data);
  return aggregated(m, name, info);
}

/** `os.path.join(folder, 'train')` */
function joinedPath(m: Machine, { args: { positional } }: CallInfo): Value {
  const symbol = pathSymbol(m, positional);
  const taints = positional.map(value => taintsIn(m, value, 0)).reduce(unite, CLEAN);
  if (!symbol.startsWith('"')) return scalar(m, taints, symbol);
  const text = constant(symbol.slice(1, -1));
  return taints.length > 0 ? { ...text, taints } : text;
}

const ESTIMATORS: ReadonlySet<Entry['kind']> = new Set([
  'transformer',
  'model',
  'searcher',
  'tuner',
  'sampler',
  'pipeline',
]);

function isEstimator(entry: Entry): entry is EstimatorEntry {
  return ESTIMATORS.has(entry.kind);
}

function callOnValues(m: Machine, name: string, entry: Entry, info: CallInfo): Value {
  const { positional } = info.args;
  switch (entry.kind) {
    case 'row-wise':
      return rowWise(m, name, info);
    case 'aggregate':
      return aggregated(m, name, info);
    case 'stack':
      return stack(
        m,
        stackArguments(m, info, entry.axis),
        stackAxis(info, entry.axis, name.endsWith('append') ? 2 : 1),
        info,
      );
    case 'same-rows':
      return sameRows(m, name, info);
    case 'where':
      return where(m, info);
    case 'cut-pieces':
      return pieces(m, positional[0] ?? info.args.named.get('ary'), info, entry.along);
    case 'as-method':
      return asMethod(m, name, info);
    case 'best':
      return bestOf(m, name, info);
    case 'minimise':
      return minimised(m, name, info);
    case 'parameter-grid':
      return combinations(m, name, info);
    case 'seed':
      seedAll(m, info);
      if (!name.startsWith('random.')) m.seedings++;
      return NONE;
    case 'sink':
      shown(m, name, info);
      noteWritten(m, name, info);
      return NONE;
    case 'number':
      return scalar(m, scoresIn(m, positional[0]), numberSymbol(m, name, positional[0]));
    default:
      return callOnFiles(m, name, entry, info);
  }
}

/** What stands in files, and dates. */
function callOnFiles(m: Machine, name: string, entry: Entry, info: CallInfo): Value {
  switch (entry.kind) {
    case 'open':
      return opened(m, info);
    case 'temporary':
      return temporary(m);
    case 'restore':
      return restoredOrStored(m, name, info);
    case 'stored':
      return stored(m, name, info);
    case 'save':
      return saved(m, name, info);
    case 'track':
      return tracked(m, info);
    case 'date':
      return dateOf(info) ?? (/to_datetime$/.test(name) ? sameRows(m, name, info) : unresolved(m, info));
    default:
      return callOnPositions(m, name, entry, info);
  }
}

/** Arrays that are made or brought into another order, and positions in them. */
function callOnPositions(m: Machine, name: string, entry: Entry, info: CallInfo): Value {
  switch (entry.kind) {
    case 'positions':
      return positions(m, info, name.endsWith('permutation'));
    case 'shuffle':
      return shuffled(m, info);
    case 'windows':
      return windowsOf(m, name, info);
    case 'smooth':
      return smoothed(m, name, entry.at, info);
    case 'decompose':
      return decomposed(m, name, info);
    case 'repeat':
      return repeatedValue(m, name, info);
    case 'filled':
      return filled(m, name, info);
    case 'draw':
      return drawn(m, info);
    case 'generator':
      return { tag: 'library', name: 'numpy.random' };
    case 'shuffle-in-place':
      return shuffledInPlace(m, info);
    case 'choose':
      return chosenPositions(m, info);
    case 'difference': {
      const [all, chosen] = info.args.positional;
      return withoutPositions(m, all, chosen, info.site);
    }
    default:
      return callOnContainers(m, name, entry, info);
  }
}

function callOnContainers(m: Machine, name: string, entry: Entry, info: CallInfo): Value {
  const { positional } = info.args;
  switch (entry.kind) {
    case 'column-scores':
      return scoreColumns(m, name, entry, info);
    case 'permutation':
      noteKeptRows(m, [...positional, ...info.args.named.values()], info.site);
      return permuted(m, name, info);
    case 'score-model':
      return scoredModel(m, name, entry.prevalence, info);
    case 'sequence':
      return converted(m, positional[0], entry.form, info);
    case 'dictionary':
      return dictionaryOf(m, info);
    case 'zip':
      return zipped(m, positional, info);
    case 'enumerate':
      return enumerated(m, positional[0], info);
    case 'range':
      return ranged(m, info);
    case 'map':
      return mapped(m, info);
    case 'reduce':
      return reduced(m, info);
    case 'keep':
      return kept(m, info);
    case 'workers':
      return newTool(m, name, entry, info);
    case 'decorator':
      return decorated(m, name, info);
    case 'part':
      return unknownValue(m, info.site, name, parametersOnly(argumentTaints(m, info)));
    case 'partial':
      return partial(m, info);
    default:
      return scalar(m);
  }
}

function partial(m: Machine, info: CallInfo): Value {
  const [func, ...positional] = info.args.positional;
  return func ? { tag: 'partial', func, args: { ...info.args, positional } } : unresolved(m, info);
}

function argumentTaints(m: Machine, { args }: CallInfo): Taints {
  return [...args.positional, ...args.named.values(), ...args.others]
    .map(value => taintsIn(m, value))
    .reduce(unite, CLEAN);
}

function next(m: Machine, info: CallInfo): Value {
  const [first] = info.args.positional;
  const tool = contentOf(m, first);
  if (tool?.tag === 'tool' && tool.split) return firstFold(m, tool, info.site);
  if (!first) return unresolved(m, info);
  const data = dataOf(m, first);
  if (data?.form === 'batches') return elementOfBatches(m, data, true);
  const { items, rest } = elementsOf(m, first, info.site);
  return items[0] ?? rest ?? unresolved(m, info);
}

function cloned(m: Machine, info: CallInfo): Value {
  const [first] = info.args.positional;
  const estimator = estimatorOf(m, first);
  const content = contentOf(m, first);
  if (content?.tag === 'instance') return copied(m, content);
  if (estimator)
    return m.store.allocate({
      ...estimator,
      learned: undefined,
      fit: undefined,
      state: undefined,
      name: undefined,
    });
  return content ? m.store.allocate(content) : (first ?? unresolved(m, info));
}

function numberSymbol(m: Machine, name: string, value: Value | undefined): string | undefined {
  if (name !== 'builtins.len') return undefined;
  const content = contentOf(m, value);
  const listed = content?.tag === 'sequence' ? content.filled : undefined;
  const rows = dataOf(m, value)?.rows ?? listed ?? rowsHeld(m, value);
  return rows ? `len${rows.id}` : `len(${symbolOf(m, value)})`;
}

/** An element-wise function: the first table's rows, and what every argument carries. */
function repeatedValue(m: Machine, name: string, info: CallInfo): Value {
  const data = dataOf(m, info.args.positional[0] ?? info.args.named.get('a') ?? info.args.named.get('A'));
  return (data && repeatedRows(m, name, data, info)) ?? unresolved(m, info);
}

function aggregated(m: Machine, name: string, info: CallInfo): Value {
  const [first] = info.args.positional;
  const data = dataOf(m, first);
  const short = name.split('.').pop() ?? name;
  if (!data) return averaged(m, first, info.site);
  return aggregate(m, data, short, info, acrossColumns(info, /percentile|quantile/.test(short) ? 2 : 1));
}

function shuffled(m: Machine, info: CallInfo): Value {
  const items = info.args.positional.map(value => {
    const data = dataOf(m, value);
    if (!data) return reordered(m, value) ?? value;
    return derive(m, data, { ...shuffledOrder(m, data, info.site, 'shuffle'), column: data.column });
  });
  const [only] = items;
  return only && items.length === 1
    ? only
    : m.store.allocate({ tag: 'sequence', form: 'list', items, rest: undefined });
}
