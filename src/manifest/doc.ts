import { expectation } from './read/scalars';
import { EVIDENCE_PIECE } from './schema/evidence';
import { MANIFEST } from './schema/manifest';
import type { Field, FieldTable, Type } from './schema/types';

/** The reference of the manifest as Markdown, one section for each part that has fields. */
export function renderManifestDoc(): string {
  const parts = Object.entries(MANIFEST.table).flatMap(([name, field]) => sections(name, field, 2));
  return [INTRODUCTION, EDITOR, topSection(), ...parts, evidenceSection(), EXPRESSIONS].join('\n\n') + '\n';
}

function topSection(): string {
  const plain = Object.entries(MANIFEST.table).filter(([, field]) => !tableOf(field.type));
  return ['## Top', fieldTable(Object.fromEntries(plain))].join('\n\n');
}

/** A section for a field that holds fields, and those of its fields that do. */
function sections(path: string, field: Field, level: number): readonly string[] {
  const inner = tableOf(field.type);
  if (!inner) return [];
  const head = [`${'#'.repeat(level)} ${path}`, `${field.doc}${wordKey(field.type)}${wordExamples(field)}`];
  const below = Object.entries(inner).flatMap(([name, own]) =>
    sections(
      `${path}.${field.type.kind === 'map' ? `<${field.type.key}>.` : ''}${name}`,
      own,
      Math.min(level + 1, 4),
    ),
  );
  return [[...head, fieldTable(inner)].join('\n\n'), ...below];
}

function evidenceSection(): string {
  const below = Object.entries(EVIDENCE_PIECE.table).flatMap(([name, field]) =>
    sections(`evidence.${name}`, field, 3),
  );
  return [
    '## Evidence',
    'What answers a criterion: one piece, or a list of pieces of which all must be met. A piece names one kind and what qualifies it.',
    fieldTable(EVIDENCE_PIECE.table),
    ...below,
  ].join('\n\n');
}

function fieldTable(table: FieldTable): string {
  const rows = Object.entries(table).map(([name, field]) => {
    const example = field.examples?.map(text => `\`${cell(text)}\``).join(', ') ?? '';
    return `| \`${name}\`${field.required ? ' (required)' : ''} | ${cell(wordType(field.type))} | ${cell(field.doc)} | ${example} |`;
  });
  return ['| field | value | what it says | example |', '|---|---|---|---|', ...rows].join('\n');
}

/** The fields inside a type, whichever way it holds them. */
function tableOf(type: Type): FieldTable | undefined {
  if (type.kind === 'fields') return type.table;
  if (type.kind === 'map') return tableOf(type.of);
  if (type.kind === 'list') return tableOf(type.of);
  if (type.kind === 'either') return type.of.map(tableOf).find(table => table !== undefined);
  return undefined;
}

function wordType(type: Type): string {
  return tableOf(type) ? (type.kind === 'list' ? 'a list, see below' : 'see below') : expectation(type);
}

function wordKey(type: Type): string {
  return type.kind === 'map' ? ` A mapping: for each ${type.key}, its name and these fields.` : '';
}

function wordExamples({ examples }: Field): string {
  return examples ? ` For example ${examples.map(text => `\`${text}\``).join(', ')}.` : '';
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const INTRODUCTION = `# The manifest: \`holdout.yaml\`

<!-- Derived from the schema table by \`npm run derive\`: do not edit. -->

One file in the folder of a project says what the project is about. Three lines are enough:

\`\`\`yaml
version: 1
name: Card fraud screening
lifecycle: nine-stage
\`\`\`

Every other line is optional and turns something on. Paths are relative to the manifest and stay below its folder. A
mistake is reported where it is, and the rest of the file counts all the same. A field counts as filled in once its text is
your own: \`TODO\`, \`tbd\`, \`…\` and the like do not.`;

const EDITOR = `## In the editor

Open in VS Code, a manifest and a lifecycle of your own are completed, explained and checked while they are typed, also where
the YAML is broken for the moment; no other extension is needed.

- **Completion** knows the fields at the cursor, stages and criteria of your lifecycle, rules, paths, the columns of the data
  files under \`data\`, and the metrics that your runs really report, also inside expressions. Runs are read when the manifest is saved.
- **Hover** says what a field is for, how a criterion stands and why, and what a metric is now and where that was read.
- **Go to Definition** leads from a path to its file, from \`kpi.csv#column\` and a column's name to the header, from a metric in an
  expression to its declaration or its value. **Rename** renames a metric here and in your lifecycle. The name is what is looked up
  in the runs: to show a metric under another name, keep it in \`expr\`.
- **Quick fixes** rename, quote, remove or add what a problem is about, and begin a document that a criterion asks for.
- **Code lenses** show how stages and metrics stand; \`holdout.codeLens.enable\` turns them off.

Where the YAML extension by Red Hat is installed, it is given a schema that leaves everything open, so that fields are not
offered or checked twice; that the text is no YAML, both say. For other editors, \`schemas/holdout.schema.json\` describes every field.`;

const EXPRESSIONS = `## Expressions

Metrics are computed from metrics by \`+ - * /\`, parentheses, \`abs\`, \`min\` and \`max\`, and compared by \`>=\`, \`>\`, \`<=\`, \`<\` and
\`==\`. A name stands as it is or, where it holds anything but letters, digits, \`_\`, \`.\` and \`@\`, in backticks. Brackets narrow it
down by \`split\`, \`run\` and \`slice.<column>\`:

\`\`\`yaml
metrics:
  f1_gap: { expr: "f1[split=train] - f1[split=validation]", max: 0.05 }
  worst: { expr: "min(recall[slice.country=SE], \`mAP50(B)\`[split=test])", min: 0.7 }
\`\`\`

A comparison that begins with \`>\` needs quotes, since YAML takes \`>\` for the start of a block of text: \`target: ">= 0.80"\`.`;
