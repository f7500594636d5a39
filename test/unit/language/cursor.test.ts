import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cursorAt } from '../../../src/language/cursor';
import { readOutline } from '../../../src/language/outline/read';
import type { Node, Path } from '../../../src/language/outline/tree';
import { isNothing } from '../../../src/language/outline/tree';
import { startReading } from '../../../src/manifest/read/report';
import type { Tree } from '../../../src/manifest/read/tree';
import { readYaml } from '../../../src/manifest/read/yaml';
import { NO_VOCABULARY } from '../../../src/manifest/vocabulary';
import { marked } from './marked';

/** `path: what may stand here, "the word that is replaced"`, or `-`. */
function drawn(source: string): string {
  const { text, offset } = marked(source);
  const cursor = cursorAt(text, readOutline(text), offset);
  if (!cursor) return '-';
  const { path, name, value, word, quote, colon, gap, flow } = cursor;
  const may = [name && 'name', value && 'value'].filter(Boolean).join(' or ');
  const more = [colon && 'colon', gap && 'gap', flow && 'flow']
    .filter(Boolean)
    .map(one => `, ${String(one)}`);
  return `${path.join('.')}: ${may} ${quote}${text.slice(word.start, word.end)}${quote}${more.join('')}`;
}

describe('what can be written at the cursor', () => {
  it.each([
    // Names of the top
    ['|', ': name '],
    ['ta|', ': name ta'],
    ['ta|sk: binary', ': name task, colon'],
    ['a: 1\n|', ': name '],
    ['a: 1\n\n|\n\nb: 2', ': name '],
    ['|a: 1', ': name a, colon'],
    ['"ta|": x', ': name "ta", colon'],
    ['---\nta|', ': name ta'],
    ['\uFEFFta|', ': name ta'],
    ['name: x\r\nta|\r\nowner: y', ': name ta'],
    // Values on the line of their name
    ['task: |', 'task: value '],
    ['task:|', 'task: value , gap'],
    ['task: bi|n', 'task: value bin'],
    ['task: |  # which', 'task: value '],
    ['task: bin # wh|ich', '-'],
    ['task: # |', '-'],
    ['# task: |', '-'],
    ['task: "bi|"', 'task: value "bi"'],
    ["task: 'bi|", "task: value 'bi'"],
    ['task: "a # b|"', 'task: value "a # b"'],
    ['task: "x" |', '-'],
    ['task: |\r\nname: x', 'task: value '],
    ['metrics:\n  f1: { expr: "a - b|', 'metrics.f1.expr: value "a - b", flow'],
    ['target: >= 0|', 'target: value >= 0'],
    ['where: http://x|', 'where: value http://x'],
    // Names within
    ['problem:\n  |', 'problem: name or value '],
    ['problem:\n  de|', 'problem: name or value de'],
    ['problem:\n  decision: x\n  |', 'problem: name '],
    ['problem:\n  decision: x\n  wh|\nname: y', 'problem: name wh'],
    ['problem:\n  |\n  decision: x', 'problem: name '],
    ['problem:\n|\n  decision: x', '-'],
    ['problem:\n  decision: x\n |', '-'],
    ['problem:\n  decision: x\n   |', '-'],
    ['problem:\n  decision:\n    |', 'problem.decision: name or value '],
    ['a:\n    b: 1\n  c|', 'a: name c'],
    ['\n  problem:\n    |', 'problem: name or value '],
    ['problem:\n\t|', 'problem: name or value '],
    ['problem:\n\tde|', 'problem: name or value de'],
    ['a:\n  b: >\n    text\n    more|\n  c: 1', '-'],
    ['a:\n  b: >\n    text\n  c|', 'a: name c'],
    ['a:\n  b: two\n    lines\n  c|', 'a: name c'],
    // Lists
    ['runs:\n  - |', 'runs.0: name or value '],
    ['runs:\n  -|', '-'],
    ['runs:\n- |', 'runs.0: name or value '],
    ['runs:\n- a\n- |\nname: x', 'runs.1: name or value '],
    ['runs:\n  - pa|', 'runs.0: name or value pa'],
    ['runs:\n  - path: x\n    |', 'runs.0: name '],
    ['runs:\n  - path: x\n    pi|', 'runs.0: name pi'],
    ['runs:\n  - path: |', 'runs.0.path: value '],
    ['runs:\n  - path: x\n  - |', 'runs.1: name or value '],
    ['a:\n  - - |', 'a.0.0: name or value '],
    ['stages:\n  - id: a\n    criteria:\n      - id: b\n        |', 'stages.0.criteria.0: name '],
    // Brackets
    ['m: { | }', 'm: name , flow'],
    ['m: {|}', 'm: name , flow'],
    ['m: { a: 1, | }', 'm: name , flow'],
    ['m: { a: 1, b|', 'm: name b, flow'],
    ['m: { a: 1 | }', '-'],
    ['m: { a: 1 }|', '-'],
    ['m: { a: | }', 'm.a: value , flow'],
    ['m: { a:|, b: 2 }', 'm.a: value , gap, flow'],
    ['m: { a: "x|", b: 2 }', 'm.a: value "x", flow'],
    ['m: { note: "a # b", | }', 'm: name , flow'],
    ['m: { a: 1, # |\n }', '-'],
    ['m: { a: 1, # why, {\n  | }', 'm: name , flow'],
    ['m: [|]', 'm.0: value , flow'],
    ['m: [a, |', 'm.1: value , flow'],
    ['m: [a, b|]', 'm.1: value b, flow'],
    ['m: [a |]', '-'],
    ['m: [\n  a,\n  |\n]', 'm.1: value , flow'],
    ['m: [a, { b: 1, | }, c]', 'm.1: name , flow'],
    ['m: { a: [x, |], b: 1 }', 'm.a.1: value , flow'],
    ['r: [{ path: x, |}]', 'r.0: name , flow'],
    // Brackets and quotes that nothing closes end with what they belong to
    ['m:\n  a: { min: 0.8\n  b: { ma| }', 'm.b: name ma, flow'],
    ['m:\n  a: { min: 0.8\n  b|', 'm: name b'],
    ['m:\n  a: "text\n  b|', 'm: name b'],
    ['m: [a, b\nta|', ': name ta'],
    ['m: { a: [1, 2 }\nta|', ': name ta'],
    ['m: }{][\nta|', ': name ta'],
    ['m: {{{{[[[[\nta|', ': name ta'],
    ['- - ? :\n*x &y\n!!z\nta|', ': name ta'],
  ])('%j is %j', (source, expected) => {
    expect(drawn(source)).toBe(expected);
  });
});

