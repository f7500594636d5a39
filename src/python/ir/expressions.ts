import type { Span } from '../../base/place';
import type { Call, CallArg, Comprehension, Expr, ForIn, Lambda, Parameter } from '../syntax/ast';
import { Kind } from '../syntax/ast';
import type { Builder } from './builder';
import { collect, emit, finish, MAX_DEPTH, newBuilder, register, unknown } from './builder';
import type { Block, IrArgument, IrParam, Reg } from './model';
import { Op } from './model';

/** Lowers an expression; its value is in the register that is given back. */
export function lowerExpr(b: Builder, expr: Expr): Reg {
  if (b.depth > MAX_DEPTH) return unknown(b, expr);
  // Chains such as `a.b(c)[d] + e` lean to the left and can be long: walk down first, then apply outwards.
  const chain: Expr[] = [];
  let inner = expr;
  for (let next = innerOf(inner); next; next = innerOf(inner)) {
    chain.push(inner);
    inner = next;
  }
  b.depth++;
  let value = lowerLeaf(b, inner);
  for (let outer = chain.pop(); outer; outer = chain.pop()) value = applyOuter(b, outer, value);
  b.depth--;
  return value;
}

function innerOf(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case Kind.Attribute:
    case Kind.Subscript:
    case Kind.Await:
      return expr.value;
    case Kind.Call:
      return expr.func;
    case Kind.BinOp:
      return expr.left;
    case Kind.UnaryOp:
      return expr.operand;
    default:
      return undefined;
  }
}

function applyOuter(b: Builder, expr: Expr, inner: Reg): Reg {
  const span = spanOf(b, expr);
  const dst = register(b);
  switch (expr.kind) {
    case Kind.Attribute:
      emit(b, { op: Op.GetAttr, dst, obj: inner, attr: expr.attr, span });
      return dst;
    case Kind.Subscript:
      emit(b, { op: Op.GetItem, dst, obj: inner, index: lowerExpr(b, expr.slice), span });
      return dst;
    case Kind.Call:
      emit(b, {
        op: Op.Call,
        dst,
        func: inner,
        args: expr.args.map(arg => lowerArgument(b, arg)),
        nameSpan: calledName(b, expr),
        span,
      });
      return dst;
    case Kind.BinOp:
      emit(b, {
        op: Op.Binary,
        dst,
        operator: expr.op,
        left: inner,
        right: lowerExpr(b, expr.right),
        inPlace: false,
        span,
      });
      return dst;
    case Kind.UnaryOp:
      emit(b, { op: Op.Unary, dst, operator: expr.op, operand: inner, span });
      return dst;
    default:
      return inner;
  }
}

function calledName(b: Builder, call: Call): Span {
  return spanOf(b, call.func.kind === Kind.Attribute ? call.func.attrSpan : call.func);
}

function lowerArgument(b: Builder, arg: CallArg): IrArgument {
  if (arg.kind === Kind.Keyword) {
    const spread = arg.name === undefined ? 'entries' : 'none';
    return { reg: lowerExpr(b, arg.value), span: spanOf(b, arg), name: arg.name, spread };
  }
  const starred = arg.value.kind === Kind.Starred;
  const value = arg.value.kind === Kind.Starred ? arg.value.value : arg.value;
  return {
    reg: lowerExpr(b, value),
    span: spanOf(b, arg),
    name: undefined,
    spread: starred ? 'items' : 'none',
  };
}

function lowerLeaf(b: Builder, expr: Expr): Reg {
  const span = spanOf(b, expr);
  const dst = register(b);
  switch (expr.kind) {
    case Kind.Name:
      emit(b, { op: Op.Load, dst, name: b.renames.get(expr.id) ?? expr.id, span });
      return dst;
    case Kind.Constant:
      emit(b, { op: Op.Const, dst, type: expr.type, value: expr.value, span });
      return dst;
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return lowerSequence(b, dst, expr);
    case Kind.Dict: {
      const entries = expr.entries.map(({ key, value }) => ({
        key: key && lowerExpr(b, key),
        value: lowerExpr(b, value),
      }));
      emit(b, { op: Op.Dict, dst, entries, span });
      return dst;
    }
    case Kind.JoinedStr:
    case Kind.TemplateStr: {
      const parts = expr.values.map(part =>
        lowerExpr(b, part.kind === Kind.FormattedValue ? part.value : part),
      );
      emit(b, { op: Op.Format, dst, parts, span });
      return dst;
    }
    case Kind.Slice: {
      const [lower, upper, step] = [expr.lower, expr.upper, expr.step].map(
        part => part && lowerExpr(b, part),
      );
      emit(b, { op: Op.Slice, dst, lower, upper, step, span });
      return dst;
    }
    default:
      return lowerRest(b, dst, expr);
  }
}

