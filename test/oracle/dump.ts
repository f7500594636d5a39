/**
 * Our tree as the lines that `dump.py` writes of CPython's. Differences that are meant: positions of parameters and of
 * comprehension clauses, which Python does not keep; the value of bytes and of `\N{name}`.
 */
import type {
  Alias,
  CallArg,
  Constant,
  Expr,
  FormattedValue,
  Parameter,
  Pattern,
  Stmt,
} from '../../src/python/syntax/ast';
import type * as ast from '../../src/python/syntax/ast';
import { Kind } from '../../src/python/syntax/ast';

type Node = Stmt | Expr | Pattern | CallArg | Alias | ast.ExceptHandler | ast.TypeParam;

export interface Oracle {
  /** Before 3.12 CPython has no true positions inside f-strings. */
  readonly seesFStrings: boolean;
}

export function dumpModule(text: string, module: ast.Module, oracle: Oracle): string {
  const dumper = new Dumper(text, oracle);
  dumper.children('body', module.body);
  return dumper.lines.join('\n');
}

class Dumper {
  readonly lines: string[] = [];
  private depth = 0;

  constructor(
    readonly text: string,
    readonly oracle: Oracle,
  ) {}

  line(text: string): void {
    this.lines.push('  '.repeat(this.depth) + text);
  }

  inside(write: () => void): void {
    this.depth++;
    write();
    this.depth--;
  }

  children(label: string, nodes: readonly Node[]): void {
    for (const node of nodes) this.child(label, node);
  }

  child(label: string, node: Node | undefined): void {
    if (!node) return;
    if (node.kind === Kind.Argument) {
      this.child(label, node.value);
      return;
    }
    const { title, write } = describe(node, this);
    this.line(`${label} ${title} ${node.start}-${node.end}`);
    this.inside(write);
  }

  name(label: string, id: string | undefined): void {
    if (id !== undefined) this.line(`${label} ${json(id)}`);
  }

  names(label: string, ids: readonly string[]): void {
    for (const id of ids) this.name(label, id);
  }
}

