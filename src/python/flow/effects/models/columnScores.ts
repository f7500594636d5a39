import {
  allTaints,
  constantOf,
  contentOf,
  dataOf,
  derive,
  newData,
  scalar,
  taintsIn,
  withTaints,
} from '../../data';
import type { StatClass } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import type { Rows } from '../../rows/rows';
import { sourcesOf } from '../../rows/rows';
import type { Site } from '../../site';
import type { StatTaint, Taint, Taints } from '../../taint';
import { CLEAN, mapTaints, unite } from '../../taint';
import type { Content, Data, Estimator, Value } from '../../value';
import { rowsOf } from '../scores/scoring';
import { learn, shortText } from './statistics';

/**
 * Scores of columns, and what is done with them: `df.corr()['price']`, `mutual_info_classif(X, y)`,
 * `forest.feature_importances_` give a value without rows; whoever picks columns by it gets its statistic.
 */

/** Answers that were passed as such: nothing need be known of their column. */
export const GIVEN = '‹given›';

const SELECTIONS: readonly StatClass[] = ['supervised-selection', 'unsupervised-selection'];

function ofSelection(taint: Taint): taint is StatTaint {
  return taint.kind === 'stat' && SELECTIONS.includes(taint.cls);
}

/** Scores by which columns were named. */
export function scoresIn(m: Machine, index: Value | undefined): Taints {
  const taints = taintsIn(m, index);
  return taints.length === 0 ? taints : taints.filter(ofSelection);
}

/** Scores of columns in what a value carries. */
export function scoresAmong(data: Data): Taints {
  return allTaints(data).filter(ofSelection);
}

/**
 * Columns that are asked for by their names: that others were left out by their scores says nothing of these. What a
 * transformer selected has no names.
 */
export function withoutChoice(taints: Taints): Taints {
  return taints.every(isNoChoice) ? taints : taints.filter(isNoChoice);
}

export function isNoChoice(taint: Taint): boolean {
  return !ofSelection(taint) || taint.transformer !== undefined;
}

/** A table of which some columns were picked by scores. */
export function withScores(m: Machine, result: Value, by: Taints): Value {
  const data = by.length > 0 ? dataOf(m, result) : undefined;
  return data ? derive(m, data, { ...withTaints(data, by), symbol: data.symbol, of: data.of }) : result;
}

interface Scoring {
  readonly cls: StatClass;
  readonly rows: Rows;
  readonly how: string;
  readonly against: readonly string[];
}

function scoresOf(m: Machine, scoring: Scoring, site: Site): Value {
  return scalar(m, [learn(m, { ...scoring, site, label: shortText(m, site, scoring.how) })]);
}

/** `df.corr()`, `a.corr(b)`, `X.corrwith(y)` */
export function correlation(m: Machine, data: Data, name: string, info: CallInfo): Value {
  const other = dataOf(m, info.args.positional[0] ?? info.args.named.get('other'));
  if (data.form === 'groups' || isCompared(allTaints(data)) || isCompared(other?.taints ?? CLEAN))
    return scalar(m);
  if (!other) {
    return scoresOf(
      m,
      { cls: 'unsupervised-selection', rows: data.rows, how: 'corr', against: [] },
      info.site,
    );
  }
  const against = [data, other].flatMap(one => one.column ?? []);
  return scoresOf(m, { cls: 'supervised-selection', rows: data.rows, how: name, against }, info.site);
}

/** A correlation of predictions with answers is a score, not a property of columns. */
function isCompared(taints: Taints): boolean {
  return taints.some(taint => taint.kind === 'pred' || taint.kind === 'compared');
}