function lowerRest(b: Builder, dst: Reg, expr: Expr): Reg {
  const span = spanOf(b, expr);
  switch (expr.kind) {
    case Kind.Compare:
      return lowerCompare(b, dst, expr);
    case Kind.BoolOp:
      emit(b, {
        op: Op.Merge,
        dst,
        operator: expr.op,
        sources: expr.values.map(value => lowerExpr(b, value)),
        span,
      });
      return dst;
    case Kind.IfExp:
      return lowerConditional(b, dst, expr);
    case Kind.NamedExpr: {
      const value = lowerExpr(b, expr.value);
      emit(b, { op: Op.Store, name: bindName(b, expr.target.id), src: value, span });
      return value;
    }
    case Kind.Lambda:
      return lowerLambda(b, dst, expr);
    case Kind.Comprehension:
      return lowerComprehension(b, dst, expr);
    case Kind.Yield:
    case Kind.YieldFrom: {
      b.generator = true;
      const src = expr.value && lowerExpr(b, expr.value);
      emit(b, { op: Op.Yield, dst, src, from: expr.kind === Kind.YieldFrom, span });
      return dst;
    }
    case Kind.Starred:
      return lowerExpr(b, expr.value);
    default:
      emit(b, { op: Op.Unknown, dst, uses: [], span });
      return dst;
  }
}

/** A walrus in a comprehension binds in the function around it, so the plain name is meant. */
function bindName(b: Builder, name: string): string {
  if (!b.globals.has(name)) b.locals.add(name);
  return name;
}

function lowerSequence(b: Builder, dst: Reg, expr: Extract<Expr, { elements: readonly Expr[] }>): Reg {
  const items = expr.elements.map(element =>
    element.kind === Kind.Starred
      ? { reg: lowerExpr(b, element.value), spread: true }
      : { reg: lowerExpr(b, element), spread: false },
  );
  const form = expr.kind === Kind.List ? 'list' : expr.kind === Kind.Tuple ? 'tuple' : 'set';
  emit(b, { op: Op.Sequence, dst, form, items, span: spanOf(b, expr) });
  return dst;
}

function lowerCompare(b: Builder, dst: Reg, expr: Extract<Expr, { kind: Kind.Compare }>): Reg {
  const span = spanOf(b, expr);
  const results: Reg[] = [];
  let left = lowerExpr(b, expr.left);
  expr.comparators.forEach((comparator, i) => {
    const right = lowerExpr(b, comparator);
    const result = expr.comparators.length === 1 ? dst : register(b);
    emit(b, { op: Op.Compare, dst: result, operator: expr.ops[i] ?? '==', left, right, span });
    results.push(result);
    left = right;
  });
  if (results.length !== 1) emit(b, { op: Op.Merge, dst, operator: 'and', sources: results, span });
  return dst;
}

function lowerConditional(b: Builder, dst: Reg, expr: Extract<Expr, { kind: Kind.IfExp }>): Reg {
  let test = 0;
  let value = 0;
  let orelse = 0;
  const before = collect(b, () => (test = lowerExpr(b, expr.test)));
  const body = collect(b, () => (value = lowerExpr(b, expr.body)));
  const other = collect(b, () => (orelse = lowerExpr(b, expr.orelse)));
  const arms = [{ before, test, body, value }];
  emit(b, { op: Op.Branch, arms, orelse: other, result: { dst, orelse }, span: spanOf(b, expr) });
  return dst;
}

function lowerLambda(b: Builder, dst: Reg, expr: Lambda): Reg {
  const params = lowerParams(b, expr.params);
  const names = expr.params.map(param => param.name);
  const inner = newBuilder({ locals: new Set(names), globals: new Set() }, b, names);
  const src = lowerExpr(inner, expr.body);
  emit(inner, { op: Op.Return, src, span: spanOf(b, expr.body) });
  const fn = finish(inner, { name: '<lambda>', form: 'lambda', span: spanOf(b, expr), params });
  emit(b, { op: Op.Function, dst, fn, span: spanOf(b, expr) });
  return dst;
}

