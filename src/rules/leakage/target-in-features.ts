import { holds } from '../../python/flow/columns/columns';
import type { Column, ColumnTaint } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import { sourcesOf } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { dropMore } from '../fixes/dropMore';
import type { Learning } from '../grounds/learnings';
import {
  answersTheRows,
  isInflation,
  isRowWise,
  learnings,
  originsOf,
  placeOf,
  present,
  targetColumns,
} from '../grounds/learnings';
import { onePer, withScoresOf } from '../grounds/onePer';
import { distinctSteps, sourceSteps } from '../wording';

/** A model is given the answers, or all that they are computed from, among its features. */
interface Match extends Learning {
  /** What is among the features: the target, or what it is computed from. */
  readonly given: readonly [Column, ...Column[]];
  readonly how: 'target' | 'source';
}

export const targetInFeatures = defineRule<Match>({
  id: 'target-in-features',
  code: 'A9',
  group: 'leakage',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return learnings(program).flatMap(learning => matchOf(learning, program) ?? []);
  },

  guards: {
    // The same rows, or there is no telling whether the answers stand beside their questions.
    'answers of other rows': (match, program) => !answersTheRows(match, program),
    // Each column in turn is told from the others: that it can be is what is asked.
    'a column is held against the others': ({ fit }, program) => isInflation(program, fit),
    // What a program makes up is made up from what it knows.
    'made-up data': ({ how, fit }) =>
      how === 'source' && !sourcesOf(fit.rows).every(({ kind }) => kind === 'load'),
    // A later value beside an earlier one is another rule's matter.
    'made from later rows': ({ how, given }) =>
      how === 'source' &&
      given.some(column => originsOf(column).some(origin => origin.upper > 0 && origin.by !== 'statistic')),
  },

  merge: matches =>
    onePer(
      matches,
      match => `${siteKey(standsAt(match))} ${match.how} ${match.given[0].name ?? ''}`,
      withScoresOf,
    ),

  word(match, program) {
    return {
      span: standsAt(match),
      message: messageOf(match, program),
      path: pathOf(match),
      severity: match.how === 'source' && match.given.length > 1 ? 'warning' : 'error',
      scores: match.scores,
    };
  },

  fix: ({ given, fit, holding, how }, program) =>
    how === 'target' ? dropMore(program, { fit, holding }, given[0]) : undefined,
});

function matchOf(learning: Learning, program: Program): Match | undefined {
  const { holding } = learning;
  const columns = targetColumns(learning, program);
  const names = [columns[0]?.name, answersColumn(program, learning.target)];
  for (const column of columns) {
    const found = present(holding, column);
    // The same numbers under another name are what the target is made of.
    if (found && names.includes(found.name)) return { ...learning, how: 'target', given: [found] };
  }
  const [first, ...others] = sourcesIn(learning) ?? [];
  return first && { ...learning, how: 'source', given: [first, ...others] };
}

/** All the columns that the answers are computed from, if every one of them is among the features. */
function sourcesIn({ holding, target }: Learning): readonly Column[] | undefined {
  const origins = target.whole ? tellingOf(target.from) : undefined;
  if (!origins) return undefined;
  const found = new Set<Column>();
  const all = origins.every(({ column }) => isTold(holding, column, found));
  return all ? [...found] : undefined;
}

/**
 * What a value was computed from, row by row; a statistic of the same columns is one number for all rows, as one that is
 * written in the program: `score > score.median()`. Undefined where the rest of it tells more.
 */
function tellingOf(from: readonly ColumnTaint[]): readonly ColumnTaint[] | undefined {
  const own = from.filter(isRowWise);
  const rest = from.filter(one => !own.includes(one));
  const isOfThese = ({ by, column }: ColumnTaint): boolean =>
    by === 'statistic' && own.some(one => one.column === column);
  return own.length > 0 && rest.every(isOfThese) ? own : undefined;
}

function isTold(holding: Learning['holding'], column: Column, found: Set<Column>, depth = 0): boolean {
  if (holds(holding, column)) {
    found.add(column);
    return true;
  }
  const origins = depth > 20 || !column.whole ? undefined : tellingOf(column.from);
  return origins?.every(one => isTold(holding, one.column, found, depth + 1)) ?? false;
}

/** Where the answer came among the features: where it was put there, or where it was not taken out. */
function standsAt(match: Match): Site {
  const [first] = match.given;
  const added = match.how === 'target' && !match.target.from.some(({ column }) => column === first);
  return (added ? first.site : undefined) ?? placeOf(match);
}

function nameOf(column: Column | undefined): string {
  if (column?.name !== undefined) return `\`${column.name}\``;
  const at = column?.position?.index;
  return at === undefined ? 'the target' : at === -1 ? 'the last column' : `column ${at}`;
}

function messageOf(match: Match, program: Program): string {
  const { given, how, fit, target } = match;
  const model = `\`${fit.label}\` in ${program.whereIs(fit.site)}`;
  const score = match.scores[0];
  const number =
    score === undefined || fit.kind === 'cross-validation'
      ? 'no score of it can be believed'
      : `the score in ${program.whereIs(score)} only says that the model can read`;
  if (how === 'target') {
    return (
      `${nameOf(given[0])} is what ${model} is to predict, and it is among the columns that it is given: the answer stands ` +
      `beside the question, and ${number}. Leave ${nameOf(given[0])} out of the features.`
    );
  }
  const answer = target.column === undefined ? 'the answer' : `\`${target.column}\``;
  const names = given.map(nameOf).join(' and ');
  return (
    `${answer}, which ${model} is to predict, is computed from ${names} alone, and ${names} ${given.length > 1 ? 'are' : 'is'} ` +
    `among the columns that it is given: the model can compute the answer again, and ${number}. ` +
    `Leave ${names} out of the features.`
  );
}

function pathOf({ fit, given, holding, scores, target }: Match): readonly SpanStep[] {
  const made = target.from.flatMap(({ column }) =>
    column.site ? [{ span: column.site, note: 'the target is computed here' }] : [],
  );
  const chosen = holding.chosen
    ? [{ span: holding.chosen.site, note: `the features are chosen here, with ${nameOf(given[0])}` }]
    : [];
  return distinctSteps([
    ...sourceSteps(fit.rows),
    ...made,
    ...chosen,
    { span: fit.site, note: `${fit.label} learns from them` },
    ...scores.map(span => ({ span, note: 'this number cannot be believed' })),
  ]);
}