/** `mutual_info_classif(X, y)`, `pearsonr(a, b)`, `variance_inflation_factor(X, i)` */
export function scoreColumns(
  m: Machine,
  name: string,
  entry: { readonly learns: StatClass; readonly answers: 'second' | 'either' | 'none' },
  info: CallInfo,
): Value {
  const { positional, named } = info.args;
  const features = positional[0] ?? named.get('X') ?? named.get('x');
  const answers = positional[1] ?? named.get('y');
  const rows = rowsOf(m, features, info.site);
  if (!rows || isCompared(taintsIn(m, features)) || isCompared(taintsIn(m, answers))) return scalar(m);
  const columns = [features, answers].flatMap(one => dataOf(m, one)?.column ?? []);
  const either = isApart(m, features, answers) ? [GIVEN] : columns;
  const against = { second: [GIVEN], either, none: [] }[entry.answers];
  const how = name.split('.').pop() ?? name;
  const cls = entry.answers === 'either' && !answers ? 'unsupervised-selection' : entry.learns;
  return scoresOf(m, { cls, rows, how, against }, info.site);
}

/** `np.corrcoef(X[:, j], y)`, where `y` was loaded by itself and its column has no name: who keeps values apart from the table keeps answers. */
function isApart(m: Machine, features: Value | undefined, answers: Value | undefined): boolean {
  const [table, column] = [dataOf(m, features), dataOf(m, answers)];
  if (!table || !column || column.column !== undefined) return false;
  const sources = sourcesOf(table.rows);
  const others = sourcesOf(column.rows);
  return others.length > 0 && others.every(one => one.kind === 'load' && !sources.includes(one));
}

/** `forest.feature_importances_`, `lasso.coef_`: what a fitted model thinks of its columns. */
export function importances(m: Machine, { fit }: Estimator, how: string, site: Site): Value {
  if (!fit) return scalar(m);
  return scoresOf(m, { cls: 'supervised-selection', rows: fit.rows, how, against: [GIVEN] }, site);
}

const IMPORTANCES =
  /^(feature_importances_|coef_|pvalues|tvalues|feature_importance|get_feature_importance|get_score|get_fscore)$/;

export function tellsImportance(attribute: string): boolean {
  return IMPORTANCES.test(attribute);
}

/** `permutation_importance(model, X, y)`: scores of columns over these rows. */
export function permuted(m: Machine, name: string, info: CallInfo): Value {
  const rows = rowsOf(m, info.args.positional[1] ?? info.args.named.get('X'), info.site);
  const how = name.split('.').pop() ?? name;
  if (!rows) return scalar(m);
  return scoresOf(m, { cls: 'supervised-selection', rows, how, against: [GIVEN] }, info.site);
}

/** What a fitted transformer tells: `sel.get_support()`, `pca.components_`, `kmeans.labels_`. */
export function learnedAttribute(m: Machine, { learned }: Estimator, attr: string): Value {
  if (!learned) return scalar(m);
  if (/^(labels_|negative_outlier_factor_|embedding_)$/.test(attr))
    return newData(m, {
      form: attr === 'embedding_' ? 'table' : 'column',
      rows: learned.rows,
      taints: [learned],
    });
  return scalar(m, [learned]);
}

/**
 * `corr['price']`, `table['price']`: the column of a table of statistics that is looked at says what they are
 * statistics of.
 */
export function columnOfStatistics(m: Machine, taints: Taints, index: Value): Taints {
  const name = nameIn(m, index);
  if (name === undefined || !taints.some(isWholeTable)) return taints;
  return taints
    .map((taint): Taint => {
      if (!isWholeTable(taint)) return taint;
      const correlated = taint.how === 'corr';
      return learn(m, {
        ...taint,
        cls: correlated ? 'supervised-selection' : taint.cls,
        column: correlated ? undefined : name,
        against: correlated ? [name] : [],
      });
    })
    .sort((a, b) => a.id - b.id);
}

function isWholeTable(taint: Taint): taint is StatTaint {
  if (taint.kind !== 'stat' || taint.transformer) return false;
  return taint.how === 'corr' ? taint.against.length === 0 : taint.grouped && taint.column === undefined;
}

function nameIn(m: Machine, index: Value): string | undefined {
  const content = contentOf(m, index);
  const items = content?.tag === 'sequence' && !content.rest ? content.items : [index];
  const names = items.map(item => constantOf(item)).filter(item => typeof item === 'string');
  return names.length === 1 ? names[0] : undefined;
}

/**
 * `if abs(score[c]) > 0.1: kept.append(c)`: what a branch wrote, whose condition looked at scores of columns, was chosen by
 * them.
 */
