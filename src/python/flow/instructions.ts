import type {
  Call,
  Const,
  Import,
  Instruction,
  MakeDict,
  MakeFunction,
  Merge,
  Sequence as MakeSequence,
  Unpack,
} from '../ir/model';
import { Op } from '../ir/model';
import { getAttribute, setAttribute } from './attributes';
import { contentOf, scalar, taintsIn, unknownValue } from './data';
import { deleteItem } from './deletion';
import type { Frame } from './frame';
import { optional, siteOf, valueIn } from './frame';
import { importPath } from './imports';
import { getItem } from './items';
import { setItem } from './setItem';
import { elementsOf } from './iterate';
import { joinAll } from './join';
import type { Arguments, Machine } from './machine';
import { record } from './machine';
import { operate } from './operate';
import { uniteAll } from './taint';
import { variedByFilter } from './effects/models/variedColumns';
import { appended, inCollection, unpacked } from './containers';
import { bothTests } from './columns/names';
import { underConditions } from './columns/provenance';
import { importStar, noteImport, readName, unbound, writeName } from './variables';
import type { Value } from './value';
import { constant, NONE } from './value';

/** Runs one flat instruction. */
export function execute(m: Machine, frame: Frame, node: Instruction): void {
  switch (node.op) {
    case Op.Const:
      frame.registers[node.dst] = literal(m, node);
      return;
    case Op.Load:
      frame.registers[node.dst] =
        readName(m, frame.scope, node.name) ?? unbound(m, frame.scope, node.name, siteOf(m, node.span));
      return;
    case Op.Store:
      writeName(m, frame.scope, node.name, underConditions(m, valueIn(frame, node.src)));
      return;
    case Op.DeleteName:
      writeName(m, frame.scope, node.name, undefined);
      return;
    case Op.GetAttr:
      frame.registers[node.dst] = getAttribute(m, valueIn(frame, node.obj), node.attr, siteOf(m, node.span));
      return;
    case Op.SetAttr:
      setAttribute(m, valueIn(frame, node.obj), node.attr, valueIn(frame, node.src), siteOf(m, node.span));
      return;
    case Op.GetItem:
      frame.registers[node.dst] = getItem(
        m,
        valueIn(frame, node.obj),
        valueIn(frame, node.index),
        siteOf(m, node.span),
      );
      return;
    case Op.SetItem:
      setItem(
        m,
        valueIn(frame, node.obj),
        valueIn(frame, node.index),
        valueIn(frame, node.src),
        siteOf(m, node.span),
      );
      return;
    case Op.DeleteItem:
      deleteItem(m, valueIn(frame, node.obj), valueIn(frame, node.index));
      return;
    case Op.Call:
      frame.registers[node.dst] = call(m, frame, node);
      return;
    default:
      compute(m, frame, node);
  }
}

function compute(m: Machine, frame: Frame, node: Instruction): void {
  switch (node.op) {
    case Op.Binary:
    case Op.Compare:
      frame.registers[node.dst] = operate(m, node, siteOf(m, node.span), [
        valueIn(frame, node.left),
        valueIn(frame, node.right),
      ]);
      return;
    case Op.Unary:
      frame.registers[node.dst] = operate(m, node, siteOf(m, node.span), [valueIn(frame, node.operand)]);
      return;
    case Op.Slice:
      frame.registers[node.dst] = {
        tag: 'slice',
        lower: optional(frame, node.lower),
        upper: optional(frame, node.upper),
        step: optional(frame, node.step),
      };
      return;
    case Op.Sequence:
      frame.registers[node.dst] = makeSequence(m, frame, node);
      return;
    case Op.Dict:
      frame.registers[node.dst] = makeDictionary(m, frame, node);
      return;
    case Op.Format:
      frame.registers[node.dst] = format(
        m,
        node.parts.map(part => valueIn(frame, part)),
      );
      return;
    case Op.Merge:
      frame.registers[node.dst] = merge(m, frame, node);
      return;
    case Op.Enter:
      frame.registers[node.dst] = valueIn(frame, node.context);
      return;
    default:
      define(m, frame, node);
  }
}

/** What binds names, fills collections and makes functions. */
function define(m: Machine, frame: Frame, node: Instruction): void {
  switch (node.op) {
    case Op.Unpack:
      unpack(m, frame, node);
      return;
    case Op.Append:
      appended(
        m,
        valueIn(frame, node.collection),
        optional(frame, node.key),
        variedByFilter(m, inCollection(m, valueIn(frame, node.src))),
        siteOf(m, node.span),
      );
      return;
    case Op.Function:
      frame.registers[node.dst] = makeFunction(m, frame, node);
      return;
    case Op.Yield: {
      const yielded = optional(frame, node.src) ?? NONE;
      frame.yields.push(node.from ? (joinAll(m, allOf(m, yielded, siteOf(m, node.span))) ?? NONE) : yielded);
      frame.registers[node.dst] = unknownValue(m, siteOf(m, node.span), 'a sent value');
      return;
    }
    case Op.Import:
      importName(m, frame, node);
      return;
    case Op.ImportStar:
      importStar(m, frame.scope, node.path);
      return;
    case Op.Unknown:
      frame.registers[node.dst] = unknownValue(m, siteOf(m, node.span));
      return;
    default:
  }
}

