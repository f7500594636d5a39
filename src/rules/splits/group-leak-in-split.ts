import type { GroupFact } from '../../python/flow/facts';
import type { Holding } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import { sameSite } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { isNamed } from '../grounds/declared';
import { WHOLE_TEXT } from '../fixes/edits';
import type { SplitNumber } from '../grounds/splitNumbers';
import { numberAt, numbersOf, perSplit, splitNumbers, stepsOf } from '../grounds/splitNumbers';
import { distinctSteps, named, sourceSteps } from '../wording';
import { isEntity, isSubject } from './groupNames';

/** Rows of one group came to both sides of a split at random. */
interface Match {
  readonly one: SplitNumber;
  readonly group: string;
  readonly evidence: 'statistic' | 'splitter' | 'declared' | 'name';
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
    // Each has one row, or the others were taken out.
    'one row each': ({ group, evidence }, program) => evidence === 'name' && isUnique(program, group),
  },

  merge(matches) {
    const all = perSplit(matches);
    const shown = all.filter(({ evidence }) => evidence !== 'name');
    // What only a name says is said once.
    return shown.length > 0 ? shown : all.slice(0, 1);
  },

  word({ one, group, evidence, shown }, program) {
    return {
      span: one.split?.site ?? one.number.site,
      ...(evidence === 'name' && { severity: 'hint' as const }),
      message:
        `${reasonOf(program, group, evidence, shown)}: rows of one ${named(group)} come to both sides, and ` +
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
  if (group !== undefined) return { group, evidence: 'declared', shown: undefined };
  const subject = columnsBeside(program, one).find(isSubject);
  return subject === undefined ? undefined : { group: subject, evidence: 'name', shown: undefined };
}

/** Columns that the table of the features has beside them: the program asks for them, or leaves them out. */
function columnsBeside(program: Program, one: SplitNumber): readonly string[] {
  const holding = holdingOf(one);
  if (!holding) return [];
  const tables = [holding.table, ...[...holding.columns.values()].map(column => column.table)];
  const seen = [...new Set(tables)].flatMap(table =>
    table === undefined ? [] : [...program.columnsSeen(table)],
  );
  return [...seen, ...holding.without];
}

/** `set_index('patient_id')`, `drop_duplicates('patient_id')`, `df['patient_id'].is_unique` */
function isUnique(program: Program, group: string): boolean {
  const line = new RegExp(
    `\\b(set_index|index_col|(drop_)?duplicate[sd]|is_unique|agg|pivot\\w*)\\b[^\\n]*\\b${group}\\b`,
  );
  const before = new RegExp(`\\b${group}\\b[^\\n]*\\b(is_unique|(drop_)?duplicate[sd]|agg)\\b`);
  return program.tells(WHOLE_TEXT, text => line.test(text) || before.test(text));
}

function holdingOf({ number }: SplitNumber): Holding | undefined {
  return (number.kind === 'cross-validation' ? number.columns : number.fit.columns).holding;
}

function reachesModel(one: SplitNumber, { site }: GroupFact): boolean {
  return taintsOf(one.shared, 'stat').some(taint => sameSite(taint.site, site));
}

function isFeature(one: SplitNumber, group: string): boolean {
  const holding = holdingOf(one);
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
      return `Features are computed for each ${named(group)}${where}, so each has several rows, and the rows are split at random`;
    case 'splitter':
      return `The rows are grouped by ${named(group)} for another split${where}, and the rows are split at random here`;
    case 'declared':
      return `The project declares that rows of one ${named(group)} belong together, and the rows are split at random`;
    case 'name':
      return `The table says whose each row is (${named(group)}), and the rows are split at random. Where one has several rows`;
  }
}

function shownAt(shown: GroupFact | undefined, group: string): readonly SpanStep[] {
  return shown ? [{ span: shown.site, note: `there are several rows of each ${group}` }] : [];
}
