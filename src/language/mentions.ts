import type { Span } from '../base/place';
import type { Field, MapType, Reference, TextType, Type } from '../manifest/schema/types';
import type { Document } from './document';
import { partsOf } from './expression';
import type { Entry, Node, Path, ScalarNode } from './outline/tree';
import { entryIn, inner, isNothing, nodeAt } from './outline/tree';
import type { Slot } from './slots';
import { fieldIn, slotsBelow, slotsOf } from './slots';

/** What a word of a manifest or lifecycle means. */
export type Subject =
  | { readonly kind: 'known-field'; readonly path: string; readonly field: Field }
  | { readonly kind: 'criterion'; readonly stage: string; readonly name: string }
  /** `in`: the file that is said to have it. */
  | { readonly kind: 'column'; readonly name: string; readonly in?: string }
  | { readonly kind: 'path' | 'function'; readonly name: string }
  | { readonly kind: Exclude<Reference, 'criterion' | 'column'>; readonly name: string };

export interface Mention {
  readonly subject: Subject;
  /** The word itself: without quotes, without what qualifies it. */
  readonly span: Span;
  /** Where in the file's tree it stands; for a name, the path that ends with it. */
  readonly path: Path;
  /** This is where the subject comes from; everything else follows it. */
  readonly declares: boolean;
  readonly form: 'name' | 'scalar' | 'expression';
  /** The whole of the name or scalar that it stands in, quotes included. */
  readonly whole: Span;
}

const KNOWN = new WeakMap<Document, readonly Mention[]>();

/** Everything in a file that means something, in order. Computed once for each text. */
export function mentionsIn(document: Document): readonly Mention[] {
  const known = KNOWN.get(document);
  if (known) return known;
  const mentions: Mention[] = [];
  const metrics = nodeAt(document.root, ['metrics']);
  const declared = new Set(metrics?.kind === 'mapping' ? metrics.entries.map(({ name }) => name) : []);
  const walk: Walk = { document, declared, add: mention => void mentions.push(mention) };
  inNode(walk, document.root, slotsOf(document.schema), []);
  KNOWN.set(document, mentions);
  return mentions;
}

/** The narrowest one at an offset. */
export function mentionAt(document: Document, offset: number): Mention | undefined {
  const touched = mentionsIn(document).filter(({ span }) => span.start <= offset && offset <= span.end);
  return touched.sort((a, b) => length(a.span) - length(b.span))[0];
}

const length = ({ start, end }: Span): number => end - start;

interface Walk {
  readonly document: Document;
  /** The names under `metrics`. */
  readonly declared: ReadonlySet<string>;
  readonly add: (mention: Mention) => void;
}

function inNode(walk: Walk, node: Node, slots: readonly Slot[], path: Path): void {
  if (slots.length === 0) return;
  if (node.kind === 'scalar') {
    if (!isNothing(node)) inScalar(walk, node, slots, path);
  } else if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      inNode(walk, item, slotsBelow(slots, index), [...path, index]);
    });
  } else {
    for (const entry of node.entries) inEntry(walk, entry, slots, [...path, entry.name]);
  }
}

function inEntry(walk: Walk, entry: Entry, slots: readonly Slot[], path: Path): void {
  const subject = first(slots, slot => subjectOfName(walk.document, slot, entry, path));
  if (subject) {
    const declares = subject.kind === 'metric' || subject.kind === 'split';
    const { key, quote } = entry;
    walk.add({ subject, span: inner(key, quote), path, declares, form: 'name', whole: key });
  }
  inNode(walk, entry.value, slotsBelow(slots, entry.name), path);
}

function subjectOfName(document: Document, { type }: Slot, { name }: Entry, path: Path): Subject | undefined {
  const field = fieldIn(type, name);
  if (field) return { kind: 'known-field', path: dotted(path), field };
  if (type.kind !== 'map') return undefined;
  const refers = referenceOf(type);
  return refers && subjectOf(document, refers, name, path);
}

function inScalar(walk: Walk, node: ScalarNode, slots: readonly Slot[], path: Path): void {
  for (const { type } of slots) {
    if (type.kind === 'text') return inText(walk, node, type, path);
  }
}