/** As Python's `json.dumps`: ASCII only. */
function json(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface Description {
  readonly title: string;
  readonly write: () => void;
}

type Describe<N> = (node: N, d: Dumper) => Description;
type Table = { readonly [K in Node['kind']]: Describe<Extract<Node, { kind: K }>> };

function describe(node: Node, d: Dumper): Description {
  return (TABLE[node.kind] as Describe<Node>)(node, d);
}

const plain = (title: string, write: () => void = () => undefined): Description => ({ title, write });

/** Nodes that CPython does not have. */
const foreign = (title: string) => (): Description => plain(`not in Python: ${title}`);

function parameters(d: Dumper, params: readonly Parameter[]): void {
  const order = ['positional-only', 'normal', 'var-positional', 'keyword-only', 'var-keyword'];
  const sorted = [...params].sort((a, b) => order.indexOf(a.form) - order.indexOf(b.form));
  for (const param of sorted) {
    d.line(`param ${param.form} ${json(param.name)}`);
    d.inside(() => {
      d.child('annotation', param.annotation);
      d.child('default', param.default);
    });
  }
}

function constant(node: Constant, source: string): string {
  switch (node.type) {
    case 'int':
      return `int ${integer(String(node.value))}`;
    case 'float':
      return `float ${bits(Number(node.value))}`;
    case 'complex':
      return `complex ${bits(Number(String(node.value).slice(0, -1)))}`;
    case 'bool':
      return `bool ${node.value ? 'True' : 'False'}`;
    case 'str':
      return source.includes('\\N{') ? 'str ?' : `str ${json(String(node.value))}`;
    default:
      return node.type;
  }
}

function integer(digits: string): string {
  return BigInt(digits).toString();
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function formatted(node: FormattedValue, d: Dumper): Description {
  return plain('FormattedValue', () => {
    d.child('value', node.value);
    d.line(`conversion ${node.conversion ?? ''}`.trimEnd());
    if (!node.format) return;
    d.line('format');
    d.children('spec', node.format);
  });
}

const TABLE: Table = {
  [Kind.FunctionDef]: (node, d) =>
    plain(node.async ? 'AsyncFunctionDef' : 'FunctionDef', () => {
      d.name('name', node.name.id);
      parameters(d, node.params);
      d.children('body', node.body);
      d.children('decorator_list', node.decorators);
      d.child('returns', node.returns);
      d.children('type_params', node.typeParams);
    }),
  [Kind.ClassDef]: (node, d) =>
    plain('ClassDef', () => {
      d.name('name', node.name.id);
      d.children('type_param', node.typeParams);
      d.children('arg', node.args);
      d.children('decorator', node.decorators);
      d.children('body', node.body);
    }),
  [Kind.Return]: (node, d) => plain('Return', () => d.child('value', node.value)),
  [Kind.Delete]: (node, d) => plain('Delete', () => d.children('targets', node.targets)),
  [Kind.Assign]: (node, d) =>
    plain('Assign', () => {
      d.children('targets', node.targets);
      d.child('value', node.value);
    }),
  [Kind.AugAssign]: (node, d) =>
    plain('AugAssign', () => {
      d.child('target', node.target);
      d.line(`op ${node.op}`);
      d.child('value', node.value);
    }),
  [Kind.AnnAssign]: (node, d) =>
    plain('AnnAssign', () => {
      d.child('target', node.target);
      d.child('annotation', node.annotation);
      d.child('value', node.value);
    }),
  [Kind.TypeAlias]: (node, d) =>
    plain('TypeAlias', () => {
      d.child('name', node.name);
      d.children('type_params', node.typeParams);
      d.child('value', node.value);
    }),
  [Kind.For]: (node, d) =>
    plain(node.async ? 'AsyncFor' : 'For', () => {
      d.child('target', node.target);
      d.child('iter', node.iter);
      d.children('body', node.body);
      d.children('orelse', node.orelse);
    }),
  [Kind.While]: (node, d) =>
    plain('While', () => {
      d.child('test', node.test);
      d.children('body', node.body);
      d.children('orelse', node.orelse);
    }),
  [Kind.If]: (node, d) =>
    plain('If', () => {
      for (const { test, body } of node.branches) {
        d.child('test', test);
        d.children('body', body);
      }
      d.children('orelse', node.orelse);
    }),
  [Kind.With]: (node, d) =>
    plain(node.async ? 'AsyncWith' : 'With', () => {
      for (const { context, target } of node.items) {
        d.line('items withitem');
        d.inside(() => {
          d.child('context_expr', context);
          d.child('optional_vars', target);
        });
      }
      d.children('body', node.body);
    }),
  [Kind.Match]: (node, d) =>
    plain('Match', () => {
      d.child('subject', node.subject);
      for (const { pattern, guard, body } of node.cases) {
        d.line('cases match_case');
        d.inside(() => {
          d.child('pattern', pattern);
          d.child('guard', guard);
          d.children('body', body);
        });
      }
    }),
  [Kind.Raise]: (node, d) =>
    plain('Raise', () => {
      d.child('exc', node.value);
      d.child('cause', node.cause);
    }),
  [Kind.Try]: (node, d) =>
    plain(node.star ? 'TryStar' : 'Try', () => {
      d.children('body', node.body);
      d.children('handlers', node.handlers);
      d.children('orelse', node.orelse);
      d.children('finalbody', node.finalbody);
    }),
  [Kind.Assert]: (node, d) =>
    plain('Assert', () => {
      d.child('test', node.test);
      d.child('msg', node.message);
    }),
  [Kind.Import]: (node, d) => plain('Import', () => d.children('names', node.names)),
  [Kind.ImportFrom]: (node, d) =>
    plain('ImportFrom', () => {
      d.name('module', node.module);
      d.children('names', node.names);
      d.line(`level ${node.level}`);
    }),
  [Kind.Global]: (node, d) => plain('Global', () => d.names('names', node.names)),
  [Kind.Nonlocal]: (node, d) => plain('Nonlocal', () => d.names('names', node.names)),
  [Kind.ExprStmt]: (node, d) => plain('Expr', () => d.child('value', node.value)),
  [Kind.Pass]: () => plain('Pass'),
  [Kind.Break]: () => plain('Break'),
  [Kind.Continue]: () => plain('Continue'),
  [Kind.Print2]: foreign('print'),
  [Kind.Exec2]: foreign('exec'),
  [Kind.Magic]: foreign('magic'),
  [Kind.Shell]: foreign('shell'),
  [Kind.Help]: foreign('help'),
  [Kind.BadStatement]: foreign('bad statement'),

  [Kind.Name]: (node, d) => plain('Name', () => d.name('id', node.id)),
  [Kind.Constant]: (node, d) =>
    plain('Constant', () => d.line(constant(node, d.text.slice(node.start, node.end)))),
  [Kind.JoinedStr]: (node, d) =>
    plain('JoinedStr', () => {
      if (d.oracle.seesFStrings) d.children('value', node.values);
    }),
  [Kind.TemplateStr]: (node, d) => plain('TemplateStr', () => d.children('value', node.values)),
  [Kind.FormattedValue]: formatted,
  [Kind.List]: (node, d) => plain('List', () => d.children('elts', node.elements)),
  [Kind.Tuple]: (node, d) => plain('Tuple', () => d.children('elts', node.elements)),
  [Kind.Set]: (node, d) => plain('Set', () => d.children('elts', node.elements)),
  [Kind.Dict]: (node, d) =>
    plain('Dict', () => {
      for (const { key, value } of node.entries) {
        d.child('key', key);
        d.child('value', value);
      }
    }),
  [Kind.Comprehension]: (node, d) =>
    plain(node.form, () => {
      d.child('key', node.key);
      d.child('element', node.element);
      for (const clause of node.clauses) {
        d.line(`for${clause.async ? ' async' : ''}`);
        d.inside(() => {
          d.child('target', clause.target);
          d.child('iter', clause.iter);
          d.children('if', clause.ifs);
        });
      }
    }),
  [Kind.Lambda]: (node, d) =>
    plain('Lambda', () => {
      parameters(d, node.params);
      d.child('body', node.body);
    }),
  [Kind.IfExp]: (node, d) =>
    plain('IfExp', () => {
      d.child('test', node.test);
      d.child('body', node.body);
      d.child('orelse', node.orelse);
    }),
  [Kind.NamedExpr]: (node, d) =>
    plain('NamedExpr', () => {
      d.child('target', node.target);
      d.child('value', node.value);
    }),
  [Kind.BoolOp]: (node, d) =>
    plain('BoolOp', () => {
      d.line(`op ${node.op}`);
      d.children('value', node.values);
    }),
  [Kind.BinOp]: (node, d) =>
    plain('BinOp', () => {
      d.child('left', node.left);
      d.line(`op ${node.op}`);
      d.child('right', node.right);
    }),
  [Kind.UnaryOp]: (node, d) =>
    plain('UnaryOp', () => {
      d.line(`op ${node.op}`);
      d.child('operand', node.operand);
    }),
  [Kind.Compare]: (node, d) =>
    plain('Compare', () => {
      d.child('left', node.left);
      node.ops.forEach((op, index) => {
        d.line(`op ${op}`);
        d.child('right', node.comparators[index]);
      });
    }),
  [Kind.Call]: (node, d) =>
    plain('Call', () => {
      d.child('func', node.func);
      d.children('arg', node.args);
    }),
  [Kind.Attribute]: (node, d) =>
    plain('Attribute', () => {
      d.child('value', node.value);
      d.name('attr', node.attr);
    }),
  [Kind.Subscript]: (node, d) =>
    plain('Subscript', () => {
      d.child('value', node.value);
      d.child('slice', node.slice);
    }),
  [Kind.Slice]: (node, d) =>
    plain('Slice', () => {
      d.child('lower', node.lower);
      d.child('upper', node.upper);
      d.child('step', node.step);
    }),
  [Kind.Starred]: (node, d) => plain('Starred', () => d.child('value', node.value)),
  [Kind.Await]: (node, d) => plain('Await', () => d.child('value', node.value)),
  [Kind.Yield]: (node, d) => plain('Yield', () => d.child('value', node.value)),
  [Kind.YieldFrom]: (node, d) => plain('YieldFrom', () => d.child('value', node.value)),
  [Kind.Escape]: foreign('escape'),
  [Kind.BadExpression]: foreign('bad expression'),

  [Kind.Argument]: foreign('argument'),
  [Kind.Keyword]: (node, d) =>
    plain('keyword', () => {
      d.name('arg', node.name);
      d.child('value', node.value);
    }),
  [Kind.Alias]: (node, d) =>
    plain('alias', () => {
      d.name('name', node.name);
      d.name('asname', node.asname);
    }),
  [Kind.ExceptHandler]: (node, d) =>
    plain('ExceptHandler', () => {
      d.child('type', node.type);
      d.name('name', node.name);
      d.children('body', node.body);
    }),
  [Kind.TypeParam]: (node, d) =>
    plain({ type: 'TypeVar', 'type-tuple': 'TypeVarTuple', 'param-spec': 'ParamSpec' }[node.form], () => {
      d.name('name', node.name);
      d.child('bound', node.bound);
      d.child('default_value', node.default);
    }),

  [Kind.MatchValue]: (node, d) => plain('MatchValue', () => d.child('value', node.value)),
  [Kind.MatchSequence]: (node, d) => plain('MatchSequence', () => d.children('patterns', node.patterns)),
  [Kind.MatchMapping]: (node, d) =>
    plain('MatchMapping', () => {
      for (const { key, pattern } of node.entries) {
        d.child('key', key);
        d.child('pattern', pattern);
      }
      d.name('rest', node.rest);
    }),
  [Kind.MatchClass]: (node, d) =>
    plain('MatchClass', () => {
      d.child('cls', node.cls);
      d.children('pattern', node.patterns);
      for (const { name, pattern } of node.keywords) {
        d.name('keyword', name);
        d.child('pattern', pattern);
      }
    }),
  [Kind.MatchStar]: (node, d) => plain('MatchStar', () => d.name('name', node.name)),
  [Kind.MatchAs]: (node, d) =>
    plain('MatchAs', () => {
      d.child('pattern', node.pattern);
      d.name('name', node.name);
    }),
  [Kind.MatchOr]: (node, d) => plain('MatchOr', () => d.children('patterns', node.patterns)),
};
