import type { DrawFact, FitFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows, Sub } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer, withScoresOf } from '../grounds/onePer';
import { sideOf } from '../grounds/partNames';
import { distinctSteps, named, origin, scoreAt, sourceSteps } from '../wording';

/** A model is scored on some of the rows that it was fitted on: both were taken out of one table by hand. */
interface Match {
  readonly fit: FitFact;
  readonly scores: readonly [ScoreFact, ...ScoreFact[]];
  readonly how: 'draws' | 'subsets' | 'same' | 'whole';
}

export const overlappingManualSplit = defineRule<Match>({
  id: 'overlapping-manual-split',
  code: 'D7',
  group: 'splits',
  stage: 'evaluation',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['fit-before-split'],

  find(program) {
    return program.all('score').flatMap((score): Match[] => {
      const how = overlap(program, score.fit, score);
      return how ? [{ fit: score.fit, scores: [score], how }] : [];
    });
  },

  guards: {
    'no answers given': ({ fit }) => !fit.target.given,
    // A score on known rows beside one on new rows shows how far the model overfits.
    'held-out score beside it': ({ fit }, program) =>
      program.all('score').some(score => score.fit === fit && program.disjoint(score.rows, fit.rows)),
  },

  merge: matches => onePer(matches, match => siteKey(match.fit.site), withScoresOf),

  word(match, program) {
    const [score] = match.scores;
    return {
      span: drawOf(program, score.rows)?.site ?? score.site,
      message: messageOf(match, program),
      path: pathOf(match, program),
      scores: match.scores.map(({ site }) => site),
    };
  },

  fix({ fit, scores: [score] }, program) {
    const [train, test] = [drawOf(program, fit.rows), drawOf(program, score.rows)];
    return train && test && dropDrawn(train, test, program);
  },
});

/** How rows of the fit came to be among the scored ones, where it was by hand. */
function overlap(program: Program, fit: FitFact, score: ScoreFact): Match['how'] | undefined {
  const [trained, scored] = [fit.rows, score.rows];
  if (isSplitCall(scored) || !program.overlaps(trained, scored)) return undefined;
  const [taken, given] = [subsetOf(scored), subsetOf(trained)];
  const partly = !program.contains(trained, scored) && !program.contains(scored, trained);
  if (partly) return !taken || !given ? undefined : taken.by.by === 'slice' ? 'subsets' : 'draws';
  const called = [score.table, fit.table].map(name => sideOf(name ?? '')?.side);
  if (!taken || called[0] !== 'test' || called[1] !== 'train') return undefined;
  return trained === scored ? 'same' : program.contains(trained, scored) ? 'whole' : undefined;
}

function isSplitCall(rows: Rows): boolean {
  return lineage(rows).some(one => one.kind === 'part' && one.index > 0);
}

/** The step that took these rows out of a table by hand. */
function subsetOf(rows: Rows): Sub | undefined {
  return lineage(rows).find(
    (one): one is Sub =>
      one.kind === 'sub' && (one.by.by === 'slice' || one.by.by === 'mask' || isDrawn(one)),
  );
}

/** `df.sample(frac=0.2)`, or `X[chosen]` at positions that were drawn. */
function isDrawn({ by }: Sub): boolean {
  if (by.by === 'rows') return !by.negated && by.rows.kind === 'sub' && isDrawn(by.rows);
  return by.by === 'other' && by.drawn === true;
}

function drawOf(program: Program, rows: Rows): DrawFact | undefined {
  const subset = subsetOf(rows);
  return subset && program.all('draw').find(draw => draw.rows === subset);
}

const WORDS: Readonly<Record<Match['how'], string>> = {
  draws: 'are drawn independently of those that it was fitted on, so some are the same',
  subsets: 'are partly the same rows that it was fitted on',
  same: 'are the very rows that it was fitted on',
  whole: 'were left in the table that it was fitted on',
};

function messageOf({ fit, scores: [score, ...others], how }: Match, program: Program): string {
  const rows = origin(score.rows);
  const more = others.length > 0 ? ' and others' : '';
  return (
    `The rows${rows ? ` of ${rows}` : ''} that ${named(fit.label)} is scored on ${WORDS[how]} (${program.whereIs(fit.site)}): ` +
    `${scoreAt(program, score)}${more} rewards it for remembering them. ` +
    'Take the test rows out of what is left: `df.drop(train.index)`, `df[~mask]`, `df[n:]` beside `df[:n]`.'
  );
}

function pathOf({ fit, scores: [score] }: Match, program: Program): readonly SpanStep[] {
  const draws = [fit.rows, score.rows].flatMap(rows => drawOf(program, rows) ?? []);
  return distinctSteps([
    ...sourceSteps(score.rows),
    ...draws.map(({ site }) => ({ span: site, note: 'rows are drawn from the whole table' })),
    { span: fit.site, note: `${fit.label} is fitted` },
    { span: score.site, note: `${score.metric} is computed on rows that the model knows` },
  ]);
}

/** The second draw becomes what the first one left: `df.drop(train.index)`. */
function dropDrawn(train: DrawFact, test: DrawFact, program: Program): SpanFix | undefined {
  const [before, text] = [textBefore(program, train), program.textOf(test.site)];
  const name = /(?:^|\n)[ \t]*(\w+) *= *$/.exec(before)?.[1];
  const table = /^(\w+)\.sample\(/.exec(text)?.[1];
  const sameTable = table !== undefined && program.textOf(train.site).startsWith(`${table}.sample(`);
  if (!name || !sameTable || train.order > test.order || name === table) return undefined;
  const newText = `${table}.drop(${name}.index)`;
  return {
    title: `Score on the rows that were not drawn: \`${newText}\``,
    safe: false,
    edits: [{ span: test.site, newText }],
  };
}

const LINE = 120;

function textBefore(program: Program, { site }: DrawFact): string {
  return program.textOf({ ...site, start: Math.max(0, site.start - LINE), end: site.start });
}