function importName(m: Machine, frame: Frame, node: Import): void {
  writeName(m, frame.scope, node.name, importPath(m, node.path, siteOf(m, node.span)));
  noteImport(m, frame.scope, node.path);
}

function allOf(m: Machine, value: Value, site: ReturnType<typeof siteOf>): Value[] {
  const { items, rest } = elementsOf(m, value, site);
  return rest ? [...items, rest] : [...items];
}

function literal(m: Machine, node: Const): Value {
  if (node.type === 'ellipsis') return { tag: 'slice', lower: undefined, upper: undefined, step: undefined };
  return node.type === 'bytes' || node.type === 'complex' ? scalar(m) : constant(node.value);
}

function makeSequence(m: Machine, frame: Frame, node: MakeSequence): Value {
  const items: Value[] = [];
  let rest: Value | undefined;
  for (const item of node.items) {
    const value = valueIn(frame, item.reg);
    if (!item.spread) items.push(value);
    else {
      const inner = elementsOf(m, value, siteOf(m, node.span));
      items.push(...inner.items);
      rest = joinAll(
        m,
        [rest, inner.rest].filter(one => one !== undefined),
      );
    }
  }
  return m.store.allocate({ tag: 'sequence', form: node.form, items, rest });
}

function makeDictionary(m: Machine, frame: Frame, node: MakeDict): Value {
  const entries = new Map<string | number | boolean | null, Value>();
  let rest: Value | undefined;
  for (const entry of node.entries) {
    const value = valueIn(frame, entry.value);
    const key = optional(frame, entry.key);
    if (key?.tag === 'const') entries.set(key.value, value);
    else {
      const inner = entry.key === undefined ? contentOf(m, value) : undefined;
      if (inner?.tag === 'dictionary') for (const [name, one] of inner.entries) entries.set(name, one);
      else
        rest = joinAll(
          m,
          [rest, value].filter(one => one !== undefined),
        );
    }
  }
  return m.store.allocate({ tag: 'dictionary', entries, rest });
}

function format(m: Machine, parts: readonly Value[]): Value {
  const constants = parts.map(part => (part.tag === 'const' ? String(part.value) : undefined));
  if (constants.every(one => one !== undefined)) {
    const taints = uniteAll(parts.map(part => taintsIn(m, part, 0)));
    return taints.length > 0 ? { ...constant(constants.join('')), taints } : constant(constants.join(''));
  }
  return scalar(m, uniteAll(parts.map(part => taintsIn(m, part, 0))));
}

function merge(m: Machine, frame: Frame, node: Merge): Value {
  const values = node.sources.map(reg => valueIn(frame, reg));
  const decided = values.find(
    value => value.tag === 'const' && !value.taints && Boolean(value.value) === (node.operator === 'or'),
  );
  if (decided) return decided;
  const names = node.operator === 'and' ? bothTests(m, values) : undefined;
  if (names) return names;
  // What does not decide is passed over, all but the last.
  const open = values.filter((value, i) => i === values.length - 1 || value.tag !== 'const' || value.taints);
  return joinAll(m, open) ?? NONE;
}

function unpack(m: Machine, frame: Frame, node: Unpack): void {
  const parts = unpacked(m, valueIn(frame, node.src), node.targets.length, node.star, siteOf(m, node.span));
  node.targets.forEach((reg, i) => (frame.registers[reg] = parts[i] ?? NONE));
  noteUnpacked(m, valueIn(frame, node.src), node);
}

function noteUnpacked(m: Machine, value: Value, node: Unpack): void {
  const content = contentOf(m, value);
  if (content?.tag !== 'sequence' || !content.split || node.star >= 0) return;
  if (content.items.length !== node.targets.length) return;
  const targets = node.written.map(span => siteOf(m, span));
  record<'unpack'>(m, { kind: 'unpack', site: siteOf(m, node.span), split: content.split, targets });
}

function makeFunction(m: Machine, frame: Frame, node: MakeFunction): Value {
  const defaults = new Map<string, Value>();
  for (const param of node.fn.params) {
    if (param.default !== undefined) defaults.set(param.name, valueIn(frame, param.default));
  }
  const made = {
    tag: 'function',
    fn: node.fn,
    scope: frame.scope,
    defaults,
    module: m.module,
    self: undefined,
  } as const;
  m.functions.push(made);
  return made;
}

function call(m: Machine, frame: Frame, node: Call): Value {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  const others: Value[] = [];
  for (const arg of node.args) {
    const value = valueIn(frame, arg.reg);
    if (arg.spread === 'none') {
      if (arg.name === undefined) positional.push(value);
      else named.set(arg.name, value);
    } else spread(m, value, { positional, named, others });
  }
  const args: Arguments = { positional, named, others };
  return m.call(valueIn(frame, node.func), {
    args,
    site: siteOf(m, node.span),
    nameSpan: siteOf(m, node.nameSpan),
    written: node.args,
  });
}

function spread(
  m: Machine,
  value: Value,
  into: { positional: Value[]; named: Map<string, Value>; others: Value[] },
): void {
  const content = contentOf(m, value);
  if (content?.tag === 'sequence' && !content.rest) into.positional.push(...content.items);
  else if (content?.tag === 'dictionary') {
    for (const [key, one] of content.entries) into.named.set(String(key), one);
    if (content.rest) into.others.push(content.rest);
  } else into.others.push(value);
}
