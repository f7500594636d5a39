import { capitalised } from '../../base/capitalised';
import type { SaveFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Split } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { defineRule } from '../contract';
import { withKeyword } from '../fixes/keywords';
import { says } from '../grounds/says';
import { distinctSteps, scoreAt, scoreStep } from '../wording';

/**
 * A split without a seed whose parts matter beyond this run: another model is scored on the held-out part of another such
 * split of the same rows, or the model is kept and what it was tested on is not.
 */
interface Match {
  readonly split: Split;
  readonly score: ScoreFact;
  readonly other: Judged | SaveFact;
}

/** A score on the held-out part of a split that comes out different in each run. */
interface Judged {
  readonly split: Split;
  readonly score: ScoreFact;
}

export const unseededEvaluationSplit = defineRule<Match>({
  id: 'unseeded-evaluation-split',
  code: 'F1',
  group: 'reproducibility',
  stage: 'evaluation',
  severity: 'information',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    const judged = program
      .all('score')
      .flatMap(score => judgedBy(program, score))
      .slice(0, MOST);
    return [
      ...judged.flatMap(one => compared(program, one, judged)),
      ...judged.flatMap(one => kept(program, one)),
    ];
  },

  guards: {
    'a seed for everything': ({ split }, program) =>
      (split.drawn?.how === 'anew' && split.drawn.epoch > 0) || namesSeed(program),
    'scores of many splits': ({ split, score, other }) =>
      'split' in other && isRepeated({ split, score }, other),
    'the parts are kept': ({ other }, program) => !('split' in other) && keepsParts(program),
  },

  merge: matches => [...matches].sort((a, b) => a.split.site.start - b.split.site.start).slice(0, 1),

  word({ split, score, other }, program) {
    const another = 'split' in other;
    const why = another
      ? `${scoreAt(program, other.score)} is measured on the held-out part of another one (${program.whereIs(other.split.site)}): the two models are ` +
        'compared on different rows, and part of the difference is chance'
      : `the model is kept (${program.whereIs(other.site)}), but which rows it was tested on is not: whoever splits again to evaluate it tests it ` +
        'on rows that it was trained on';
    return {
      span: split.site,
      message:
        `\`${split.label}\` has no seed, so that it draws other rows in each run. ${capitalised(scoreAt(program, score))} is measured on its held-out part, and ` +
        `${why}. Give it a \`random_state\`.`,
      path: distinctSteps([
        { span: split.site, note: 'the rows are split by chance' },
        scoreStep(score),
        another
          ? { span: other.split.site, note: 'and here once more' }
          : { span: other.site, note: 'the model is kept' },
      ]),
    };
  },

  fix: (match, program) => seeded(program, match),
});

const namesSeed = says(/seed/i);
const keepsParts = says(/\.to_(csv|parquet|pickle|feather|hdf|excel)\(|np\.save|savez|test_ids|test_index/);

/** Of a module with more splits than that only the first are compared. */
const MOST = 100;

function judgedBy(program: Program, score: ScoreFact): readonly Judged[] {
  const split = lineage(score.rows).flatMap(one => (one.kind === 'part' ? [one.split] : []))[0];
  if (split?.drawn?.how !== 'anew' || split.form !== 'holdout' || split.assigns !== 'at-random') return [];
  return program.disjoint(score.rows, score.fit.rows) ? [{ split, score }] : [];
}

/** Other models on other splits of the same rows. */
function compared(program: Program, one: Judged, all: readonly Judged[]): readonly Match[] {
  return all
    .filter(
      other =>
        other.split.id > one.split.id &&
        other.score.metric === one.score.metric &&
        other.score.fit.design !== one.score.fit.design &&
        wholeOf(other) === wholeOf(one),
    )
    .map(other => ({ ...one, other }));
}

/** The rows that were split. */
function wholeOf({ split, score }: Judged): number | undefined {
  const part = lineage(score.rows).find(one => one.kind === 'part' && one.split === split);
  return part?.kind === 'part' ? part.of.id : undefined;
}

function kept(program: Program, one: Judged): readonly Match[] {
  return program
    .all('save')
    .filter(({ fits }) =>
      fits.some(fit => fit.rows === one.score.fit.rows && fit.design === one.score.fit.design),
    )
    .map(save => ({ ...one, other: save }));
}

/** One statement that splits again and again draws a distribution of scores. */
function isRepeated(a: Judged, b: Judged): boolean {
  const way = ({ split, score }: Judged): string => [split.site, ...score.calls].map(siteKey).join();
  return way(a) === way(b);
}

/** The same seed for each split without one. */
function seeded(program: Program, { split, other }: Match): SpanFix | undefined {
  const splits = 'split' in other ? [split, other.split] : [split];
  if (splits.some(({ label, site }) => label !== 'train_test_split' || site.module !== undefined))
    return undefined;
  const edits = splits.flatMap(({ site }) => withKeyword(program, site, 'random_state', '0') ?? []);
  return edits.length === splits.length
    ? { title: 'Split in the same way in each run, with `random_state=0`', safe: true, edits }
    : undefined;
}
