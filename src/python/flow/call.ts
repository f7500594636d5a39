import { contentOf, dataOf, scalar, taintsIn } from './data';
import { callDataMethod } from './effects/tables/frames';
import { afterRanking, scoresIn } from './effects/models/columnScores';
import { stretchesOfGroups } from './effects/tables/coarser';
import { noteOthersWriting } from './effects/tables/files';
import { callEstimator } from './effects/models/fitting';
import { callLibrary } from './effects/library';
import { callCollection } from './effects/collections';
import { best } from './effects/scores/keeping';
import { callPolars } from './effects/tables/polars';
import { constructSubclass } from './effects/models/subclass';
import { noteServed } from './effects/tables/storing';
import { callTool } from './effects/tools';
import { tunerMethod } from './effects/models/tuners';
import { unresolved } from './effects/unresolved';
import { noteBeside, noteLeaving } from './effects/scores/using';
import { callFunction, callMember, instantiate } from './functions';
import { heldBy, holderAfter, holderMade } from './columns/holders';
import { joinAll, joiner } from './join';
import type { Arguments, CallInfo, Machine } from './machine';
import { callOnNames, namesIn } from './columns/names';
import type { Changes } from './store';
import { uniteAll } from './taint';
import type { BoundMethod, Content, Estimator, Ref, Value } from './value';
import { NONE } from './value';
import { learnFrom, lossOf } from './effects/networks/backward';
import { outOfBatch } from './effects/networks/batches';
import { callBatches } from './effects/networks/batchesMethods';
import { callToolItself } from './effects/scores/meters';
import { networkKind } from './effects/networks/networkKinds';
import { callNetwork, forward } from './effects/networks/networks';

/** Calls any value. What cannot be resolved gives a value about which nothing is known. */
export function callValue(m: Machine, func: Value, info: CallInfo): Value {
  noteOthersWriting(m, func, info);
  switch (func.tag) {
    case 'function':
      return callFunction(m, func, info);
    case 'library':
      noteBeside(m, [...info.args.positional, ...info.args.named.values()], info.site);
      return heldBy(
        m,
        () => callLibrary(m, func.name, info),
        () => holderMade(m, func.name, info),
      );
    case 'method':
      return callMethod(m, func, info);
    case 'expression':
      return { tag: 'expression', step: { kind: 'call', of: func, info } };
    case 'partial':
      return callValue(m, func.func, { ...info, args: completed(func.args, info.args) });
    case 'choice':
      return callEach(m, func.options, info);
    case 'ref': {
      const content = contentOf(m, func);
      if (content?.tag === 'class') return constructSubclass(m, func, info) ?? instantiate(m, func, info);
      if (content)
        return (
          callMember(m, func, '__call__', info) ??
          callObject(m, func, content, info) ??
          unresolved(m, info, func)
        );
      return callMember(m, func, '__call__', info) ?? unresolved(m, info, func);
    }
    default:
      return unresolved(m, info);
  }
}

/** What an object does when it is called: a network says something, a loss compares, a portion of rows is one. */
function callObject(m: Machine, self: Ref, content: Content, info: CallInfo): Value | undefined {
  if (content.tag === 'instance') {
    if (content.network) return forward(m, content.network, info);
    const cls = contentOf(m, content.cls);
    if (networkKind(m, content.cls) === 'loss')
      return lossOf(m, cls?.tag === 'class' ? cls.name : 'a loss', info);
  }
  if (content.tag === 'tool') return callToolItself(m, self, content, info);
  if (content.tag === 'estimator' && isNetwork(content) && isKnown(m, info)) return forward(m, self, info);
  return content.tag === 'data' && content.form === 'batch' ? outOfBatch(m, content) : undefined;
}

/** A model of Keras: it can also be called, with rows or, where it is put together, with what is to come. */
function isNetwork({ api }: Estimator): boolean {
  return /^(keras|tensorflow)\b.*(Sequential|Model)$/.test(api);
}

