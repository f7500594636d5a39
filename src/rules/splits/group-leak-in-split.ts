import type { GroupFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { sameSite } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { isNamed } from '../declared';
import type { SplitNumber } from '../splitNumbers';
import { numberAt, numbersOf, perSplit, splitNumbers, stepsOf } from '../splitNumbers';
import { distinctSteps, named, sourceSteps } from '../wording';
import { isEntity } from './groupNames';

/** Rows of one group came to both sides of a split at random. */
interface Match {
  readonly one: SplitNumber;
  readonly group: string;
  readonly evidence: 'statistic' | 'splitter' | 'declared';
  readonly shown: GroupFact | undefined;
}

export const groupLeakInSplit = defineRule<Match>({
  id: 'group-leak-in-split',
  code: 'D6',
  group: 'splits',
  stage: 'evaluation',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return splitNumbers(program).flatMap(one => {
      const evidence = evidenceOf(program, one);
      return evidence ? [{ one, ...evidence }] : [];
    });
  },

  guards: {
    'not at random': ({ one }) => one.assigns !== 'at-random',
    // One number at random and one by group, computed alike, show the difference.
    'measured by group as well': ({ one }, program) =>
      splitNumbers(program).some(
        other =>
          other.number !== one.number &&
          other.assigns === 'by-group' &&
          (other.number.kind === 'cross-validation') === (one.number.kind === 'cross-validation') &&
          !program.disjoint(other.rows, one.rows),
      ),
    // The model is to know the entities: it is given them as a feature.
    'known entities': ({ one, group }) => isFeature(one, group),
  },

  merge: matches => perSplit(matches),

  word({ one, group, evidence, shown }, program) {
    return {
      span: one.split?.site ?? one.number.site,
      message:
        `${reasonOf(program, group, evidence, shown)}, and the rows are split at random: rows of one ${named(group)} come to both sides, and ` +
        `${numberAt(program, one)} tells how well known ones are recognised, not how well the model does for a new one. Keep all rows of a ` +
        `${named(group)} on one side, with \`GroupShuffleSplit\` or \`GroupKFold\`.`,
      path: distinctSteps([
        ...sourceSteps(one.rows),
        ...shownAt(shown, group),
        ...stepsOf(one, 'they are split at random'),
      ]),
      scores: numbersOf(program, one),
    };
  },
});

function evidenceOf(program: Program, one: SplitNumber): Omit<Match, 'one'> | undefined {
  for (const shown of program.all('group')) {
    if (!program.descends(one.rows, shown.rows) && !program.covers(one.rows, shown.rows)) continue;
    const [group] = shown.columns;
    if (group === undefined || shown.columns.length > 1) continue;
    if (shown.how === 'splitter') return { group, evidence: 'splitter', shown };
    if (shown.how === 'statistic' && isEntity(group) && reachesModel(one, shown))
      return { group, evidence: 'statistic', shown };
  }
  const group = program.declarations.groups.find(column => isNamed(program, column, one.rows));
  return group === undefined ? undefined : { group, evidence: 'declared', shown: undefined };
}

function reachesModel(one: SplitNumber, { site }: GroupFact): boolean {
  return taintsOf(one.shared, 'stat').some(taint => sameSite(taint.site, site));
}

function isFeature({ number }: SplitNumber, group: string): boolean {
  const columns = number.kind === 'cross-validation' ? number.columns : number.fit.columns;
  const { holding } = columns;
  if (!holding) return false;
  return (
    holding.columns.has(group) ||
    (holding.table !== undefined && !holding.span && !holding.without.has(group))
  );
}

function reasonOf(
  program: Program,
  group: string,
  evidence: Match['evidence'],
  shown: GroupFact | undefined,
): string {
  const where = shown ? ` (${program.whereIs(shown.site)})` : '';
  switch (evidence) {
    case 'statistic':
      return `Features are computed for each ${named(group)}${where}, so each has several rows`;
    case 'splitter':
      return `The rows are grouped by ${named(group)} for another split${where}`;
    case 'declared':
      return `The project declares that rows of one ${named(group)} belong together`;
  }
}

function shownAt(shown: GroupFact | undefined, group: string): readonly SpanStep[] {
  return shown ? [{ span: shown.site, note: `there are several rows of each ${group}` }] : [];
}
