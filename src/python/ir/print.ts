import type { Block, Instruction, IrFunction, Node, Reg } from './model';
import { Op } from './model';

/** The representation as text, one node a line, nested blocks indented: what golden tests compare. */
export function printIr(fn: IrFunction): string {
  const lines: string[] = [];
  const waiting: IrFunction[] = [fn];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    lines.push(headOf(next));
    printBlock(next.body, 1, lines, waiting);
  }
  return lines.join('\n') + '\n';
}

/** `function f(a, *b, c=r3)` */
export function headOf({ form, name, params }: IrFunction): string {
  const shown = params.map(
    param => `${MARKS[param.form]}${param.name}${param.default === undefined ? '' : `=r${param.default}`}`,
  );
  return `${form} ${name}(${shown.join(', ')})`;
}

/** One node on one line; of a compound node, how it begins. */
export function printNode(node: Node): string {
  return partsOf(node)[0]?.head ?? '';
}

const MARKS = {
  'positional-only': '',
  normal: '',
  'keyword-only': '',
  'var-positional': '*',
  'var-keyword': '**',
} as const;

function printBlock(block: Block, depth: number, lines: string[], waiting: IrFunction[]): void {
  for (const node of block) {
    if (node.op === Op.Function) waiting.push(node.fn);
    if (node.op === Op.Class) waiting.push(node.body);
    for (const part of partsOf(node)) {
      lines.push('  '.repeat(depth) + part.head);
      if (part.block) printBlock(part.block, depth + 1, lines, waiting);
    }
  }
}

interface Part {
  readonly head: string;
  readonly block?: Block;
}

function partsOf(node: Node): Part[] {
  switch (node.op) {
    case Op.Return:
      return [{ head: node.src === undefined ? 'return' : `return r${node.src}` }];
    case Op.Break:
      return [{ head: 'break' }];
    case Op.Continue:
      return [{ head: 'continue' }];
    case Op.Raise:
      return [{ head: 'raise' }];
    case Op.Branch: {
      const arms = node.arms.flatMap((arm, i): Part[] => [
        { head: i === 0 ? 'test' : 'else test', block: arm.before },
        { head: `if r${arm.test}${arm.value === undefined ? '' : ` give r${arm.value}`}`, block: arm.body },
      ]);
      const result = node.result;
      return [
        ...arms,
        { head: `else${result ? ` give r${result.orelse} as r${result.dst}` : ''}`, block: node.orelse },
      ];
    }
    case Op.Loop: {
      const head = node.iter === undefined ? 'while' : `for r${node.element ?? 0} in r${node.iter}`;
      const test: Part[] =
        node.test === undefined ? [] : [{ head: `test r${node.test}`, block: node.before }];
      return [...test, { head, block: node.body }, { head: 'orelse', block: node.orelse }];
    }
    case Op.Try: {
      const handlers = node.handlers.map((block): Part => ({ head: 'except', block }));
      return [
        { head: 'try', block: node.body },
        ...handlers,
        { head: 'else', block: node.orelse },
        { head: 'finally', block: node.final },
      ];
    }
    case Op.With:
      return [{ head: `with ${regs(node.contexts)}`, block: node.body }];
    case Op.Match:
      return node.cases.map(block => ({ head: `case of r${node.subject}`, block }));
    case Op.Class:
      return [{ head: `r${node.dst} = class ${node.body.name}(${regs(node.bases)})` }];
    case Op.Function:
      return [{ head: `r${node.dst} = ${node.fn.form} ${node.fn.name}` }];
    default:
      return [{ head: instruction(node) }];
  }
}

function instruction(node: Instruction): string {
  switch (node.op) {
    case Op.Const:
      return `r${node.dst} = const ${node.type === 'str' ? JSON.stringify(node.value) : String(node.value)}`;
    case Op.Load:
      return `r${node.dst} = load ${node.name}`;
    case Op.Store:
      return `store ${node.name} = r${node.src}`;
    case Op.DeleteName:
      return `delete ${node.name}`;
    case Op.GetAttr:
      return `r${node.dst} = attr r${node.obj}.${node.attr}`;
    case Op.SetAttr:
      return `attr r${node.obj}.${node.attr} = r${node.src}`;
    case Op.GetItem:
      return `r${node.dst} = item r${node.obj}[r${node.index}]`;
    case Op.SetItem:
      return `item r${node.obj}[r${node.index}] = r${node.src}`;
    case Op.DeleteItem:
      return `delete r${node.obj}[r${node.index}]`;
    case Op.Binary:
      return `r${node.dst} = r${node.left} ${node.operator}${node.inPlace ? '=' : ''} r${node.right}`;
    case Op.Unary:
      return `r${node.dst} = ${node.operator} r${node.operand}`;
    case Op.Compare:
      return `r${node.dst} = r${node.left} ${node.operator} r${node.right}`;
    default:
      return otherInstruction(node);
  }
}

function otherInstruction(node: Instruction): string {
  switch (node.op) {
    case Op.Slice:
      return `r${node.dst} = slice ${[node.lower, node.upper, node.step].map(optional).join(':')}`;
    case Op.Sequence:
      return `r${node.dst} = ${node.form} ${node.items.map(item => `${item.spread ? '*' : ''}r${item.reg}`).join(', ')}`.trimEnd();
    case Op.Dict:
      return `r${node.dst} = dict ${node.entries.map(({ key, value }) => (key === undefined ? `**r${value}` : `r${key}: r${value}`)).join(', ')}`.trimEnd();
    case Op.Format:
      return `r${node.dst} = format ${regs(node.parts)}`.trimEnd();
    case Op.Call: {
      const args = node.args.map(
        arg => `${SPREADS[arg.spread]}${arg.name === undefined ? '' : `${arg.name}=`}r${arg.reg}`,
      );
      return `r${node.dst} = call r${node.func}(${args.join(', ')})`;
    }
    case Op.Import:
      return `import ${node.path} as ${node.name}`;
    case Op.ImportStar:
      return `import * from ${node.path}`;
    case Op.Unpack:
      return `${node.targets.map((reg, i) => `${i === node.star ? '*' : ''}r${reg}`).join(', ')} = unpack r${node.src}`;
    case Op.Append:
      return `append r${node.collection} ${node.key === undefined ? '' : `r${node.key}: `}r${node.src}`;
    case Op.Merge:
      return `r${node.dst} = ${node.sources.map(reg => `r${reg}`).join(` ${node.operator} `)}`;
    case Op.Yield:
      return `r${node.dst} = yield ${node.from ? 'from ' : ''}${optional(node.src)}`.trimEnd();
    case Op.Enter:
      return `r${node.dst} = enter r${node.context}`;
    case Op.Unknown:
      return `r${node.dst} = unknown`;
    default:
      return '';
  }
}

const SPREADS = { none: '', items: '*', entries: '**' } as const;

function optional(reg: Reg | undefined): string {
  return reg === undefined ? '' : `r${reg}`;
}

function regs(list: readonly Reg[]): string {
  return list.map(reg => `r${reg}`).join(', ');
}
