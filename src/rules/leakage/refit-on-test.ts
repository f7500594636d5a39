import type { Severity } from '../../base/finding';
import type { FitFact, PredictFact, StatClass } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows, Source } from '../../python/flow/rows/rows';
import { sourcesOf } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { sameSite, siteKey } from '../../python/flow/site';
import type { StatTaint } from '../../python/flow/taint';
import { taintsOf } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { distinctSteps, named, origin, sourceSteps } from '../wording';

/** One way of preparing was learned twice: from the rows of a fit, and again from the rows that this fit is asked about. */
interface Match {
  readonly onTrain: StatTaint;
  readonly onTest: StatTaint;
  readonly prediction: PredictFact;
  /** What was learned again in the same way elsewhere, of other columns most often. */
  readonly more: readonly Match[];
}

export const refitOnTest = defineRule<Match>({
  id: 'refit-on-test',
  code: 'A7',
  group: 'leakage',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find: program => program.all('predict').flatMap(prediction => learnedTwice(program, prediction)),

  guards: {
    // The largest pixel of images is 255 in every part.
    'the range of pixels': ({ onTest }) => isPixelRange(onTest),
    'statistics of two columns': ({ onTrain, onTest }) =>
      onTrain.column !== undefined && onTest.column !== undefined && onTrain.column !== onTest.column,
    // It was learned from both: what differs is beside what the model was fitted on.
    'the predicted rows carry it too': ({ onTrain, prediction }) => prediction.taints.includes(onTrain),
    // Another data set with a fit of its own, by one of several models: which of its fits predicts is not known.
    'another fit may predict': ({ prediction }, program) => mayBeOfAnotherFit(prediction, program),
    // A table with other columns than the model was fitted on is an error: no number comes of it.
    'dummies that the model refuses or knows': ({ onTest }) => isDummies(onTest),
    // Fewer of them are fewer columns, which the model refuses, and others are refused where they are coded.
    'categories that the training part coded': match => isOneHot(match.onTest) && isCodedBefore(match),
  },

  merge(matches, program) {
    const places = onePer(matches, match => siteKey(placeOf(match)));
    const join = (known: Match, next: Match): Match => ({ ...known, more: [...known.more, next] });
    return onePer(places, match => lessonOf(match, program), join);
  },

  word(match, program) {
    return {
      span: placeOf(match),
      severity: severityOf(match, program),
      message: messageOf(match, program),
      path: pathOf(match, program),
    };
  },

  fix({ onTrain, onTest, more }) {
    const [train, test] = [onTrain.transformer, onTest.transformer];
    // One object that was fitted on several columns keeps what the last one taught.
    if (more.length > 0) return undefined;
    if (!train || !test || train.object !== test.object || test.method !== 'fit_transform') return undefined;
    if (sameSite(onTrain.site, onTest.site) || onTrain.id > onTest.id) return undefined;
    // `transform` takes the rows alone.
    if (test.target === undefined) return undefined;
    const target = test.target === 'none' ? [] : [{ span: test.target, newText: '' }];
    return {
      title: 'Apply what the training part taught: `transform` instead of `fit_transform`',
      // An encoder or a vocabulary meets values in the test part that the training part did not have.
      safe: test.classes.every(cls => cls === 'location' || cls === 'none'),
      edits: [{ span: test.nameSpan, newText: 'transform' }, ...target],
    };
  },
});

/** The same call fitted a model on the rows beside those that are predicted as well. */
function mayBeOfAnotherFit({ fit, rows, certain }: PredictFact, program: Program): boolean {
  return (
    !certain &&
    program
      .all('fit')
      .some(
        other =>
          other !== fit &&
          sameSite(other.site, fit.site) &&
          program.parting(other.rows, rows)?.site !== undefined,
      )
  );
}

/**
 * One-hot columns of other categories are of another number most often, and then the model refuses them. A column that is
 * coded by its name has few values most often, and then both parts have all of them.
 */
function severityOf({ onTest, prediction }: Match, program: Program): Severity {
  if (isOneHot(onTest) || isRank(onTest) || onlyFills(onTest, prediction, program)) return 'information';
  if (codes(onTest) && !changesMeaning(onTest) && onTest.column !== undefined) return 'information';
  return changesMeaning(onTest) ? 'error' : 'warning';
}

/** Does a column of the result mean something else when it is learned from other rows? */
function changesMeaning(taint: StatTaint): boolean {
  return classesOf(taint).some(one => one !== 'location' && one !== 'none' && one !== 'schema');
}