const FIXTURES = join(import.meta.dirname, '../../fixtures/manifest');
const BUILTIN = join(import.meta.dirname, '../../../src/lifecycle/builtin');
const TEXTS = [
  ...readdirSync(FIXTURES).map(name => readFileSync(join(FIXTURES, name, 'holdout.yaml'), 'utf8')),
  ...readdirSync(BUILTIN).map(name => readFileSync(join(BUILTIN, name), 'utf8')),
];

describe('the outline of a good file', () => {
  it.each(TEXTS.map((text, index) => [index, text] as const))('says of file %i what YAML says', (_, text) => {
    const reading = startReading('/p/holdout.yaml', text, NO_VOCABULARY);
    const strict = leavesOfTree(readYaml(reading), []);
    expect(leavesOfOutline(readOutline(text), [])).toEqual(strict);
  });
});

type Leaf = readonly [path: string, text: string];

function leavesOfTree(tree: Tree, path: Path): Leaf[] {
  if (tree.kind === 'list') return tree.items.flatMap((item, index) => leavesOfTree(item, [...path, index]));
  if (tree.kind === 'mapping')
    return tree.entries.flatMap(({ name, value }) => leavesOfTree(value, [...path, name]));
  return [[path.join('.'), tree.value === null ? '' : oneLine(tree.source)]];
}

function leavesOfOutline(node: Node, path: Path): Leaf[] {
  if (node.kind === 'list')
    return node.items.flatMap((item, index) => leavesOfOutline(item, [...path, index]));
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ name, value }) => leavesOfOutline(value, [...path, name]));
  return [[path.join('.'), isNothing(node) ? '' : oneLine(unescaped(node.text, node.quote))]];
}

/** The first line is enough: the outline keeps no text of several. */
const oneLine = (text: string): string => text.split('\n', 1)[0]?.trim().slice(0, 40) ?? '';

function unescaped(text: string, quote: string): string {
  if (quote === "'") return text.replaceAll("''", "'");
  return quote === '"' ? text.replaceAll('\\"', '"') : text;
}
