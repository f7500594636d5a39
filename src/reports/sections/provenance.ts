import { START_OF_FILE } from '../../base/place';
import { listed, relativeTo } from '../../evidence/words';
import type { Run } from '../../metrics/table';
import { ofRun } from '../by-run';
import { countingRuns } from '../counted-rows';
import type { Block, Cell, NoticeBlock, Row, Section, TableBlock } from '../document';
import type { ReportFacts } from '../facts';
import { countFigure, linkTo } from '../figures';
import { formatNumber, plural } from '../format';
import { isSeed } from '../../metrics/run-of';
import { metricReadings } from '../metric-readings';
import { runFacts, runFingerprint } from '../run-facts';
import { runNames } from '../run-names';
import { shortIds, statedColumns, UNKNOWN } from '../shown';
import { timeText } from '../time-text';
import { stalenessOf } from '../staleness';

const RUN_COLUMNS = [
  { title: 'Run' },
  { title: 'Counts' },
  { title: 'File' },
  { title: 'Format' },
  { title: 'Time' },
  { title: 'Commit' },
  { title: 'Seed' },
  { title: 'Values', isNumber: true },
  { title: 'Fingerprint' },
] as const;

/** More runs are left out of the table. */
const MOST_RUNS = 20;

/** Where the numbers came from: runs, data, versions, and whether anything is younger than they are. */
export function provenance(facts: ReportFacts): Section {
  const { table } = facts.metrics;
  const section = { id: 'provenance', title: 'Where the numbers come from' };
  const data = dataTable(facts);
  if (table.runs.length === 0 && !data) {
    const missing = 'No runs have been read. `runs` in the manifest says where metrics are.';
    return { ...section, missing, blocks: [] };
  }
  const counting = countingRuns(facts, metricReadings(facts));
  const used = table.runs.filter(({ id }) => counting.has(id));
  const blocks: (Block | undefined)[] = [
    staleness(facts),
    table.runs.length > 0 ? runTable(facts, counting) : undefined,
    ...used.slice(0, 3).map((run, at) => parameterTable(run, at)),
    data,
  ];
  return {
    ...section,
    summary: `${plural(table.runs.length, 'run')} read${table.runs.length > 0 ? `, ${formatNumber(used.length)} of which the metrics are taken from` : ''}.`,
    blocks: blocks.filter(block => block !== undefined),
  };
}

function staleness(facts: ReportFacts): NoticeBlock | undefined {
  const notices = stalenessOf(facts);
  return notices.length === 0 ? undefined : { kind: 'notices', notices };
}

function runTable(facts: ReportFacts, counting: ReadonlySet<string>): TableBlock {
  const { table } = facts.metrics;
  const ordered = [
    ...table.runs.filter(({ id }) => counting.has(id)),
    ...table.runs.filter(({ id }) => !counting.has(id)),
  ];
  const more = Math.max(0, ordered.length - MOST_RUNS);
  const names = runNames(table.runs, facts.manifest.root);
  const rows = ordered
    .slice(0, MOST_RUNS)
    .map(run => runRow(facts, run, { name: names.get(run.id) ?? run.name, counts: counting.has(run.id) }));
  const note = [unstatedText(rows), 'A fingerprint changes with any value, parameter or time of its run.'];
  return statedColumns({
    kind: 'table',
    id: 'runs',
    title: 'Runs',
    columns: RUN_COLUMNS,
    rows,
    note: note.filter(Boolean).join(' '),
    ...(more > 0 && { more }),
  });
}

/** What no run tells, once, and what would tell it. */
function unstatedText(rows: readonly Row[]): string {
  const lacking = RUN_COLUMNS.flatMap(({ title }, at) => {
    const key = KEYS[title];
    return key !== undefined && rows.every(({ cells }) => cells[at] === UNKNOWN) ? [{ title, key }] : [];
  });
  if (lacking.length === 0) return '';
  const what = listed(
    lacking.map(({ title }) => title.toLowerCase()),
    'or',
  );
  const keys = listed(lacking.map(({ key }) => `\`${key}\``));
  return `${rows.length === 1 ? 'The run does not tell its' : 'No run tells its'} ${what}: ${keys} beside the metrics ${lacking.length === 1 ? 'does' : 'do'}.`;
}