/** Does a code mean something else when it is learned from rows with other categories? */
function codes(taint: StatTaint): boolean {
  return classesOf(taint).includes('schema');
}

function classesOf({ cls, transformer }: StatTaint): readonly StatClass[] {
  return [cls, ...(transformer?.classes ?? [])].filter(one => one !== undefined);
}

/** Is it put where values were missing? Only those few change then; scaling by hand takes a spread, too. */
function onlyFills(onTest: StatTaint, { taints }: PredictFact, program: Program): boolean {
  if (onTest.transformer) return onTest.transformer.api.endsWith('Imputer');
  if (!CENTRES.test(wayOf(onTest) ?? '') || isOperand(onTest.site, program)) return false;
  return !taintsOf(taints, 'stat').some(
    one => one.rows === onTest.rows && !one.transformer && !CENTRES.test(wayOf(one) ?? 'mean'),
  );
}

/** `x / x.mean()`: every value is another one then. */
function isOperand(site: Site, program: Program): boolean {
  const before = program.textOf({ ...site, start: Math.max(0, site.start - 8), end: site.start });
  const after = program.textOf({ ...site, start: site.end, end: site.end + 8 });
  return /[-+*/]=?\s*\(?$/.test(before) || /^\)?\s*[-+*/]/.test(after);
}

const CENTRES = /^(mean|median|mode)$/;