function isKnown(m: Machine, { args }: CallInfo): boolean {
  const data = dataOf(m, args.positional[0]);
  return data !== undefined && data.form !== 'unknown';
}

function completed(given: Arguments, args: Arguments): Arguments {
  return {
    positional: [...given.positional, ...args.positional],
    named: new Map([...given.named, ...args.named]),
    others: [...given.others, ...args.others],
  };
}

/** One of several callees: each is tried from the same state. */
function callEach(m: Machine, options: readonly Value[], info: CallInfo): Value {
  const results: Value[] = [];
  m.forks++;
  const changes: Changes[] = options.map(option =>
    m.store.attempt(() => results.push(callValue(m, option, info))),
  );
  m.forks--;
  m.store.merge(changes, joiner(m));
  return joinAll(m, results) ?? unresolved(m, info);
}

function callMethod(m: Machine, method: BoundMethod, info: CallInfo): Value {
  const { self, name } = method;
  if (name === 'backward') {
    learnFrom(m, taintsIn(m, self), info);
    return NONE;
  }
  if (self.tag !== 'ref') return callOnPlain(m, method, info);
  const content = contentOf(m, self);
  switch (content?.tag) {
    case 'data':
      noteServed(m, content, name, info);
      noteBeside(m, [self, ...info.args.positional, ...info.args.named.values()], info.site);
      noteLeaving(m, self, name, info.site);
      if (content.form === 'batches') return callBatches(m, self, content, name, info);
      return heldBy(
        m,
        () => callPolars(m, self, content, name, info) ?? callDataMethod(m, self, content, name, info),
        () => holderAfter(name),
      );
    case 'estimator':
      return content.entry.kind === 'tuner'
        ? tunerMethod(m, self, content, name, info)
        : callEstimator(m, self, content, name, info);
    case 'tool':
      return callTool(m, self, content, name, info);
    case 'sequence':
    case 'dictionary':
      return callCollection(m, self, content, name, info);
    case 'instance':
      return content.network
        ? callNetwork(m, self, content.network, name, info)
        : fitTransform(m, method, info);
    default:
      return unresolved(m, info);
  }
}

/** A transformer of the program that inherits `fit_transform`. */
function fitTransform(m: Machine, method: BoundMethod, info: CallInfo): Value {
  if (method.self.tag !== 'ref') return unresolved(m, info);
  const fitted = callMember(m, method.self, 'fit', info);
  const [first] = info.args.positional;
  const args = { positional: first ? [first] : [], named: new Map<string, Value>(), others: [] };
  return (fitted && callMember(m, method.self, 'transform', { ...info, args })) ?? unresolved(m, info);
}

/** A method of a text, a number or a table of statistics. */
function callOnPlain(m: Machine, method: BoundMethod, info: CallInfo): Value {
  const names = namesIn(method.self);
  const left = names && callOnNames(m, names, method.name, info.args.positional);
  if (left) return left;
  if (method.name === 'format' && method.self.tag === 'const') {
    const parts = [...info.args.positional, ...info.args.named.values()];
    return scalar(m, uniteAll(parts.map(part => taintsIn(m, part, 0))));
  }
  const series =
    method.name === 'resample' && method.self.tag === 'scalar'
      ? stretchesOfGroups(m, method.self)
      : undefined;
  if (series) return series;
  const taints = taintsIn(m, method.self);
  const [first] = info.args.positional;
  if (/^(nan)?(idx|arg)(max|min)$/.test(method.name))
    return best(m, { values: [method.self], scoreOnly: false, site: info.site });
  const data = dataOf(m, first);
  if (scoresIn(m, method.self).length > 0)
    return scalar(
      m,
      /^(nlargest|nsmallest|head|tail|rank)$/.test(method.name) ? afterRanking(taints) : taints,
    );
  // `means.reindex(df['k'])`, `quantiles.get(x)`: statistics stay statistics.
  return data ? unresolved(m, info) : scalar(m, taints);
}
