import type { Column } from '../../python/flow/columns/holding';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { dropMore } from '../fixes/dropMore';
import { isIdentifier } from '../grounds/identifierNames';
import type { Learning } from '../grounds/learnings';
import { learnings, placeOf } from '../grounds/learnings';
import { distinctSteps, sourceSteps } from '../wording';

/** A model learns from a column that tells one row from another and says nothing of them. */
interface Match extends Learning {
  readonly name: string;
  /** Where a name's column can be told, rather than inferred from what is predicted. */
  readonly column: Column | undefined;
  /** Where the count of the rows was made a column. */
  readonly counted: Site | undefined;
}

export const identifierAsFeature = defineRule<Match>({
  id: 'identifier-as-feature',
  code: 'A13',
  group: 'leakage',
  stage: 'features',
  severity: 'hint',
  tier: 'hint',
  since: '0.1.0',

  find: program => learnings(program).flatMap(learning => identifiersIn(program, learning)),

  guards: {
    'no answers given': ({ target }) => !target.given,
    'it is what is predicted': ({ target, name }, program) => answersColumn(program, target) === name,
    // Then rows share it: it names a group, and may say something of it.
    'rows are taken together by it': ({ name }, program) =>
      program.all('group').some(({ columns }) => columns.includes(name)),
    // It turns each value into what is known of its rows: an encoder, not a number.
    'the model encodes categories itself': ({ fit }, program) =>
      fit.label.startsWith('CatBoost') || /\bcategorical_feature\s*=/.test(program.textOf(fit.site)),
    // Then what `reset_index` makes a column has a meaning of its own.
    'the rows were given names': ({ counted }, program) =>
      counted !== undefined && /\.index(\.names?)?\s*=(?!=)/.test(wholeText(program)),
  },

  /** A hint is given once a file, and what is certain comes first. */
  merge(matches) {
    const first = matches.find(({ counted }) => counted) ?? matches[0];
    return first ? [first] : [];
  },

  word(match, program) {
    return {
      span: match.counted ?? placeOf(match),
      severity: match.counted ? 'information' : 'hint',
      message: messageOf(match, program),
      path: pathOf(match),
    };
  },

  fix(match, program) {
    if (match.counted) return withoutCount(program, match.counted);
    return match.column && dropMore(program, match, match.column);
  },
});

function identifiersIn(program: Program, learning: Learning): readonly Match[] {
  const { fit, holding } = learning;
  const own = [...holding.columns.values()].flatMap((column): Match[] => {
    const counted = countOf(program, column);
    const named = column.name !== undefined && isPlain(column) && isIdentifier(column.name);
    return (counted ?? named) ? [{ ...learning, name: column.name ?? '', column, counted }] : [];
  });
  // What is predicted from has the columns that were learned from.
  const predicted = fit.kind === 'fit' ? program.all('predict').filter(one => one.fit === fit) : [];
  const holdings = [holding, ...predicted.flatMap(({ columns }) => columns.holding ?? [])];
  const names = holdings.flatMap(({ table, span, without, columns }) =>
    table === undefined || span
      ? []
      : [...program.columnsSeen(table)].filter(name => !without.has(name) && !columns.has(name)),
  );
  const certain = names.filter(name => isIdentifier(name) && mayHold(holding, name));
  return [
    ...own,
    ...certain.map(name => ({ ...learning, name, column: columnAt(name), counted: undefined })),
  ];

  function columnAt(name: string): Column | undefined {
    if (holding.table === undefined || !program.columnsSeen(holding.table).has(name)) return undefined;
    return { id: 0, name, table: holding.table, position: undefined, site: undefined, from: [], whole: true };
  }
}

/** It was not taken out of what the model is given. */
function mayHold({ table, without, columns }: Learning['holding'], name: string): boolean {
  return table !== undefined && !without.has(name) && !columns.has(name);
}

/** It is there as it came: a code that was computed from it may mean something. */
function isPlain({ from, site }: Column): boolean {
  return from.length === 0 && site === undefined;
}

function countOf(program: Program, { name, site, from }: Column): Site | undefined {
  const isCount = name === 'index' && site !== undefined && from.length === 0;
  return isCount && /\breset_index\([^()]*\)$/.test(program.textOf(site)) ? site : undefined;
}

function wholeText(program: Program): string {
  return program.textOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
}

function messageOf({ name, counted, fit }: Match, program: Program): string {
  const model = `\`${fit.label}\` in ${program.whereIs(fit.site)}`;
  return counted
    ? `\`reset_index\` makes the numbers of the rows a column, \`index\`, and ${model} is given it among its features: it can learn ` +
        'in which order the rows were stored, which says nothing of new rows. Write `reset_index(drop=True)`.'
    : `\`${name}\` tells one row from another and says nothing of it, as far as its name goes, and ${model} is given it among ` +
        'its features: what it learns from the order of such numbers, or remembers by them, does not hold for new rows. ' +
        `Leave \`${name}\` out of the features.`;
}

function pathOf({ fit, holding, counted, scores }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(fit.rows),
    ...(counted ? [{ span: counted, note: 'the numbers of the rows become a column here' }] : []),
    ...(holding.chosen ? [{ span: holding.chosen.site, note: 'the features are chosen here' }] : []),
    { span: fit.site, note: `${fit.label} learns from them` },
    ...scores.map(span => ({ span, note: 'this number may rest on it' })),
  ]);
}

/** Nothing else may read the column. */
function withoutCount(program: Program, site: Site): SpanFix | undefined {
  if (site.module !== undefined || /["']index["']/.test(wholeText(program))) return undefined;
  const call = program.textOf(site);
  const end = site.end - 1;
  const rest = /reset_index\(\s*\)$/.test(call) ? '' : ', ';
  if (/\bdrop\b/.test(/reset_index\([^()]*\)$/.exec(call)?.[0] ?? '')) return undefined;
  return {
    title: 'Drop the numbers of the rows: `drop=True`',
    safe: true,
    edits: [{ span: { start: end, end }, newText: `${rest}drop=True` }],
  };
}
