import type { Range } from '../../base/place';
import type { Severity } from '../../base/finding';
import type { Evidence, EvidenceKind, MetricDemand, MetricEvidence, MetricSubject } from '../evidence';
import { parseExpression } from '../expression/parse';
import { read } from '../read/read';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import { entryOf } from '../read/tree';
import type { MappingTree, Tree } from '../read/tree';
import { EVIDENCE_KINDS, EVIDENCE_PIECE, EVIDENCE_QUALIFIERS } from '../schema/evidence';
import type { Read } from '../schema/types';
import { wordsOf } from './declarations';
import { dataEvidence } from './data-evidence';
import { effortEvidence, timeboxEvidence } from './effort-evidence';
import { freshEvidence } from './fresh-evidence';
import { registryEvidence } from './registry-evidence';
import { runsEvidence } from './runs-evidence';
import { rangeWithin } from './within';

type Piece = Read<typeof EVIDENCE_PIECE>['value'];
type KindName = (typeof EVIDENCE_KINDS)[number];

/** Reads evidence: one piece as a mapping, or a list of pieces that must all be met. */
export function buildEvidence(reading: Reading, tree: Tree, path: string): Evidence | undefined {
  if (tree.kind === 'list') return all(reading, tree.items, path);
  if (tree.kind !== 'mapping') {
    const message = `\`${path}\` is not evidence; expected a mapping such as { field: problem.decision } or { manual: true }.`;
    report(reading, { code: 'wrong-type', message, range: tree.range });
    return undefined;
  }
  const kind = kindOf(reading, tree, path);
  const piece = read(reading, EVIDENCE_PIECE, tree, path)?.value;
  if (!kind || !piece) return undefined;
  reportStrayQualifiers(reading, tree, kind);
  const built = BUILDERS[kind](piece, reading, { tree, path });
  return built && { ...built, ...(piece.where && { where: piece.where.value }) };
}

function all(reading: Reading, items: readonly Tree[], path: string): Evidence | undefined {
  const of = buildEach(reading, items, path);
  return of && { kind: 'all', of };
}

/** One piece that cannot be read spoils the whole: what is left must not pass for all that was asked. */
function buildEach(reading: Reading, items: readonly Tree[], path: string): readonly Evidence[] | undefined {
  const built = items.map((item, index) => buildEvidence(reading, item, `${path}[${index}]`));
  const good = built.filter(piece => piece !== undefined);
  return good.length === 0 || good.length < built.length ? undefined : good;
}

/** A piece has one kind; of several the first counts. */
function kindOf(reading: Reading, tree: MappingTree, path: string): KindName | undefined {
  const [first, second] = tree.entries.filter(entry => isKind(entry.name));
  if (!first) {
    const message = `\`${path}\` does not say what answers it; expected one of ${EVIDENCE_KINDS.join(', ')}.`;
    report(reading, { code: 'missing-field', message, range: tree.range });
  } else if (second) {
    const message = `One piece of evidence has one kind, and this one has \`${first.name}\` and \`${second.name}\`. Write a list: [{ ${first.name}: … }, { ${second.name}: … }].`;
    report(reading, { code: 'two-kinds', message, range: second.key });
  }
  return first && isKind(first.name) ? first.name : undefined;
}

function reportStrayQualifiers(reading: Reading, tree: MappingTree, kind: KindName): void {
  for (const [name, kinds] of Object.entries(EVIDENCE_QUALIFIERS) as [string, readonly KindName[]][]) {
    const entry = entryOf(tree, name);
    if (!entry || kinds.includes(kind)) continue;
    const message = `\`${name}\` means nothing with \`${kind}\`; it belongs to ${kinds.join(' or ')}.`;
    report(reading, { code: 'stray-field', severity: 'warning', message, range: entry.key });
  }
}

interface At {
  readonly tree: MappingTree;
  readonly path: string;
}

type Builder = (piece: Piece, reading: Reading, at: At) => EvidenceKind | undefined;

const BUILDERS = {
  all: (piece, reading, at) => combined('all', piece, reading, at),
  any: (piece, reading, at) => combined('any', piece, reading, at),
  field: fieldOf,
  file: fileOf,
  metric: (piece, reading, at) => metricOf(reading, piece, at.tree.range),
  metrics: (piece, reading, at) => metricOf(reading, piece, at.tree.range),
  lint: lintOf,
  notebook: notebookOf,
  data: (piece, reading, at) => dataEvidence(reading, 'data', piece, at),
  drift: (piece, reading, at) => dataEvidence(reading, 'drift', piece, at),
  runs: ({ runs }, reading, { tree }) => runs && runsEvidence(reading, runs, entryOf(tree, 'runs')?.value),
  registry: ({ registry }) => registry && registryEvidence(registry),
  fresh: ({ fresh }, reading) => fresh && freshEvidence(reading, fresh),
  command: ({ command }) => command && commandOf(command),
  effort: ({ effort }, reading) => effort && effortEvidence(reading, effort),
  timebox: ({ timebox }) => timebox && timeboxEvidence(timebox),
  looks: ({ looks }) => looks && { kind: 'looks', budget: looks.value },
  manual: () => ({ kind: 'manual' }),
} as const satisfies Record<KindName, Builder>;

