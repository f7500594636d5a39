import type { Range } from '../../base/place';
import { roleAmong } from '../../base/split-roles';
import { RULE_GROUPS } from '../../base/groups';
import { isFunctionName } from '../../manifest/expression/ast';
import { fieldHelp } from '../completion/names';
import { FUNCTION_HELP } from '../completion/expressions';
import { cursorAt } from '../cursor';
import type { Document } from '../document';
import { code, plain, sentence } from '../markdown';
import type { Subject } from '../mentions';
import { dotted, mentionAt } from '../mentions';
import { slotsAt } from '../slots';
import type { Surroundings } from '../surroundings';
import { metricHover } from './metric';
import { pathHover } from './path';
import { criterionHover, ruleOfCriterion, stageHover } from './stage';

export interface Hover {
  /** Paragraphs, joined by blank lines. */
  readonly markdown: string;
  readonly range: Range;
  /** The page that says more: a rule's, or `manifest` for all fields. */
  readonly page?: string;
}

/** What the word at an offset means, and how things stand with it. */
export async function hover(
  document: Document,
  offset: number,
  around: Surroundings,
): Promise<Hover | undefined> {
  const mention = mentionAt(document, offset);
  if (!mention) return valueHover(document, offset);
  const paragraphs = await words(mention.subject, around);
  const page = pageOf(mention.subject, around);
  return {
    markdown: paragraphs.join('\n\n'),
    range: document.lines.rangeOf(mention.span),
    ...(page !== undefined && { page }),
  };
}

/** A value without a meaning of its own is explained by its field. */
function valueHover(document: Document, offset: number): Hover | undefined {
  const cursor = cursorAt(document.text, document.root, offset);
  if (!cursor?.value || cursor.word.start === cursor.word.end) return undefined;
  const field = slotsAt(document, cursor.path)[0]?.field;
  if (!field) return undefined;
  const markdown = [`**${plain(dotted(cursor.path))}**`, fieldHelp(field)].join('\n\n');
  return { markdown, range: document.lines.rangeOf(cursor.word), page: 'manifest' };
}

function pageOf(subject: Subject, around: Surroundings): string | undefined {
  switch (subject.kind) {
    case 'known-field':
      return 'manifest';
    case 'rule':
    case 'rule-or-group':
      return around.rules.find(({ id }) => id === subject.name)?.id;
    case 'criterion':
      return ruleOfCriterion(subject.stage, subject.name, around);
    default:
      return undefined;
  }
}

async function words(subject: Subject, around: Surroundings): Promise<readonly string[]> {
  switch (subject.kind) {
    case 'known-field':
      return [`**${plain(subject.path)}**`, fieldHelp(subject.field)];
    case 'metric':
      return metricHover(subject.name, around);
    case 'stage':
      return stageHover(subject.name, around);
    case 'criterion':
      return criterionHover(subject.stage, subject.name, around);
    case 'rule':
    case 'rule-or-group':
      return ruleHover(subject.name, around);
    case 'path':
      return pathHover(subject.name, around);
    case 'column':
      return columnHover(subject.name, subject.in, around);
    case 'lifecycle':
      return lifecycleHover(subject.name, around);
    case 'field':
      return fieldHover(subject.name, around);
    case 'split':
      return splitHover(subject.name, around);
    case 'function':
      return isFunctionName(subject.name) ? [FUNCTION_HELP[subject.name]] : [];
    case 'unit':
    case 'kind-of-error':
    case 'rule-word':
      return [`**${plain(subject.name)}**`];
  }
}

function ruleHover(name: string, { rules }: Surroundings): readonly string[] {
  const rule = rules.find(({ id }) => id === name);
  if (rule) return [`**${rule.id}** (${rule.code})`, rule.summary];
  const group = Object.entries(RULE_GROUPS).find(([id]) => id === name);
  return [
    `**${plain(name)}**`,
    group ? `Group of rules: ${group[1].title}.` : 'This version has no such rule.',
  ];
}

function lifecycleHover(name: string, around: Surroundings): readonly string[] | Promise<readonly string[]> {
  const builtin = around.lifecycles.find(({ id }) => id === name);
  if (!builtin) return pathHover(name, around);
  const stages =
    around.lifecycle?.id === name ? around.lifecycle.stages.map(({ title }) => plain(title)).join(' → ') : '';
  return [`**${plain(builtin.title)}**`, plain(builtin.summary), ...(stages === '' ? [] : [stages])];
}

function fieldHover(path: string, { manifest }: Surroundings): readonly string[] {
  const field = manifest.fields.get(path);
  const says = field?.filled ? `Says: ${plain(field.text.slice(0, 200))}` : 'It is not filled in.';
  return [`Field **${plain(path)}** of the manifest`, says];
}

function splitHover(name: string, { manifest }: Surroundings): readonly string[] {
  const split = manifest.declarations.splits.find(one => one.name === name);
  const said = split ? `${code(split.path)}, for ${split.role}.` : valueSplitHover(name, manifest);
  return [`Split **${plain(name)}**`, said];
}

/** Of one table, rows with a value of the column that divides it. */
function valueSplitHover(name: string, { data }: Surroundings['manifest']): string {
  const { split } = data;
  if (split?.by !== 'column') return 'The manifest declares no such split under `data.splits`.';
  return `Rows whose ${code(split.column)} is ${code(name)}, for ${roleAmong(split.roles, name)}.`;
}

async function columnHover(
  name: string,
  path: string | undefined,
  around: Surroundings,
): Promise<readonly string[]> {
  const columns = await around.columns(path);
  const files = [...new Set(columns.filter(column => column.name === name).map(({ file }) => file))];
  if (files.length > 0) return [`Column **${plain(name)}**`, `In ${files.map(code).join(', ')}.`];
  const reason =
    columns.length > 0
      ? 'None of the tables that could be read has it.'
      : 'No table could be read whose columns are known.';
  return [`Column **${plain(name)}**`, sentence(reason)];
}
