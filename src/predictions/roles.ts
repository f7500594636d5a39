import { didYouMean, nearest } from '../base/nearest';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { ALIASES, classInName, isCluster, plainName } from './aliases';
import type { Role, RoleSource } from './evaluation';
import { labelFamilies } from './families';
import type { Head, HeadColumn } from './head';
import type { PredictionsRequest, StatedColumns } from './request';

/** Which columns of a file are what. */
export interface Roles {
  readonly columns: Readonly<Partial<Record<Exclude<Role, 'scores'>, readonly string[]>>>;
  /** Probabilities by class. */
  readonly scores: readonly { readonly class: string; readonly column: string }[];
  readonly sources: readonly RoleSource[];
  /** What was taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
}

/** @returns the roles, or a sentence on a column that the manifest names and the file lacks */
export function rolesIn(head: Head, request: PredictionsRequest): Result<Roles, string> {
  const lacking = missingColumn(head, request.columns);
  if (lacking !== undefined) return fail(lacking);
  const taken = new Set<string>();
  const finding: Finding = { head, request, taken, sources: [], assumptions: [], columns: {} };
  for (const [role, columns] of stated(request)) take(finding, role, columns, 'manifest');
  families(finding);
  const scores = scoresIn(finding);
  for (const role of Object.keys(ALIASES) as (keyof typeof ALIASES)[]) byName(finding, role);
  if (scores.length === 0) clusters(finding);
  slices(finding);
  const { columns, sources, assumptions } = finding;
  return ok({ columns, scores, sources, assumptions });
}

interface Finding {
  readonly head: Head;
  readonly request: PredictionsRequest;
  readonly taken: Set<string>;
  readonly sources: RoleSource[];
  readonly assumptions: string[];
  readonly columns: Partial<Record<Exclude<Role, 'scores'>, readonly string[]>>;
}

type Single = Exclude<Role, 'scores'>;

function stated({ columns, truth }: PredictionsRequest): [Single, readonly string[]][] {
  const { scores: _, ...single } = columns;
  const pairs = Object.entries(single) as [Single, readonly string[]][];
  // Truth that stands in another file is no column of this one.
  return pairs.filter(([role]) => role !== 'y_true' || !truth);
}

function missingColumn(head: Head, { scores = [], ...single }: StatedColumns): string | undefined {
  const named = [
    ...Object.entries(single).flatMap(([role, columns]) => columns.map(column => ({ role, column }))),
    ...scores.map(({ column }) => ({ role: 'y_score', column })),
  ];
  const lacking = named.find(({ column }) => !head.has(column));
  if (!lacking) return undefined;
  const known = [...head.keys()];
  const shown = known.slice(0, MOST_NAMED).join(', ') + (known.length > MOST_NAMED ? ' …' : '');
  return `it has no column \`${lacking.column}\`, which \`data.predictions.${lacking.role}\` names.${didYouMean(nearest(lacking.column, known))} It has ${shown}`;
}

const MOST_NAMED = 12;

function take(finding: Finding, role: Single, columns: readonly string[], by: RoleSource['by']): void {
  finding.columns[role] = columns;
  finding.sources.push({ role, columns, by });
  for (const column of columns) finding.taken.add(column);
}

/** Several labels a row, each in columns of its own, where no single column says what is true. */
function families(finding: Finding): void {
  const { head, request, taken, columns } = finding;
  const isSingle = [...head.keys()].some(name => ALIASES.y_true.some(alias => plainName(name) === alias));
  if (columns.y_true || request.truth || isSingle || (request.task ?? 'multilabel') !== 'multilabel') return;
  if (request.target !== undefined && head.has(request.target)) return;
  const found = labelFamilies(head, taken);
  if (!found) return;
  for (const role of ['y_true', 'y_pred', 'y_score'] as const) {
    const own = found[role];
    if (own && !columns[role]) take(finding, role, own, 'name');
  }
}

/** Columns of probabilities by class: as stated, or at least two that are called so. */
function scoresIn(finding: Finding): Roles['scores'] {
  const { head, request, taken, columns, sources } = finding;
  const own = request.columns.scores;
  const found =
    own ??
    [...head.values()].flatMap(({ name, isNumeric }) => {
      const of = classInName(name);
      return of !== undefined && isNumeric && !taken.has(name) ? [{ class: of, column: name }] : [];
    });
  if (found.length < 2 || (!own && columns.y_score)) return [];
  for (const { column } of found) taken.add(column);
  sources.push({
    role: 'scores',
    columns: found.map(({ column }) => column),
    by: own ? 'manifest' : 'name',
  });
  return found;
}

function byName(finding: Finding, role: keyof typeof ALIASES): void {
  const { head, request, taken, columns, assumptions } = finding;
  if (columns[role] || (role === 'y_true' && request.truth)) return;
  const preferred = preferredNames(request, role).filter(name => head.has(name) && !taken.has(name));
  const free = [...head.keys()].filter(name => !taken.has(name));
  const aliases: readonly string[] = ALIASES[role];
  const called = aliases.flatMap(alias => free.filter(name => plainName(name) === alias));
  const [column, second] = [...new Set([...preferred, ...called])];
  if (column === undefined) return;
  take(finding, role, [column], preferred.includes(column) ? 'manifest' : 'name');
  if (second !== undefined && (role === 'y_true' || role === 'y_pred' || role === 'y_score'))
    assumptions.push(
      `\`${column}\` is taken for \`${role}\`, not \`${second}\`; \`data.predictions.${role}\` in the manifest decides.`,
    );
}

/** A column of clusters, where nothing else was predicted. */
function clusters(finding: Finding): void {
  const { head, taken, columns } = finding;
  if (columns.y_pred || columns.y_score) return;
  const found = [...head.keys()].find(name => !taken.has(name) && isCluster(name));
  if (found !== undefined) take(finding, 'y_pred', [found], 'name');
}

/** What the manifest says of the data as a whole. */
function preferredNames(
  { target, groups }: PredictionsRequest,
  role: keyof typeof ALIASES,
): readonly string[] {
  if (role === 'y_true') return target === undefined ? [] : [target];
  return role === 'group' ? groups : [];
}

/** Without declared ones, columns of a few words. */
function slices(finding: Finding): void {
  const { head, request, taken, columns } = finding;
  if (columns.slices) return;
  const declared = request.slices.filter(name => head.has(name));
  if (request.slices.length > 0) {
    if (declared.length > 0) take(finding, 'slices', declared, 'manifest');
    return;
  }
  const found = [...head.values()].filter(column => !taken.has(column.name) && isFewWords(column));
  if (found.length > 0)
    take(
      finding,
      'slices',
      found.slice(0, MOST_GUESSED).map(({ name }) => name),
      'values',
    );
}

const MOST_GUESSED = 5;
const MOST_WORDS = 12;

function isFewWords({ distinct, isNumeric, isList, present }: HeadColumn): boolean {
  const few = distinct.size >= 2 && distinct.size <= MOST_WORDS && present >= 10 * distinct.size;
  return few && !isNumeric && !isList;
}
