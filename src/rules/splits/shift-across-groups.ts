import type { GroupFact, SortFact } from '../../python/flow/facts';
import type { Lag } from '../../python/flow/rows/order';
import type { Program } from '../../python/flow/program';
import { sameSite, siteKey } from '../../python/flow/site';
import { taintsOf, unite } from '../../python/flow/taint';
import { wholeText } from '../fixes/edits';
import type { SpanFix } from '../contract';
import { defineRule } from '../contract';
import { isNamed } from '../grounds/declared';
import { onePer } from '../grounds/onePer';
import { distinctSteps, named, sourceSteps } from '../wording';
import { hasSeries, isCalendar, isTime } from './groupNames';

/** A column looks at the rows above, and the rows of several groups stand below each other. */
interface Match {
  readonly lag: Lag;
  readonly group: string;
  /** Where the program shows that there are groups. */
  readonly shown: GroupFact | SortFact | undefined;
}

export const shiftAcrossGroups = defineRule<Match>({
  id: 'shift-across-groups',
  code: 'D4',
  group: 'splits',
  stage: 'features',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return program.all('lag').flatMap(({ lag }): Match[] => {
      if (lag.within || lag.column === undefined || !LOOKS_BACK.has(lag.method)) return [];
      const shown = evidenceOf(program, lag);
      return shown ? [{ lag, ...shown }] : [];
    });
  },

  guards: {
    // `df['id'].shift()` finds where the next group begins: the program knows.
    'boundary is looked for': ({ group }, program) =>
      program.all('lag').some(({ lag }) => lag.column === group),
    // `df.groupby('id').cumcount()` tells the first rows of each group, which can be left out.
    'position in the group is known': ({ group }, program) =>
      program.all('group').some(({ how, columns }) => how === 'position' && columns.includes(group)),
    // `df.loc[df.groupby('id').head(1).index, 'lag'] = np.nan`, `df['lag'].where(df.duplicated('id'))`
    'first rows of each group are marked': ({ group }, program) =>
      program.all('group').some(fact => fact.columns.includes(group) && marksFirstRows(fact, program)),
    'nobody reads the column': ({ lag }, program) => modelsPassBy(lag, program) && isOnlyKept(lag, program),
  },

  merge: matches =>
    onePer(
      matches,
      match => siteKey(match.lag.site),
      (_known, next) => next,
    ),

  word({ lag, group, shown }, program) {
    return {
      span: lag.site,
      message:
        `${named(lag.label)} looks across the border of one ${named(group)} into the next${shown ? ` (the rows are ${shown.kind === 'sort' ? 'sorted' : 'grouped'} by it in ${program.whereIs(shown.site)})` : ''}: ` +
        `${whatIsMixed(lag, named(group))}. Compute it within each group, with ` +
        `\`groupby(${quoted(group)})\`.`,
      path: distinctSteps([
        ...sourceSteps(lag.rows),
        ...(shown ? [{ span: shown.site, note: `there are several ${group}` }] : []),
        { span: lag.site, note: `${lag.method} looks at the rows of all of them` },
      ]),
    };
  },

  fix({ lag, group }, program) {
    return withinGroups(program.textOf(lag.site), lag, group);
  },
});

const LOOKS_BACK: ReadonlySet<string> = new Set([
  'shift',
  'diff',
  'pct_change',
  'rolling',
  'expanding',
  'ewm',
]);

/** `shift(-1)` gives the last row of a group what the next one begins with. */
function whatIsMixed({ ahead, method }: Lag, group: string): string {
  if (!ahead) return `the first rows of each ${group} are computed from the last rows of another`;
  return SAME_WITHIN.test(method)
    ? `the last rows of each ${group} are computed from the first rows of the next`
    : `the first and last rows of each ${group} are computed from rows of another`;
}

/** The places of each group's first rows, or a mask of them: not a few rows to look at, nor how many groups there are. */
function marksFirstRows({ how, columns, site }: GroupFact, program: Program): boolean {
  if (how !== 'ends' || columns.some(isTime)) return false;
  const after = program.textOf({ ...site, start: site.end, end: site.end + 60 });
  return /\.duplicated\s*\([^()]*\)$/.test(program.textOf(site))
    ? !/^[\s)]*\.(sum|any|all|mean|value_counts)\b/.test(after)
    : /^\s*\.index\b/.test(after);
}

