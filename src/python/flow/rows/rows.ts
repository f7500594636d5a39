import type { SplitRole } from '../../../base/declarations';
import type { Assignment } from '../../knowledge/entry';
import type { Interval } from './bounds';
import { intersect, intervalOf, separate } from './bounds';
import { endsBefore, excludeEachOther } from './comparisons';
import { Interning, Numbers } from '../interning';
import { PairMap } from './pairMap';
import type { Site } from '../site';

/**
 * Which observations a value holds, symbolically: never how many, never which numbers. Expressions are interned by a
 * `RowTable`, so two are the same rows for certain when they are the same object.
 *
 *     train_test_split(df)       part 0 and part 1 of all(df)
 *     df[df.a > 0], df[:n]       sub of all(df), by a mask, by a slice
 *     SMOTE().fit_resample(X)    dup of X's rows
 *     pd.concat([a, b])          union
 *     after `if …: x = a`        either
 */
export type Rows = All | Part | Sub | Dup | Union | Either;

interface Base {
  readonly id: number;
}

/** All rows of one source. */
export interface All extends Base {
  readonly kind: 'all';
  readonly source: Source;
}
/** Output number `index` of a split; of a fold iterator, 0 is the fold's training side and 1 the held-out one. */
export interface Part extends Base {
  readonly kind: 'part';
  readonly split: Split;
  readonly index: number;
  readonly of: Rows;
}
export interface Sub extends Base {
  readonly kind: 'sub';
  readonly of: Rows;
  readonly by: Selector;
}
/** Rows copied or synthesised from others, many to one. */
export interface Dup extends Base {
  readonly kind: 'dup';
  readonly of: Rows;
  /** Every row of `of` is still there. */
  readonly keeps: boolean;
}
/** Rows of several, one below the other. */
export interface Union extends Base {
  readonly kind: 'union';
  readonly members: readonly Rows[];
}
/** Rows of one of several: it depends on the path taken. */
export interface Either extends Base {
  readonly kind: 'either';
  readonly members: readonly Rows[];
}

/** Where rows come from. */
export interface Source {
  /** Equal keys are the same rows. */
  readonly key: string;
  /**
   * `literal`: written in the program, value by value; `unknown`: what an unresolved call gave; `index`: positions, not
   * observations.
   */
  readonly kind: 'load' | 'generate' | 'literal' | 'unknown' | 'index';
  readonly site: Site;
  /** As it reads in a message: `data.csv`, `load_iris()`. */
  readonly label: string;
  /** The path that it was read from, as much of it as is written. */
  readonly path?: string;
  /** What it was read with, where that decides what its methods mean. */
  readonly library?: 'polars';
  /** What the project declares this file to be. */
  readonly role?: SplitRole;
  /** Its values are pixels: their largest is a constant of the format. */
  readonly pixels?: boolean;
  /** Of positions: they were shuffled. */
  readonly shuffled?: boolean;
  /** It was kept in a file or a registry by another run: what loaded it. */
  readonly stored?: string;
  /** So many rows, where that is known. */
  readonly size?: number;
}

/** One execution of a splitter. */
export interface Split {
  readonly id: number;
  readonly form: 'holdout' | 'folds';
  readonly site: Site;
  /** As written: `train_test_split`. */
  readonly label: string;
  /** Which rows are drawn; undefined where that cannot be told. */
  readonly drawn?: Drawn;
  readonly assigns: Assignment;
  /** Loops that change its seed from one round to the next. */
  readonly seededBy?: readonly number[];
}

/**
 * How a splitter draws rows: other ones at each call, those that belong to a seed, or in their order. Calls between
 * which NumPy's generator was seeded again (`epoch`) may draw the same.
 */
export type Drawn =
  | { readonly how: 'anew'; readonly epoch: number }
  | { readonly how: 'seeded'; readonly seed: number }
  | { readonly how: 'in-order' };

