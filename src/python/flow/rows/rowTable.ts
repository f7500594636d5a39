import type { SplitRole } from '../../../base/declarations';
import { Interning, Numbers } from '../interning';
import { PairMap } from './pairMap';
import type { Dup, Part, Rows, Selector, Source, Split, Sub } from './rows';
import { lineage } from './rows';
import { complementary, meet, selectorKey } from './selectors';

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
    if (isWholeStretch(outer) && this.contains(outer.of, inner)) return true;
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

/** Does the project declare the two files to be different splits? */
function declaredApart(a: Source, b: Source): boolean {
  return isSplit(a.role) && isSplit(b.role) && a.role !== b.role;
}

function isSplit(role: SplitRole | undefined): boolean {
  return role !== undefined && role !== 'other';
}

function isWholeStretch(rows: Rows): rows is Part {
  return rows.kind === 'part' && rows.split.stretches === true;
}

function isNearlyAll(rows: Rows): rows is Sub | Dup | Part {
  if (isWholeStretch(rows)) return true;
  return rows.kind === 'sub' ? rows.by.by === 'missing' : rows.kind === 'dup' && rows.keeps;
}