function isRank({ how, label }: StatTaint): boolean {
  return /rank/i.test(how) || /\brank(data)?\(/.test(label);
}

function isDummies(taint: StatTaint): boolean {
  return taint.transformer?.api.endsWith('get_dummies') ?? false;
}

function isOneHot(taint: StatTaint): boolean {
  return /(^|\.)(OneHotEncoder|LabelBinarizer|MultiLabelBinarizer)$/.test(taint.transformer?.api ?? '');
}

/** `one_hot.fit_transform(codes.transform(test))`, where the codes are those of the training part. */
function isCodedBefore({ onTest, prediction: { taints, fit } }: Match): boolean {
  return taintsOf(taints, 'stat').some(
    one =>
      one.cls === 'schema' &&
      !isOneHot(one) &&
      one.id < onTest.id &&
      taintsOf(fit.taints, 'stat').includes(one),
  );
}

/** Columns that are prepared in one way, one after the other, for one model. */
function lessonOf(match: Match, program: Program): string {
  const { onTest, prediction } = match;
  const way = `${onTest.transformer?.api ?? 'by hand'} ${severityOf(match, program)}`;
  return [way, siteKey(prediction.fit.site), ...sourcesOf(onTest.rows).map(({ key }) => key)].join(' ');
}

/** What was learned in one way from the rows of a fit, and again from the rows that are predicted. */
function learnedTwice(program: Program, prediction: PredictFact): readonly Match[] {
  const { fit, rows, taints } = prediction;
  if (!heldOut(program, rows, fit)) return [];
  const again = taintsOf(taints, 'stat').filter(
    taint => taint.cls !== 'none' && isOf(program, taint, rows) && heldOut(program, taint.rows, fit),
  );
  if (again.length === 0) return [];
  const before = taintsOf(fit.taints, 'stat').filter(taint => isOf(program, taint, fit.rows));
  return again.flatMap(onTest =>
    counterparts(before, onTest, again).map(onTrain => ({ onTrain, onTest, prediction, more: [] })),
  );
}

/** Of all these rows, or of one kind of them after the other: `df.Age[df.Sex == i].median()` */
function isOf(program: Program, { rows: learned }: StatTaint, rows: Rows): boolean {
  let whole = learned;
  while (whole.kind === 'sub' && (whole.by.by === 'mask' || whole.by.by === 'missing')) whole = whole.of;
  return program.contains(whole, rows);
}

/** A helper that prepares both parts does the same at the same place; column after column, it is done in the same order. */
function counterparts(
  before: readonly StatTaint[],
  onTest: StatTaint,
  again: readonly StatTaint[],
): readonly StatTaint[] {
  const alike = before.filter(one => isSameWay(one, onTest));
  const here = alike.filter(({ site }) => sameSite(site, onTest.site));
  if (here.length > 0) return here;
  const ofColumn = alike.filter(({ column }) => column !== undefined && column === onTest.column);
  if (ofColumn.length > 0) return ofColumn;
  const others = again.filter(one => isSameWay(one, onTest));
  const same = others.length === alike.length ? alike[others.indexOf(onTest)] : undefined;
  return same ? [same] : alike;
}

function isSameWay(a: StatTaint, b: StatTaint): boolean {
  return a.cls === b.cls && wayOf(a) !== undefined && wayOf(a) === wayOf(b);
}

function isPixelRange(taint: StatTaint): boolean {
  const sources = sourcesOf(taint.rows);
  return /^(max|min)$/.test(wayOf(taint) ?? '') && sources.length > 0 && sources.every(one => one.pixels);
}

const AGGREGATES = /^(?:nan|a)?(mean|median|mode|std|var|min|max|quantile|percentile)$/;

/** A transformer's class, or the aggregate's name, as in `mean`. Broadcasts such as `interpolate` fill each part from itself. */
function wayOf({ transformer, how, label }: StatTaint): string | undefined {
  return transformer?.api ?? (label.includes(`${how}(`) ? AGGREGATES.exec(how)?.[1] : undefined);
}

/** Another side of the split, or another file, than the model was fitted on. */
function heldOut(program: Program, rows: Rows, fit: FitFact): boolean {
  if (program.disjoint(rows, fit.rows)) return true;
  const [here, there] = [sourcesOf(rows), sourcesOf(fit.rows)];
  if (here.length === 0 || there.length === 0 || here.some(source => there.includes(source))) return false;
  const all = (sources: readonly Source[], ...kinds: readonly Source['kind'][]): boolean =>
    sources.every(source => kinds.includes(source.kind));
  // New cases that are written in the program are no rows of any data set.
  if (all(here, 'literal')) return all(there, 'load', 'generate', 'literal');
  return all([...here, ...there], 'load');
}

/** Where a helper prepares both parts, the call that hands it the test part is the place. */
function placeOf({ onTrain, onTest }: Pick<Match, 'onTrain' | 'onTest'>): Site {
  if (onTrain === onTest || !sameSite(onTrain.site, onTest.site)) return onTest.site;
  return (
    onTest.calls.find((call, i) => !onTrain.calls[i] || !sameSite(call, onTrain.calls[i])) ?? onTest.site
  );
}

function messageOf({ onTrain, onTest, prediction, more }: Match, program: Program): string {
  const rows = origin(onTest.rows);
  const predicted = `what is predicted in ${program.whereIs(prediction.site)} and any score of it`;
  const others =
    more.length === 1
      ? ', as another step does,'
      : more.length > 1
        ? `, as ${more.length} more steps do,`
        : ',';
  return (
    `${named(onTest.label)} learns again from the rows that are only to be predicted${rows ? ` (${rows})` : ''}${others} though ` +
    `${named(prediction.fit.label)} was fitted on what ${named(onTrain.label)} learned from the training rows ` +
    `(${program.whereIs(onTrain.site)}): ${effectOf(onTest, prediction, predicted, program)}. ` +
    'Fit once on the training part and only `transform` the rest.'
  );
}

function effectOf(onTest: StatTaint, prediction: PredictFact, predicted: string, program: Program): string {
  if (onlyFills(onTest, prediction, program))
    return `a missing value becomes another number in the two parts, which moves ${predicted} as far as there are such values`;
  if (isOneHot(onTest))
    return `where the two have other categories, a column means something else in each, or the model refuses them, which moves ${predicted}`;
  if (isRank(onTest))
    return `the same raw value becomes another number in the two parts, which moves ${predicted} as far as their values are distributed otherwise`;
  if (changesMeaning(onTest))
    return `the same code or column means something else in the two parts, so ${predicted} cannot be believed`;
  return codes(onTest)
    ? `unless both parts have the very same values, a code stands for one value here and for another there, which moves ${predicted}`
    : `the same raw value becomes another number in the two parts, so ${predicted} cannot be believed`;
}

function pathOf({ onTrain, onTest, prediction, more }: Match, program: Program): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(onTest.rows),
    { span: onTrain.site, note: `${onTrain.label} learns from the training rows` },
    ...appliedSteps(program, onTrain, prediction.fit.rows),
    { span: prediction.fit.site, note: `${prediction.fit.label} is fitted on its result` },
    { span: onTest.site, note: `${onTest.label} learns again from the held-out rows` },
    ...more.slice(0, 4).map(other => ({ span: placeOf(other), note: `so does ${other.onTest.label}` })),
    ...appliedSteps(program, onTest, prediction.rows),
    { span: prediction.site, note: `${prediction.fit.label} predicts from its result` },
  ]);
}

/** Where what was learned is applied in a call of its own. */
function appliedSteps(program: Program, learned: StatTaint, rows: Rows): readonly SpanStep[] {
  const applied = program
    .all('transform')
    .find(one => one.learned === learned && program.contains(one.rows, rows));
  return applied ? [{ span: applied.site, note: `${applied.label} applies what was learned` }] : [];
}