/** How a subset was chosen. Strings are symbols: equal symbols are equal values. */
export type Selector =
  | { readonly by: 'slice'; readonly lower: string | undefined; readonly upper: string | undefined }
  | { readonly by: 'mask'; readonly symbol: string; readonly negated: boolean; readonly drawn?: boolean }
  | { readonly by: 'rows'; readonly rows: Rows; readonly negated: boolean }
  | { readonly by: 'missing'; readonly symbol: string }
  /** `drawn`: by chance. */
  | { readonly by: 'other'; readonly symbol: string; readonly drawn?: boolean };

const MAX_MEMBERS = 8;
const MAX_DEPTH = 40;

/** Builds and compares row expressions of one analysis. */
export class RowTable {
  private readonly interned = new Map<string, Rows>();
  private answers = newAnswers();
  readonly numbers = new Numbers();

  constructor(private readonly interning = new Interning()) {}

  /** All rows of a source that nothing else is equal to. */
  other(source: Source): Rows {
    return { kind: 'all', id: this.numbers.next++, source };
  }

  /** The number of the next rows. */
  get upcoming(): number {
    return this.numbers.next;
  }

  /** Forgets what was found out about rows from this number on. */
  forgetFrom(next: number): void {
    const { contained, apartness, meeting, union, either } = this.answers;
    for (const answers of [contained, apartness, meeting]) answers.forgetFrom(next);
    for (const joined of [union, either]) joined.forgetFrom(next, ({ id }) => id >= next);
  }

  /** Runs `body`, which may number rows once more: nothing that is found out about those numbers is remembered. */
  apart(body: () => void): void {
    const kept = this.answers;
    this.answers = newAnswers();
    body();
    this.answers = kept;
  }

  all(source: Source): Rows {
    return this.intern(`all ${source.key}`, id => ({ kind: 'all', id, source }));
  }

  part(split: Split, index: number, of: Rows): Rows {
    return this.intern(`part ${split.id} ${index} ${of.id}`, id => ({ kind: 'part', id, split, index, of }));
  }

  sub(of: Rows, by: Selector): Rows {
    if (by.by === 'slice' && by.lower === undefined && by.upper === undefined) return of;
    if (this.depth(of) > MAX_DEPTH) return of;
    return this.intern(`sub ${of.id} ${selectorKey(by)}`, id => ({ kind: 'sub', id, of, by }));
  }

  dup(of: Rows, key: string, keeps = false): Rows {
    return this.intern(`dup ${of.id} ${key}`, id => ({ kind: 'dup', id, of, keeps }));
  }

  union(members: readonly Rows[]): Rows {
    return this.several('union', members);
  }

  either(members: readonly Rows[]): Rows {
    return this.several('either', members);
  }

  /** The rows that a length counts, where `len(X)` was written as the symbol `len<id>`. */
  counted(symbol: string): Rows | undefined {
    const id = /^len(\d+)$/.exec(symbol)?.[1];
    if (id === undefined) return undefined;
    for (const rows of this.interned.values()) if (rows.id === Number(id)) return rows;
    return undefined;
  }

  /** Must every row of `inner` be a row of `outer`? `false` means: not known to be. */
  contains(outer: Rows, inner: Rows): boolean {
    if (outer === inner) return true;
    const { contained } = this.answers;
    const known = contained.get(outer.id, inner.id);
    if (known !== undefined) return known;
    // What is asked again while it is being found out is not known.
    contained.set(outer.id, inner.id, false);
    return contained.set(outer.id, inner.id, this.computeContains(outer, inner));
  }

  /** Must the two have no row in common? `false` means: not known. */
  disjoint(a: Rows, b: Rows): boolean {
    if (a === b) return false;
    const [x, y] = a.id < b.id ? [a, b] : [b, a];
    const { apartness } = this.answers;
    const known = apartness.get(x.id, y.id);
    if (known !== undefined) return known;
    apartness.set(x.id, y.id, false);
    return apartness.set(x.id, y.id, this.computeDisjoint(x, y));
  }

