import type { Declarations } from '../../base/declarations';
import { NO_DECLARATIONS } from '../../base/declarations';
import { once } from '../../base/once';
import type { Sights } from '../../base/sights';
import type { Notebook } from '../names/model';
import type { Answer } from './incremental/askedText';
import { AskedText } from './incremental/askedText';
import type { Fact, FactKind, FactOf } from './facts';
import type { Assignment } from '../knowledge/entry';
import { PairMap } from './rows/pairMap';
import type { Rows } from './rows/rows';
import { lineage, steps } from './rows/rows';
import type { RowTable } from './rows/rowTable';
import { assignedBySelection } from './rows/selectors';
import { sightsOf } from './sights';
import type { Site } from './site';

/** An analysed module: what rules query. */
export interface Program {
  readonly sights: Sights;
  /** The budget of steps ran out; facts recorded so far are here. */
  readonly cutShort: boolean;
  readonly facts: readonly Fact[];
  /** Facts of functions that nobody calls in the module: nothing is known of their arguments, and no score rests on them. */
  readonly uncalled: readonly Fact[];
  /** Names of the attributes that functions read which nobody calls in the module. */
  readElsewhere(): ReadonlySet<string>;
  /** Facts of one kind, in order of execution. */
  all<K extends FactKind>(kind: K): readonly FactOf<K>[];
  /** Must every row of `inner` be one of `outer`? */
  contains(outer: Rows, inner: Rows): boolean;
  /** As `contains`, but rows that were left out of `outer` for a gap are taken as there. */
  covers(outer: Rows, inner: Rows): boolean;
  /** Is `ancestor` on a way from `rows` up to their sources? */
  descends(rows: Rows, ancestor: Rows): boolean;
  /** Must the two have no row in common? */
  disjoint(a: Rows, b: Rows): boolean;
  /** Must the two have a row in common? */
  overlaps(a: Rows, b: Rows): boolean;
  /** Where two disjoint sets of rows parted, nearest first. */
  parting(a: Rows, b: Rows): Parting | undefined;
  /** The names of columns that the program asks a table for: they are there. */
  columnsSeen(table: number): ReadonlySet<string>;
  /** What the project says about its data. */
  readonly declarations: Declarations;
  /** Text under a place of the analysed module. */
  textOf(site: Site): string;
  /** What the text under a place answers to a question: an edit that leaves the answer as it is changes nothing. */
  tells<T extends Answer>(site: Site, ask: (text: string) => T): T;
  /** Line of a place, from 1, counted over the whole text. */
  lineOf(site: Site): number;
  /** A place in words: `line 12`, `cell 3, line 2`. */
  whereIs(site: Site): string;
  /** Of a notebook: what its cells do with their names. Worked out when it is first asked for. */
  notebook(): Notebook | undefined;
  /** What of the text was looked at: all that is not facts goes through here. */
  readonly asked: AskedText;
}

export interface ProgramOptions {
  readonly cutShort: boolean;
  readonly declarations?: Declarations;
  readonly uncalled?: readonly Fact[];
  readonly readElsewhere?: () => ReadonlySet<string>;
  readonly columnsSeen?: (table: number) => ReadonlySet<string>;
  /** Names places as their reader does; by lines of the text unless given. */
  readonly whereIs?: ((site: Site) => string) | undefined;
  readonly notebook?: (() => Notebook) | undefined;
}

/** Two sides of one split. */
export interface Parting {
  readonly a: Rows;
  readonly b: Rows;
  /** The call that split, where it was a call. */
  readonly site: Site | undefined;
  readonly form: 'holdout' | 'folds' | 'subsets';
  /** How it was decided on which side a row comes. */
  readonly assigns: Assignment;
}

export function programOf(
  facts: readonly Fact[],
  rows: RowTable,
  text: string,
  options: ProgramOptions,
): Program {
  const byKind = new Map<FactKind, Fact[]>();
  for (const fact of facts) {
    const same = byKind.get(fact.kind);
    if (same) same.push(fact);
    else byKind.set(fact.kind, [fact]);
  }
  const all = <K extends FactKind>(kind: K): readonly FactOf<K>[] => (byKind.get(kind) ?? []) as FactOf<K>[];
  const asked = new AskedText();
  const notebook = once(options.notebook ?? (() => undefined));
  const whereIs = options.whereIs ?? ((site: Site): string => `line ${lineOf(text, site.start)}`);
  const partings = new PairMap<{ readonly parting: Parting | undefined }>();
  return {
    facts,
    uncalled: options.uncalled ?? [],
    cutShort: options.cutShort,
    declarations: options.declarations ?? NO_DECLARATIONS,
    all,
    readElsewhere: options.readElsewhere ?? (() => new Set()),
    columnsSeen: options.columnsSeen ?? (() => new Set()),
    sights: sightsOf(all, options.uncalled ?? []),
    contains: (outer, inner) => rows.contains(outer, inner),
    covers: (outer, inner) => rows.contains(complete(outer), inner),
    descends: (one, ancestor) => rows.descends(one, ancestor),
    disjoint: (a, b) => rows.disjoint(a, b),
    overlaps: (a, b) => rows.overlaps(a, b),
    // Every rule asks for those of the same few scores and fits.
    parting: (a, b) =>
      (partings.get(a.id, b.id) ?? partings.set(a.id, b.id, { parting: partingOf(rows, a, b) })).parting,
    textOf: site => {
      if (site.module !== undefined) return '';
      asked.note(site);
      return text.slice(site.start, site.end);
    },
    tells: (site, ask) => {
      const answer = ask(site.module === undefined ? text.slice(site.start, site.end) : '');
      if (site.module === undefined) asked.noteQuestion({ span: site, ask, answer });
      return answer;
    },
    lineOf: site => {
      asked.noteLines();
      return lineOf(text, site.start);
    },
    whereIs: site => {
      asked.noteLines();
      return whereIs(site);
    },
    notebook: () => {
      if (options.notebook) asked.noteNames();
      return notebook();
    },
    asked,
  };
}

function complete(rows: Rows): Rows {
  let whole = rows;
  while (whole.kind === 'sub' && whole.by.by === 'missing') whole = whole.of;
  return whole;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function partingOf(rows: RowTable, a: Rows, b: Rows): Parting | undefined {
  for (const x of steps(a)) {
    for (const y of steps(b)) {
      if (x.kind === 'part' && y.kind === 'part' && x.split === y.split && x.index !== y.index) {
        return { a: x, b: y, site: x.split.site, form: x.split.form, assigns: x.split.assigns };
      }
    }
  }
  if (!rows.disjoint(a, b)) return undefined;
  // Rows that are drawn from one side afterwards do not say how the sides were made.
  const outer = lineage(a).findLast(one => rows.disjoint(one, b)) ?? a;
  const other = lineage(b).findLast(one => rows.disjoint(outer, one)) ?? b;
  return { a, b, site: undefined, form: 'subsets', assigns: assignedBySelection(outer, other) };
}