export function notePicked(
  m: Machine,
  test: Value,
  cells: Iterable<number>,
  objects: ReadonlyMap<number, unknown>,
): void {
  const by = scoresIn(m, test);
  if (by.length === 0) return;
  for (const cell of cells) {
    const value = m.store.read(cell);
    if (value) m.store.write(cell, chosenBy(m, value, by));
  }
  for (const [id, before] of objects) {
    const content = m.store.content(id);
    if (before === undefined || !content) continue;
    if (content.tag === 'data') m.store.update(id, { ...content, ...withTaints(content, by) });
    if (content.tag !== 'sequence') continue;
    const items = content.items.map(item => chosenBy(m, item, by));
    m.store.update(id, { ...content, items, rest: content.rest && chosenBy(m, content.rest, by) });
  }
}

function chosenBy(m: Machine, value: Value, by: Taints): Value {
  if (value.tag === 'const') return { ...value, taints: unite(value.taints ?? CLEAN, by) };
  if (value.tag === 'scalar') return { ...value, taints: unite(value.taints, by) };
  const data = dataOf(m, value);
  return data && data.form !== 'unknown' ? derive(m, data, { ...data, ...withTaints(data, by) }) : value;
}

/** Did scores of columns look at the answers: at those that they were given, or at the column that is predicted? */
export function isAgainst({ against, transformer }: StatTaint, target: string | undefined): boolean {
  if (transformer !== undefined || against.includes(GIVEN)) return true;
  return target !== undefined && against.includes(target);
}

/** `corr > 0.3`: each column stays or goes by its own correlation and a number that is written in the program. */
export function heldAgainst(m: Machine, operator: string, values: readonly Value[], taints: Taints): Taints {
  if (!/^[<>]=?$/.test(operator) || !values.some(isWrittenNumber)) return taints;
  return mapTaints(taints, taint =>
    isCorrelation(taint) && !taint.cut
      ? m.taints.add(`cut ${taint.id}`, id => ({ ...taint, id, cut: taint }))
      : taint,
  );
}

/** `corr[corr > 0.3]`: what is left of the scores was cut. */
export function afterCut(taints: Taints): Taints {
  const cut = taints.flatMap(taint => (taint.kind === 'stat' && taint.cut ? [taint.cut] : []));
  return cut.length === 0 ? taints : taints.filter(taint => !cut.some(one => one === taint));
}

/** `corr[corr > 0.3].nlargest(10)`, `corr[corr > 0.3][:10]`: which columns stay depends on the others' scores after all. */
export function afterRanking(taints: Taints): Taints {
  return mapTaints(taints, taint => (taint.kind === 'stat' ? (taint.cut ?? taint) : taint));
}

const CORRELATIONS: ReadonlySet<string> = new Set(['corr', 'corrwith', 'corrcoef']);

function isCorrelation(taint: Taint): taint is StatTaint {
  return taint.kind === 'stat' && taint.cls === 'supervised-selection' && CORRELATIONS.has(taint.how);
}

/** What a loop or a search tries is not one number. */
function isWrittenNumber(value: Value): boolean {
  return value.tag === 'const' && typeof value.value === 'number' && (value.taints ?? CLEAN).length === 0;
}

/** A table of scores of columns holds no observations. */
export function tableOfScores(m: Machine, input: Value | undefined): Value | undefined {
  const content = contentOf(m, input);
  if (input?.tag !== 'scalar' && content?.tag !== 'dictionary' && !isListOfScores(m, content))
    return undefined;
  const scores = scoresIn(m, input);
  if (scores.length === 0) return undefined;
  return input?.tag === 'scalar' ? input : scalar(m, scores);
}

/** `[list(X.columns), scores, pvalues]`: the scores of all columns beside each other, with their names. */
function isListOfScores(m: Machine, content: Content | undefined): boolean {
  if (content?.tag !== 'sequence' || content.rest || content.items.length < 2) return false;
  return content.items.some(item => item.tag === 'scalar' && !item.names && scoresIn(m, item).length > 0);
}