  /**
   * Must the two have a row in common? Nothing is taken to be empty, rows that were left out for a gap are taken as there,
   * and of two random draws from the same rows some are the same. `false` means: not known.
   */
  overlaps(a: Rows, b: Rows): boolean {
    const [x, y] = a.id < b.id ? [a, b] : [b, a];
    const { meeting } = this.answers;
    return meeting.get(x.id, y.id) ?? meeting.set(x.id, y.id, this.computeOverlaps(x, y));
  }

  /** Is `ancestor` on a way from `rows` up to its sources? */
  descends(rows: Rows, ancestor: Rows): boolean {
    return lineage(rows).includes(ancestor);
  }

  private computeContains(outer: Rows, inner: Rows): boolean {
    if (inner.kind === 'union' || inner.kind === 'either') {
      return inner.members.every(member => this.contains(outer, member));
    }
    if (outer.kind === 'union' && outer.members.some(member => this.contains(member, inner))) return true;
    if (outer.kind === 'either' && outer.members.every(member => this.contains(member, inner))) return true;
    return inner.kind !== 'all' && this.contains(outer, inner.of);
  }

  private computeDisjoint(a: Rows, b: Rows): boolean {
    if (a.kind === 'union' || a.kind === 'either') return a.members.every(member => this.disjoint(member, b));
    if (b.kind === 'union' || b.kind === 'either') return b.members.every(member => this.disjoint(a, member));
    if (this.partedBy(a, b) || this.partedBy(b, a)) return true;
    return (a.kind !== 'all' && this.disjoint(a.of, b)) || (b.kind !== 'all' && this.disjoint(a, b.of));
  }

  private computeOverlaps(a: Rows, b: Rows): boolean {
    if (this.contains(a, b) || this.contains(b, a)) return true;
    if (a.kind === 'either') return a.members.every(member => this.overlaps(member, b));
    if (b.kind === 'either') return b.members.every(member => this.overlaps(a, member));
    if (a.kind === 'union') return a.members.some(member => this.overlaps(member, b));
    if (b.kind === 'union') return b.members.some(member => this.overlaps(a, member));
    if (a.kind === 'sub' && b.kind === 'sub' && a.of === b.of && this.meet(a, b)) return true;
    return (isNearlyAll(a) && this.overlaps(a.of, b)) || (isNearlyAll(b) && this.overlaps(a, b.of));
  }

  /** Must two selections from the same rows have some in common? */
  private meet(a: Sub, b: Sub): boolean {
    if (a.by.by !== 'rows' || b.by.by !== 'rows') return meet(a.by, b.by, a.of);
    return !a.by.negated && !b.by.negated && this.overlaps(a.by.rows, b.by.rows);
  }

  /** Are these two apart by their own last step? */
  private partedBy(a: Rows, b: Rows): boolean {
    if (a.kind === 'part') return b.kind === 'part' && a.split === b.split && a.index !== b.index;
    if (a.kind === 'all') return b.kind === 'all' && declaredApart(a.source, b.source);
    if (a.kind !== 'sub') return false;
    if (a.by.by === 'rows' && a.by.negated && this.contains(a.by.rows, b)) return true;
    if (b.kind !== 'sub') return false;
    if (a.by.by === 'rows' && b.by.by === 'rows') return this.apartByRows(a.by, b.by);
    return a.of === b.of && complementary(a.by, b.by, a.of);
  }

  private apartByRows(a: Extract<Selector, { by: 'rows' }>, b: Extract<Selector, { by: 'rows' }>): boolean {
    if (!a.negated && !b.negated) return this.disjoint(a.rows, b.rows);
    return a.negated !== b.negated && this.contains((a.negated ? a : b).rows, (a.negated ? b : a).rows);
  }

  private several(kind: 'union' | 'either', members: readonly Rows[]): Rows {
    const [a, b] = members;
    if (!a || !b || members.length > 2) return this.flat(kind, members);
    if (a === b) return a;
    const joined = this.answers[kind];
    return joined.get(a.id, b.id) ?? joined.set(a.id, b.id, this.flat(kind, members));
  }