/** Models learn from other columns, as far as they are followed. */
function modelsPassBy({ site }: Lag, program: Program): boolean {
  const learners = [...program.all('fit'), ...program.all('cross-validation')];
  const learnsFrom = ({ taints, target }: (typeof learners)[number]): boolean =>
    taintsOf(unite(taints, target.taints), 'lag').some(({ lag }) => sameSite(lag.site, site));
  return learners.length > 0 && !learners.some(learnsFrom);
}

/** `df['change'] = df['hover'].diff()`, and nothing but that line and others that fill it names the column or writes its table. */
function isOnlyKept({ site }: Lag, program: Program): boolean {
  const text = wholeText(program);
  const line = text.slice(text.lastIndexOf('\n', site.start) + 1, site.start);
  const name = /^\s*\w+\[(['"])(\w+)\1\]\s*=\s*$/.exec(line)?.[2];
  if (name === undefined || WRITES.test(text)) return false;
  const mentions = new RegExp(`\\b${name}\\b`);
  const keeps = new RegExp(`^\\s*(#|\\w+\\[['"]${name}['"]\\](\\s*=[^=]|\\.(fillna|replace)\\())`);
  return text.split('\n').every(one => !mentions.test(one) || keeps.test(one));
}

const WRITES = /\.to_(csv|parquet|pickle|feather|hdf|sql|excel|json)\(/;

/** What shows that the table holds several groups, and that their rows are a series each. */
function evidenceOf(program: Program, lag: Lag): Omit<Match, 'lag'> | undefined {
  const sort = program.all('sort').find(fact => isPanel(fact) && program.covers(lag.rows, fact.rows));
  if (sort?.columns[0] !== undefined) return { group: sort.columns[0], shown: sort };
  const grouping = program
    .all('group')
    .find(fact => program.covers(lag.rows, fact.rows) && groupIn(fact) !== undefined);
  const group = grouping && groupIn(grouping);
  if (group !== undefined) return { group, shown: grouping };
  const declared = program.declarations.groups.find(column => isNamed(program, column, lag.rows));
  return declared === undefined ? undefined : { group: declared, shown: undefined };
}

/** `sort_values(['store', 'date'])` */
function isPanel({ columns: [group, ...others] }: SortFact): boolean {
  return group !== undefined && !isTime(group) && others.some(isTime);
}

/** A column whose groups are series: what the program does with them says so, or their name. */
function groupIn({ how, columns }: GroupFact): string | undefined {
  const [column] = columns.filter(one => !isCalendar(one) && !isTime(one));
  if (column === undefined || how === 'position') return undefined;
  return how === 'sequence' || how === 'splitter' || hasSeries(column) ? column : undefined;
}

/** Methods that give one value a row also within groups. */
const SAME_WITHIN = /^(shift|diff|pct_change)$/;

/** `df['sales'].shift(1)` → `df.groupby('store')['sales'].shift(1)` */
function withinGroups(text: string, lag: Lag, group: string): SpanFix | undefined {
  const found = /^(\w+)(?:\[(['"])([^'"]+)\2\]|\.(\w+))\.(\w+)\(/.exec(text);
  const [, table, , item, attribute, method] = found ?? [];
  const column = item ?? attribute;
  if (
    !found ||
    table === undefined ||
    column !== lag.column ||
    method === undefined ||
    !SAME_WITHIN.test(method)
  )
    return undefined;
  const { start } = lag.site;
  const end = start + found[0].length - `.${method}(`.length;
  const quote = found[2] ?? "'";
  const newText = `${table}.groupby(${quote}${group}${quote})[${quote}${column}${quote}]`;
  return { title: `Compute it within each ${group}`, safe: true, edits: [{ span: { start, end }, newText }] };
}

function quoted(name: string): string {
  return `'${name}'`;
}
