import type { Call, GetAttr, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';
import { nodesIn } from './aspects';
import type { Notebook, NotebookCell } from './model';

/**
 * By cell, the names whose values it draws at random without a seed: each run of it makes others. Nothing in a notebook
 * that seeds a generator anywhere: whether that reaches the draw depends on the order.
 */
export function drawnNames({ cells }: Notebook): ReadonlyMap<NotebookCell, ReadonlySet<string>> {
  const shared = { libraries: new Map<string, string>(), learners: new Set<string>() };
  const readers = cells.map(cell => ({ cell, reader: readCell(cell, shared) }));
  if (readers.some(({ reader }) => reader.seeds)) return new Map();
  return new Map(readers.map(({ cell, reader }) => [cell, reader.drawn]));
}

interface Notes {
  /** Imported names, by what they stand for. */
  readonly libraries: Map<string, string>;
  /** Variables that hold a model which draws while it learns. */
  readonly learners: Set<string>;
}

interface Reader extends Notes {
  readonly made: Map<Reg, Node>;
  /** Registers whose values were drawn, or computed from such. */
  readonly random: Set<Reg>;
  /** Registers that hold a model which draws while it learns. */
  readonly models: Set<Reg>;
  readonly drawn: Set<string>;
  seeds: boolean;
}

function readCell({ code, broken }: NotebookCell, notes: Notes): Reader {
  const reader: Reader = {
    ...notes,
    made: new Map(),
    random: new Set(),
    models: new Set(),
    drawn: new Set(),
    seeds: false,
  };
  for (const node of broken ? [] : nodesIn(code)) readNode(reader, node);
  return reader;
}

function readNode(r: Reader, node: Node): void {
  if ('dst' in node) r.made.set(node.dst, node);
  switch (node.op) {
    case Op.Import:
      r.libraries.set(node.name, node.path);
      return;
    case Op.Load:
      if (r.drawn.has(node.name)) r.random.add(node.dst);
      if (r.learners.has(node.name)) r.models.add(node.dst);
      return;
    case Op.Store:
      note(r.drawn, node.name, r.random.has(node.src));
      note(r.learners, node.name, r.models.has(node.src));
      return;
    case Op.Unpack:
      if (r.random.has(node.src)) node.targets.forEach(reg => r.random.add(reg));
      return;
    case Op.GetItem:
      if (r.random.has(node.obj) || r.random.has(node.index)) r.random.add(node.dst);
      return;
    case Op.Call:
      readCall(r, node);
      return;
    default:
      return;
  }
}

function note(names: Set<string>, name: string, holds: boolean): void {
  if (holds) names.add(name);
  else names.delete(name);
}

function readCall(r: Reader, call: Call): void {
  const path = pathOf(r, call.func);
  const func = r.made.get(call.func);
  if (path !== undefined) callLibrary(r, call, path);
  else if (func?.op === Op.GetAttr) callMethod(r, call, func);
}

function callLibrary(r: Reader, call: Call, path: string): void {
  if (SEEDS.test(path)) r.seeds = true;
  if (LEARNS_BY_CHANCE.test(path) && !isFixed(call)) r.models.add(call.dst);
  if ((SPLITS.test(path) && !isFixed(call)) || DRAWS.test(path)) r.random.add(call.dst);
}

function callMethod(r: Reader, call: Call, { attr, obj }: GetAttr): void {
  if (SEEDS.test(attr)) r.seeds = true;
  const draws = attr === 'sample' && !isFixed(call);
  const learns = attr.startsWith('fit') && r.models.has(obj);
  // What a method makes of drawn rows is of that draw.
  if (draws || learns || r.random.has(obj)) r.random.add(call.dst);
  const model = learns ? r.made.get(obj) : undefined;
  if (model?.op === Op.Load) r.drawn.add(model.name);
}

/** The dotted path of what was imported. */
function pathOf(r: Reader, reg: Reg): string | undefined {
  const node = r.made.get(reg);
  if (node?.op === Op.Load) return r.libraries.get(node.name);
  if (node?.op !== Op.GetAttr) return undefined;
  const parent = pathOf(r, node.obj);
  return parent === undefined ? undefined : `${parent}.${node.attr}`;
}

/** It is given a seed, told not to shuffle, or given more than can be read. */
function isFixed({ args }: Call): boolean {
  return args.some(({ name, spread }) => spread === 'entries' || FIXES.test(name ?? ''));
}

const FIXES = /^(random_state|seed|rng|generator|shuffle)$/;
const SEEDS = /(^|\.)(seed|\w*_seed|seed_everything)$/;
const SPLITS = /^sklearn\.(model_selection|cross_validation)\.train_test_split$/;
const DRAWS =
  /^(numpy\.random\.(rand|randn|randint|random|random_sample|choice|permutation|normal|uniform|multivariate_normal)|random\.(sample|choice|choices|random|randint|uniform|gauss))$/;
const LEARNS_BY_CHANCE =
  /^(sklearn\.(ensemble\.(RandomForest|ExtraTrees)\w+|neural_network\.MLP\w+|cluster\.(MiniBatch)?KMeans)|(tensorflow\.)?keras\.(\w+\.)*(Sequential|Model))$/;