function inText(walk: Walk, node: ScalarNode, type: TextType, path: Path): void {
  const span = inner(node.span, node.quote);
  const add = (subject: Subject, at: Span, form: Mention['form'], declares = false): void => {
    walk.add({ subject, span: at, path, declares, form, whole: node.span });
  };
  if (type.format === 'expression') {
    inExpression(walk.declared, node, add);
    return;
  }
  if (type.format === 'path' || type.format === 'data-path') {
    inPath(node.text, span, add);
    return;
  }
  const refers = referenceOf(type);
  if (!refers) return;
  const subject = subjectOf(walk.document, refers, node.text, path);
  if (subject) add(subject, span, 'scalar', type.format === 'id');
}

type Add = (subject: Subject, at: Span, form: Mention['form'], declares?: boolean) => void;

/** `reports/kpi.csv#chargeback_rate` */
function inPath(text: string, { start, end }: Span, add: Add): void {
  const hash = text.indexOf('#');
  const path = hash < 0 ? text : text.slice(0, hash);
  add({ kind: 'path', name: path }, { start, end: start + path.length }, 'scalar');
  if (hash >= 0) {
    add({ kind: 'column', name: text.slice(hash + 1), in: path }, { start: start + hash + 1, end }, 'scalar');
  }
}

/** A plain name may hold anything: where it is that of a declared metric, it is that and no expression. */
function inExpression(declared: ReadonlySet<string>, node: ScalarNode, add: Add): void {
  const span = inner(node.span, node.quote);
  if (declared.has(node.text)) {
    add({ kind: 'metric', name: node.text }, span, 'scalar');
    return;
  }
  // Where something is escaped, offsets in the text are none in the file.
  if (hasEscapes(node)) return;
  for (const part of partsOf(node.text)) {
    const at = { start: span.start + part.span.start, end: span.start + part.span.end };
    if (part.kind === 'metric') add({ kind: 'metric', name: part.text }, at, 'expression');
    else if (part.kind === 'function') add({ kind: 'function', name: part.text }, at, 'expression');
    else if (part.kind === 'value' && part.key === 'split')
      add({ kind: 'split', name: part.text }, at, 'expression');
    else if (part.kind === 'qualifier' && part.text.startsWith('slice.'))
      add({ kind: 'column', name: part.text.slice('slice.'.length) }, at, 'expression');
  }
}

export function hasEscapes({ text, quote }: ScalarNode): boolean {
  return (quote === '"' && text.includes('\\')) || (quote === "'" && text.includes("''")) || quote === '|';
}

export function referenceOf(type: TextType | MapType<Type>): Reference | undefined {
  return type.names ?? type.refers;
}

function subjectOf(document: Document, refers: Reference, name: string, path: Path): Subject | undefined {
  if (refers === 'criterion') {
    const stage = stageAround(document, path);
    return stage === undefined ? undefined : { kind: 'criterion', stage, name };
  }
  return refers === 'column' ? columnSubject(document, name, path) : { kind: refers, name };
}

/** A column beside a `path` of its own, as in `data.predictions`, is that file's. */
function columnSubject({ root }: Document, name: string, path: Path): Subject {
  const own = entryIn(nodeAt(root, path.slice(0, -1)), 'path')?.value;
  return own?.kind === 'scalar' ? { kind: 'column', name, in: own.text } : { kind: 'column', name };
}

/** The id of the stage that a place lies in: by its name in a manifest, by the field `id` in a lifecycle. */
export function stageAround({ kind, root }: Document, path: Path): string | undefined {
  const [section, step] = path;
  if (kind === 'manifest') return section === 'stages' && typeof step === 'string' ? step : undefined;
  if (section !== 'stages' && section !== 'groups') return undefined;
  return idOf(nodeAt(root, path.slice(0, 2)));
}

/** The `id` that a stage or criterion of a lifecycle gives itself. */
export function idOf(node: Node | undefined): string | undefined {
  const id = entryIn(node, 'id')?.value;
  return id?.kind === 'scalar' && !isNothing(id) ? id.text : undefined;
}

/** Dotted, as messages name fields: `metrics.recall.min`, `runs[0].path`. */
export function dotted(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of what a file declares, in order. */
export function declaredIn(document: Document, kind: 'metric' | 'split'): readonly string[] {
  return mentionsIn(document).flatMap(({ subject, declares }) =>
    declares && subject.kind === kind ? [subject.name] : [],
  );
}