  private flat(kind: 'union' | 'either', members: readonly Rows[]): Rows {
    const flat = [...new Set(members.flatMap(member => (member.kind === kind ? member.members : [member])))];
    const sorted = flat.sort((a, b) => a.id - b.id).slice(0, MAX_MEMBERS);
    const [first] = sorted;
    if (first && sorted.length === 1) return first;
    return this.intern(`${kind} ${sorted.map(one => one.id).join()}`, id => ({ kind, id, members: sorted }));
  }

  private depth(rows: Rows): number {
    let depth = 0;
    for (let next: Rows | undefined = rows; next && 'of' in next; next = next.of) depth++;
    return depth;
  }

  private intern(key: string, make: (id: number) => Rows): Rows {
    const known = this.interned.get(key);
    if (known) {
      this.interning.met(this.numbers, known.id);
      return known;
    }
    const made = make(this.numbers.next++);
    this.interned.set(key, made);
    this.interning.made(this.interned, key, this.numbers, made.id);
    return made;
  }
}

/** What was asked of two rows, by their numbers. Joins meet the same two over and over. */
interface Answers {
  readonly contained: PairMap<boolean>;
  readonly apartness: PairMap<boolean>;
  readonly meeting: PairMap<boolean>;
  readonly union: PairMap<Rows>;
  readonly either: PairMap<Rows>;
}

function newAnswers(): Answers {
  return {
    contained: new PairMap(),
    apartness: new PairMap(),
    meeting: new PairMap(),
    union: new PairMap(),
    either: new PairMap(),
  };
}

/** The rows themselves and everything that they were taken from, nearest first. */
export function lineage(rows: Rows): readonly Rows[] {
  let found = lineages.get(rows);
  if (!found) {
    found = findLineage(rows);
    lineages.set(rows, found);
  }
  return found;
}

/** Every rule asks for the same few. */
const lineages = new WeakMap<Rows, readonly Rows[]>();

function findLineage(rows: Rows): readonly Rows[] {
  const found = new Set<Rows>();
  const pending = [rows];
  for (let next = pending.shift(); next; next = pending.shift()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next.kind === 'union' || next.kind === 'either') pending.push(...next.members);
    else if (next.kind !== 'all') pending.push(next.of);
  }
  return [...found];
}

/** How subsets that were cut out by hand came apart. */
export function assignedBySelection(a: Rows, b: Rows): Assignment {
  const [of, others] = [lineage(a), lineage(b)];
  const steps = [
    ...of.filter(one => !others.includes(one)),
    ...others.filter(one => !of.includes(one)),
  ].filter(one => one.kind === 'sub');
  if (steps.some(({ by }) => isDrawn(by))) return 'at-random';
  return steps.length > 0 && steps.every(({ by }) => by.by === 'slice' || by.by === 'missing')
    ? 'in-order'
    : 'unknown';
}

function isDrawn(by: Selector): boolean {
  if (by.by === 'rows') return lineage(by.rows).some(isDrawnRows);
  return (by.by === 'mask' || by.by === 'other') && by.drawn === true;
}

function isDrawnRows(rows: Rows): boolean {
  return (rows.kind === 'sub' && isDrawn(rows.by)) || (rows.kind === 'all' && rows.source.shuffled === true);
}

/** As `lineage`, with the ways up of indices that picked rows: `X[train]`, where `train` is of folds over positions. */
export function steps(rows: Rows): readonly Rows[] {
  return lineage(rows).flatMap(one =>
    one.kind === 'sub' && one.by.by === 'rows' && !one.by.negated ? [one, ...lineage(one.by.rows)] : [one],
  );
}

export function sourcesOf(rows: Rows): readonly Source[] {
  return lineage(rows).flatMap(one => (one.kind === 'all' ? [one.source] : []));
}