/** The keys that tell what a column shows. */
const KEYS: Readonly<Record<string, string>> = { Time: 'generated_at', Commit: 'git_commit', Seed: 'seed' };

interface Shown {
  readonly name: string;
  readonly counts: boolean;
}

function runRow({ manifest, metrics: { table } }: ReportFacts, run: Run, { name, counts }: Shown): Row {
  const { id, file, time, source, tracked } = run;
  const link = linkTo(manifest, { file, range: START_OF_FILE });
  const values = ofRun(table, id).values.length;
  const status = tracked && tracked.status !== 'FINISHED' ? ` (${tracked.status.toLowerCase()})` : '';
  return {
    cells: [
      name,
      counts ? 'yes' : 'no',
      { ...link, text: shortIds(link.text) },
      source ?? UNKNOWN,
      `${time === undefined ? UNKNOWN : timeText(time)}${status}`,
      commitCell(run),
      runFacts(run).seed ?? UNKNOWN,
      countFigure(values, link),
      runFingerprint(table, run),
    ],
  };
}

function commitCell(run: Run): Cell {
  const { commit, dirty } = runFacts(run);
  if (commit === undefined) return UNKNOWN;
  const text = commit.slice(0, 12);
  if (dirty === undefined) return text;
  return dirty
    ? { kind: 'word', text: `${text}, with changes that were not committed`, tone: 'undecided' }
    : `${text}, as committed`;
}

/** The table of runs has it already. */
const isTold = ({ name, time }: Run, key: string, value: string): boolean =>
  value === name || value === time || isSeed(key);

/** So many parameters are told; more are counted. */
const MOST_PARAMETERS = 40;

function parameterTable(run: Run, at: number): TableBlock | undefined {
  const { name, params, tracked } = run;
  const own = Object.entries(params).filter(([key, value]) => !isTold(run, key, value));
  const all = [
    ...own.map(([key, value]) => [key, value, 'parameter'] as const),
    ...Object.entries(tracked?.tags ?? {}).map(([key, value]) => [key, value, 'tag'] as const),
  ];
  if (all.length === 0) return undefined;
  const more = Math.max(0, all.length - MOST_PARAMETERS);
  const hasTags = all.length > own.length;
  return {
    kind: 'table',
    id: `parameters-${at + 1}`,
    title: `What ${name} was given`,
    columns: [{ title: 'Name' }, { title: 'Value' }, ...(hasTags ? [{ title: 'Kind' }] : [])],
    rows: all
      .slice(0, MOST_PARAMETERS)
      .map(([key, value, kind]) => ({ cells: [key, cut(value), ...(hasTags ? [kind] : [])] })),
    ...(more > 0 && { more }),
  };
}

const MOST_LETTERS = 200;
const cut = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

function dataTable({ manifest, data }: ReportFacts): TableBlock | undefined {
  if (data.state !== 'read' || data.profile.splits.length === 0) return undefined;
  const digests = new Map(data.profile.digests?.map(({ file, digest }) => [file, digest]));
  const rows = data.profile.splits.map(({ name, role, files, rows: count }): Row => {
    const [first] = files;
    const place = first === undefined ? undefined : { file: first, range: START_OF_FILE };
    return {
      cells: [
        name,
        role,
        countFigure(count, place && linkTo(manifest, place)),
        files.length === 0
          ? '—'
          : `${relativeTo(manifest.root, first ?? '')}${files.length > 1 ? ` and ${files.length - 1} more` : ''}`,
        digestText(files.map(file => digests.get(file))),
      ],
    };
  });
  return {
    kind: 'table',
    id: 'data-files',
    title: 'Data',
    columns: [
      { title: 'Split' },
      { title: 'Role' },
      { title: 'Rows', isNumber: true },
      { title: 'File' },
      { title: 'SHA-256' },
    ],
    rows,
  };
}

function digestText(digests: readonly (string | undefined)[]): string {
  const known = digests.filter(digest => digest !== undefined);
  if (known.length === 0) return 'not known';
  const shown = known.slice(0, 3).map(digest => digest.slice(0, 16));
  return `${shown.join(', ')}${known.length > shown.length ? ` and ${known.length - shown.length} more` : ''}`;
}
