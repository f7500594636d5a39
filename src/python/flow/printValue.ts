import { contentOf } from './data';
import type { Machine } from './machine';
import { printTaints } from './print';
import { printRows } from './rows/printRows';
import type { Taints } from './taint';
import type { Content, Data, Estimator, Sequence, Tool, Value } from './value';

/** Containers in containers are shown this deep. */
const MAX_DEPTH = 2;

/** An abstract value as one line of text: its kind, its rows and columns, and what it carries. */
export function printValue(m: Machine, value: Value, depth = 0): string {
  switch (value.tag) {
    case 'const':
      return JSON.stringify(value.value) + carrying(value.taints ?? []);
    case 'scalar':
      return `number${carrying(value.taints)}`;
    case 'function':
      return `function ${value.fn.name}`;
    case 'method':
      return `method ${value.name} of ${printValue(m, value.self, depth + 1)}`;
    case 'library':
      return value.name;
    case 'partial':
      return `call of ${printValue(m, value.func, depth + 1)} that waits`;
    case 'expression':
      return 'expression of polars';
    case 'slice':
      return 'slice';
    case 'choice':
      return depth >= MAX_DEPTH ? 'one of several' : `one of ${listed(m, value.options, depth, ' or ')}`;
    case 'ref': {
      const content = contentOf(m, value);
      return content ? printContent(m, content, depth) : 'nothing';
    }
  }
}

function printContent(m: Machine, content: Content, depth: number): string {
  switch (content.tag) {
    case 'data':
      return printData(content);
    case 'sequence':
      if (depth >= MAX_DEPTH) return content.form;
      return `${printList(content)} [${listed(m, content.items, depth)}]${others(m, content.rest, depth)}`;
    case 'dictionary':
      return depth >= MAX_DEPTH
        ? 'dictionary'
        : `dictionary ${named(m, content.entries, depth)}${others(m, content.rest, depth)}`;
    case 'instance': {
      const cls = contentOf(m, content.cls);
      const name = cls?.tag === 'class' ? cls.name : 'object';
      return depth >= MAX_DEPTH ? name : `${name} ${named(m, content.fields, depth)}`;
    }
    case 'class':
      return `class ${content.name}`;
    case 'estimator':
      return printEstimator(m, content, depth);
    case 'tool':
      return printTool(content);
  }
}

function printList({ form, filled }: Sequence): string {
  return filled ? `${form} for ${printRows(filled)}` : form;
}

function printData({ form, rows, columns, closed, taints, negated }: Data): string {
  const names = [...columns].map(([name, own]) => `${JSON.stringify(name)}${carrying(own)}`);
  const shown = names.length > 0 ? ` with ${closed ? 'only ' : ''}${names.join(', ')}` : '';
  return `${form} ${negated ? 'not ' : ''}${printRows(rows)}${shown}${carrying(taints)}`;
}

function printEstimator(m: Machine, estimator: Estimator, depth: number): string {
  const { api, members, learned, fit, parameters } = estimator;
  const inside = members.length > 0 && depth < MAX_DEPTH ? ` of [${listed(m, members, depth)}]` : '';
  const learnt = learned ? `, learned from ${printRows(learned.rows)}` : '';
  const fitted = fit ? `, fitted on ${printRows(fit.rows)}` : '';
  return `${api}${inside}${learnt}${fitted}${carrying(parameters)}`;
}

function printTool({ api, rows, split, taints }: Tool): string {
  return `${api}${split ? ` split#${split.id}` : ''}${rows ? ` of ${printRows(rows)}` : ''}${carrying(taints)}`;
}

function carrying(taints: Taints): string {
  const shown = printTaints(taints);
  return shown === 'nothing' ? '' : ` carrying ${shown}`;
}

function listed(m: Machine, values: readonly Value[], depth: number, between = ', '): string {
  return values.map(value => printValue(m, value, depth + 1)).join(between);
}

function named(m: Machine, entries: ReadonlyMap<unknown, Value>, depth: number): string {
  const shown = [...entries].map(([key, value]) => `${String(key)}: ${printValue(m, value, depth + 1)}`);
  return `{${shown.join(', ')}}`;
}

function others(m: Machine, rest: Value | undefined, depth: number): string {
  return rest ? ` and others: ${printValue(m, rest, depth + 1)}` : '';
}