function combined(kind: 'all' | 'any', piece: Piece, reading: Reading, at: At): EvidenceKind | undefined {
  const of = buildEach(reading, piece[kind]?.value ?? [], `${at.path}.${kind}`);
  return of && { kind, of };
}

function fieldOf({ field, target }: Piece): EvidenceKind | undefined {
  return field && { kind: 'field', path: field.value, target: target?.value ?? false };
}

function notebookOf({ notebook }: Piece): EvidenceKind | undefined {
  return notebook && { kind: 'notebook', paths: wordsOf(notebook) };
}

function commandOf({ value }: NonNullable<Piece['command']>): EvidenceKind | undefined {
  if (typeof value === 'string') return { kind: 'command', of: { by: 'line', line: value } };
  return value.named && { kind: 'command', of: { by: 'name', name: value.named.value } };
}

function lintOf(piece: Piece): EvidenceKind | undefined {
  return (
    piece.lint && {
      kind: 'lint',
      names: wordsOf(piece.lint),
      paths: wordsOf(piece.paths),
      severity: severityOf(piece),
    }
  );
}

function fileOf(piece: Piece): EvidenceKind | undefined {
  return (
    piece.file && {
      kind: 'file',
      paths: wordsOf(piece.file),
      sections: wordsOf(piece.sections),
      minWords: piece.min_words?.value ?? 0,
      mentions: wordsOf(piece.mentions),
    }
  );
}

function metricOf(reading: Reading, piece: Piece, range: Range): MetricEvidence | undefined {
  const of = subjectOf(reading, piece);
  if (!of) return undefined;
  const demand = demandOf(reading, piece, range);
  return {
    kind: 'metric',
    of,
    demand,
    confident: piece.confident?.value ?? false,
    ...(piece.split && { split: piece.split.value }),
  };
}

function subjectOf(reading: Reading, piece: Piece): MetricSubject | undefined {
  if (piece.metrics) {
    const { kind, with: having, named } = piece.metrics.value;
    return {
      by: 'description',
      named: wordsOf(named),
      ...(kind && { kind: kind.value as 'model' | 'operational' | 'business' }),
      ...(having && { with: having.value as 'target' | 'baseline' }),
    };
  }
  if (!piece.metric) return undefined;
  // A plain name may hold anything; only what looks like a comparison has to parse.
  const parsed = parseExpression(piece.metric.value);
  if (!parsed.ok && /[<>]|==/.test(piece.metric.value)) {
    const at = rangeWithin(reading, piece.metric, parsed.failure.span);
    report(reading, { code: 'bad-expression', message: parsed.failure.message, range: at });
    return undefined;
  }
  return { by: 'text', text: piece.metric.value };
}

function demandOf(reading: Reading, piece: Piece, range: Range): MetricDemand {
  if (piece.gap) return gapOf(reading, piece.gap, range);
  if (piece.measured_on) return { is: 'measured', on: piece.measured_on.value };
  if (piece.besides) return { is: 'besides', names: wordsOf(piece.besides) };
  if (piece.limit) {
    const entries = piece.limit.value.flatMap(({ name, content }) =>
      content ? [[name, content.value] as const] : [],
    );
    return { is: 'limit', by: Object.fromEntries(entries) };
  }
  if (piece.slices?.value) return { is: 'slices' };
  if (piece.declared?.value) return { is: 'declared' };
  return { is: piece.beats ? 'baseline' : 'target' };
}

function gapOf(reading: Reading, gap: NonNullable<Piece['gap']>, range: Range): MetricDemand {
  const [first, second, third] = wordsOf(gap.value.between);
  if (first !== undefined && second !== undefined && third === undefined) {
    return { is: 'gap', between: [first, second], max: gap.value.max?.value ?? 0 };
  }
  report(reading, {
    code: 'wrong-value',
    message: 'A gap lies between two splits; expected `between: [train, validation]`.',
    range,
  });
  return { is: 'gap', between: ['train', 'validation'], max: gap.value.max?.value ?? 0 };
}

function severityOf(piece: Piece): Severity {
  return (piece.severity?.value as Severity | undefined) ?? 'warning';
}

const isKind = (name: string): name is KindName => (EVIDENCE_KINDS as readonly string[]).includes(name);