/** Does the project declare the two files to be different splits? */
function declaredApart(a: Source, b: Source): boolean {
  return isSplit(a.role) && isSplit(b.role) && a.role !== b.role;
}

function isSplit(role: SplitRole | undefined): boolean {
  return role !== undefined && role !== 'other';
}

function complementary(a: Selector, b: Selector, of: Rows): boolean {
  if (a.by === 'mask' && b.by === 'mask')
    return a.symbol === b.symbol ? a.negated !== b.negated : excludeEachOther(a, b);
  if (a.by !== 'slice' || b.by !== 'slice') return false;
  if (isSeam(a.upper, b.lower) || isSeam(b.upper, a.lower)) return true;
  if (areDatesApart(a.upper, b.lower) || areDatesApart(b.upper, a.lower)) return true;
  const [x, y] = [stretch(a, of), stretch(b, of)];
  return x !== undefined && y !== undefined && separate(x, y);
}

/** Does the one end where the other begins, wherever that is? */
function isSeam(upper: string | undefined, lower: string | undefined): boolean {
  return upper !== undefined && upper === lower;
}

/** `df[:'2018']`, `df['2019':]` */
function areDatesApart(upper: string | undefined, lower: string | undefined): boolean {
  return upper !== undefined && lower !== undefined && endsBefore(upper, lower);
}

function stretch(by: Extract<Selector, { by: 'slice' }>, of: Rows): Interval | undefined {
  return intervalOf(by.lower, by.upper, `len${of.id}`);
}

/** Must two slices or draws from the same rows have some in common? */
function meet(a: Selector, b: Selector, of: Rows): boolean {
  if (isDraw(a) && isDraw(b)) return a.symbol !== b.symbol;
  if (a.by !== 'slice' || b.by !== 'slice') return false;
  const [x, y] = [stretch(a, of), stretch(b, of)];
  return x !== undefined && y !== undefined && intersect(x, y);
}

/** `df.sample(frac=0.8)`, `df[np.random.rand(len(df)) < 0.8]`; a mask of more conditions may tell more than chance. */
function isDraw(by: Selector): by is Extract<Selector, { by: 'other' | 'mask' }> {
  if (by.by !== 'mask') return by.by === 'other' && by.drawn === true;
  return by.drawn === true && /^\(drawn#[^&|(]*[<>][^&|(]*\)$/.test(by.symbol);
}

function isNearlyAll(rows: Rows): rows is Sub | Dup {
  return rows.kind === 'sub' ? rows.by.by === 'missing' : rows.kind === 'dup' && rows.keeps;
}

function selectorKey(by: Selector): string {
  switch (by.by) {
    case 'slice':
      return `[${by.lower ?? ''}:${by.upper ?? ''}]`;
    case 'mask':
      return `${by.negated ? '~' : ''}mask ${by.symbol}`;
    case 'rows':
      return `${by.negated ? 'not ' : ''}in ${by.rows.id}`;
    default:
      return `${by.by} ${by.symbol}`;
  }
}

export function printRows(rows: Rows, depth = 0): string {
  if (depth > 6) return '…';
  switch (rows.kind) {
    case 'all':
      return rows.source.label;
    case 'part':
      return `part ${rows.index} of split#${rows.split.id}(${printRows(rows.of, depth + 1)})`;
    case 'sub':
      return `${printRows(rows.of, depth + 1)}[${printSelector(rows.by, depth)}]`;
    case 'dup':
      return `resampled(${printRows(rows.of, depth + 1)})`;
    default:
      return `(${rows.members.map(one => printRows(one, depth + 1)).join(rows.kind === 'union' ? ' + ' : ' or ')})`;
  }
}

function printSelector(by: Selector, depth: number): string {
  if (by.by === 'rows') return `${by.negated ? 'not ' : ''}in ${printRows(by.rows, depth + 1)}`;
  return selectorKey(by).replace(/^\[|\]$/g, '');
}