/** Defaults are evaluated where the function is defined. */
export function lowerParams(b: Builder, params: readonly Parameter[]): IrParam[] {
  return params.map(param => ({
    name: param.name,
    form: param.form,
    default: param.default && lowerExpr(b, param.default),
  }));
}

function lowerComprehension(b: Builder, dst: Reg, expr: Comprehension): Reg {
  const span = spanOf(b, expr);
  if (expr.form === 'dict') emit(b, { op: Op.Dict, dst, entries: [], span });
  else emit(b, { op: Op.Sequence, dst, form: expr.form === 'set' ? 'set' : 'list', items: [], span });
  const outer = b.renames;
  lowerClauses(b, expr.clauses, 0, () => {
    const key = expr.key && lowerExpr(b, expr.key);
    emit(b, {
      op: Op.Append,
      collection: dst,
      key,
      src: lowerExpr(b, expr.element),
      span: spanOf(b, expr.element),
    });
  });
  b.renames = outer;
  return dst;
}

function lowerClauses(b: Builder, clauses: readonly ForIn[], index: number, innermost: () => void): void {
  const clause = clauses[index];
  if (!clause) return innermost();
  const iter = lowerExpr(b, clause.iter);
  const element = register(b);
  const body = collect(b, () => {
    b.renames = hideNames(b, clause.target);
    assign(b, clause.target, element);
    lowerGuarded(b, clause, 0, () => lowerClauses(b, clauses, index + 1, innermost));
  });
  const none: Block = [];
  const head = { iter, element, before: none, test: undefined };
  emit(b, { op: Op.Loop, ...head, body, orelse: none, span: spanOf(b, clause) });
}

/** `if a if b`: the second is asked only where the first holds. */
function lowerGuarded(b: Builder, clause: ForIn, index: number, fill: () => void): void {
  const guard = clause.ifs[index];
  if (!guard) return fill();
  const test = lowerExpr(b, guard);
  const body = collect(b, () => lowerGuarded(b, clause, index + 1, fill));
  const arms = [{ before: [], test, body, value: undefined }];
  emit(b, { op: Op.Branch, arms, orelse: [], result: undefined, span: spanOf(b, clause) });
}

/** A comprehension's variables are its own: they get names that no program can write. */
function hideNames(b: Builder, target: Expr): ReadonlyMap<string, string> {
  const renames = new Map(b.renames);
  const pending: Expr[] = [target];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind === Kind.Name) renames.set(next.id, `${next.id}·${b.registers}`);
    else if (next.kind === Kind.Tuple || next.kind === Kind.List) pending.push(...next.elements);
    else if (next.kind === Kind.Starred) pending.push(next.value);
  }
  return renames;
}

/** Stores a value into a target: a name, an attribute, an item, or a pattern of these. */
export function assign(b: Builder, target: Expr, src: Reg): void {
  const span = spanOf(b, target);
  switch (target.kind) {
    case Kind.Name: {
      const name = b.renames.get(target.id) ?? target.id;
      if (!b.globals.has(name) && name !== target.id) b.locals.add(name);
      emit(b, { op: Op.Store, name, src, span });
      return;
    }
    case Kind.Attribute:
      emit(b, { op: Op.SetAttr, obj: lowerExpr(b, target.value), attr: target.attr, src, span });
      return;
    case Kind.Subscript: {
      const obj = lowerExpr(b, target.value);
      emit(b, { op: Op.SetItem, obj, index: lowerExpr(b, target.slice), src, span });
      return;
    }
    case Kind.Starred:
      return assign(b, target.value, src);
    case Kind.Tuple:
    case Kind.List:
      return unpack(b, target.elements, src, span);
    default:
      lowerExpr(b, target);
  }
}

function unpack(b: Builder, elements: readonly Expr[], src: Reg, span: Span): void {
  if (b.depth > MAX_DEPTH) return;
  const targets = elements.map(() => register(b));
  const star = elements.findIndex(element => element.kind === Kind.Starred);
  emit(b, { op: Op.Unpack, src, targets, star, written: elements.map(one => spanOf(b, one)), span });
  b.depth++;
  elements.forEach((element, i) => assign(b, element, targets[i] ?? src));
  b.depth--;
}

/** A span of its own: it may move with the text, while the tree's spans stay. */
export function spanOf(b: Builder, { start, end }: Span): Span {
  const span = { start, end };
  b.spans.push(span);
  return span;
}
