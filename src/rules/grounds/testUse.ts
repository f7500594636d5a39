import type { FitFact, PredictFact, ScoreFact } from '../../python/flow/facts';
import { isForecast } from '../../python/flow/effects/splits/forecasts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { lineage, sourcesOf } from '../../python/flow/rows/rows';
import { sameSite, siteKey } from '../../python/flow/site';
import { isTestName, isValidationName, roleOfPath } from './partNames';
import { says } from './says';
import { named } from '../wording';

/** Rows that something was chosen by, and the variable that held them. */
export interface Part {
  readonly rows: Rows;
  readonly features: string | undefined;
}

/**
 * What the project declares of the file counts, then which part of a data set was asked for, then the path that it was
 * read from; else what the part is called.
 */
export function isValidation(program: Program, { rows, features }: Part): boolean {
  const said = saidOf(program, rows);
  if (said !== undefined) return said;
  return hasValidationName({ features });
}

export function hasValidationName({ features }: Pick<Part, 'features'>): boolean {
  return features !== undefined && isValidationName(features);
}

/** As `isValidation`, whatever the variables are called. */
export function isSaidToBeValidation(program: Program, rows: Rows): boolean {
  return saidOf(program, rows) === true;
}

function saidOf(program: Program, rows: Rows): boolean | undefined {
  const roles = rolesOf(rows);
  if (roles.length > 0) return roles.includes('validation');
  const given = givenRole(rows);
  if (given) return given === 'validation';
  if (isReadAs(rows, 'test')) return false;
  return isReadAs(rows, 'validation') && !tellsTestScores(program) ? true : undefined;
}

export function isTest({ rows, features }: Part): boolean {
  return (
    rolesOf(rows).includes('test') ||
    givenRole(rows) === 'test' ||
    isReadAs(rows, 'test') ||
    (features !== undefined && isTestName(features))
  );
}

/** `flow_from_directory('data/validation')` is the validation part, whatever the variable is called. */
function isReadAs(rows: Rows, role: 'validation' | 'test'): boolean {
  const sources = sourcesOf(rows);
  if (sources.length === 0) return false;
  // What is cut out of the test file may be meant for choosing.
  if (role === 'test' && lineage(rows).some(isCut)) return false;
  return sources.every(({ path }) => path !== undefined && roleOfPath(path) === role);
}

function isCut(rows: Rows): boolean {
  return rows.kind === 'part' || (rows.kind === 'sub' && rows.by.by !== 'missing');
}

/** Words for a part that is called a validation part, and is read from a file or folder called test. */
export function readAsTest({ rows, features }: Part): string {
  const called = features !== undefined && isValidationName(features) && !isTestName(features);
  const [source] = sourcesOf(rows);
  if (!called || source?.path === undefined || !isReadAs(rows, 'test')) return '';
  return ` ${named(features)} is read from ${named(source.path)}: by its file it is the test part, whatever it is called.`;
}

/** A number is shown to be the test score, wherever its rows were read. */
export const tellsTestScores = says(
  /["'][^"'\n]*\btest(ing)?[ _-]*(set|data)?[ _-]*(acc(uracy)?|score|loss|f1|auc|error|mse|rmse|r2|performance)/i,
);

/** The same for a validation. */
export const tellsValidationScores = says(
  /["'][^"'\n]*\bvalidation[ _-]*(set|data)?[ _-]*(acc(uracy)?|score|loss|f1|auc|error|mae|mse|rmse|r2|performance)/i,
);

/** `MNIST(root, train=False)` is the test part, whatever it is called; a part of it is what it is made for. */
function givenRole(rows: Rows): 'test' | 'validation' | undefined {
  if (rows.kind === 'either') {
    const [role, ...others] = new Set(rows.members.map(givenRole));
    return others.length === 0 ? role : undefined;
  }
  if (rows.kind !== 'part' || rows.split.assigns !== 'as-given') return undefined;
  return rows.index === 1 ? 'test' : rows.index === 2 ? 'validation' : undefined;
}

function rolesOf(rows: Rows): readonly string[] {
  return sourcesOf(rows).flatMap(({ role }) => (role === 'validation' || role === 'test' ? [role] : []));
}

/** Parted from the training rows by a split into two, or called the test part and not what the model learned from. */
export function isHeldOut(program: Program, part: Part, fit: FitFact): boolean {
  const parting = program.parting(part.rows, fit.rows);
  if (parting) return parting.form !== 'folds';
  return isTest(part) && !program.contains(fit.rows, part.rows) && !program.descends(part.rows, fit.rows);
}

/** A fold of a cross-validation that runs in the program: it is there for choosing. */
export function isFold(program: Program, { rows }: Part, fit: FitFact): boolean {
  return program.parting(rows, fit.rows)?.form === 'folds';
}

/**
 * Is another part scored, or predicted for somebody else to score? Then this one is for choosing. Rows that are
 * written in the program are examples, not a part, and what comes after the last row has no answers yet.
 */
export function anotherPart(
  program: Program,
  part: Part,
  after: number,
  own: readonly ScoreFact[] = [],
): boolean {
  const used: readonly Measured[] = [...program.all('score'), ...program.all('predict')];
  return used.some(
    other =>
      other.order > after &&
      !program.contains(part.rows, other.rows) &&
      !program.contains(other.rows, part.rows) &&
      !program.contains(other.fit.rows, other.rows) &&
      !own.some(score => score.rows === other.rows) &&
      !isWritten(other.rows) &&
      !(isTest(part) && isValidation(program, other) && isMeasuredBefore(other, after, used)) &&
      !isForecast(other.rows) &&
      !sharesRows(program, part.rows, other.rows),
  );
}

/** The place measured before as well: a validation part that each round of a loop looks at has no last word. */
function isMeasuredBefore({ site }: Measured, after: number, used: readonly Measured[]): boolean {
  return used.some(earlier => earlier.order < after && sameSite(earlier.site, site));
}

type Measured = ScoreFact | PredictFact;

function isWritten(rows: Rows): boolean {
  const sources = sourcesOf(rows);
  return sources.length > 0 && sources.every(source => source.kind === 'literal');
}

/** Another round's part of the same split, which is the same part, or a part of another split of the same rows. */
function sharesRows(program: Program, a: Rows, b: Rows): boolean {
  if (!sourcesOf(a).some(source => sourcesOf(b).includes(source)) || program.disjoint(a, b)) return false;
  const [x, y] = [partsOf(a), partsOf(b)];
  if (x.some(one => y.some(other => samePart(one, other)))) return true;
  return x.some(one => y.some(other => one.split !== other.split && !program.disjoint(one, other)));
}

type SplitPart = Extract<Rows, { kind: 'part' }>;

function partsOf(rows: Rows): readonly SplitPart[] {
  return lineage(rows).filter(one => one.kind === 'part');
}

function samePart(a: SplitPart, b: SplitPart): boolean {
  return siteKey(a.split.site) === siteKey(b.split.site) && a.index === b.index;
}
