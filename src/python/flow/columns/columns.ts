import type { Column, ColumnChoice, ColumnTaint, Holding } from './holding';
import { Interning, Numbers } from '../interning';
import { Journal } from '../incremental/journal';
import type { Site } from '../site';

const NOTHING: ReadonlySet<string> = new Set();
const NO_COLUMNS: ReadonlyMap<string, Column> = new Map();

/** Stands among the columns that a table is without, where its rows were given names of their own. */
const ROW_NAMES = '‹names of rows›';

/** Makes tables' identities and columns, and remembers which columns a table is known to have. */
export class ColumnTable {
  private readonly known = new Map<string, Column>();
  private readonly tables = new Map<string, number>();
  private readonly seen = new Map<number, Set<string>>();
  /** Tables whose rows came with no names of their own: they are counted. */
  private readonly counted = new Set<number>();
  readonly numbers = new Numbers();

  constructor(
    private readonly interning = new Interning(),
    private readonly journal = new Journal(),
  ) {}

  /** A table of which nothing is known but that it is this one. */
  open(): Holding {
    return holdingOf(this.numbers.next++);
  }

  /** The same table whenever it is asked for by this key. */
  openFor(key: string): Holding {
    const known = this.tables.get(key);
    if (known !== undefined) {
      this.interning.met(this.numbers, known);
      return holdingOf(known);
    }
    const table = this.numbers.next++;
    this.tables.set(key, table);
    this.interning.made(this.tables, key, this.numbers, table);
    return holdingOf(table);
  }

  /** Its rows have no names but the count that the reader gave them. */
  count({ table }: Holding): void {
    if (table !== undefined) this.journal.add(this.counted, table);
  }

  isCounted({ table, span, without }: Holding): boolean {
    return table !== undefined && this.counted.has(table) && !span && !without.has(ROW_NAMES);
  }

  /** The names of columns that the program has asked this table for. */
  seenIn(table: number): ReadonlySet<string> {
    return this.seen.get(table) ?? NOTHING;
  }

  /** What is written through the journal. */
  lasting(): readonly unknown[] {
    return [this.seen, this.counted, ...this.seen.values()];
  }

  /** A column as it came with its table. */
  loaded(table: number, name: string): Column {
    const names = this.seen.get(table) ?? new Set();
    if (names.size === 0) this.journal.set(this.seen, table, names);
    this.journal.add(names, name);
    return this.intern(`${table} ${name}`, id => ({ ...PLAIN, id, name, table }));
  }

  at(order: string, index: number): Column {
    return this.intern(`${order} @${index}`, id => ({
      ...PLAIN,
      id,
      name: undefined,
      position: { order, index },
    }));
  }

  computed(
    name: string | undefined,
    site: Site | undefined,
    from: readonly ColumnTaint[],
    whole: boolean,
  ): Column {
    return { ...PLAIN, id: this.numbers.next++, name, site, from, whole };
  }

  hasSeen(table: number | undefined, name: string): boolean {
    return table !== undefined && this.seen.get(table)?.has(name) === true;
  }

  private intern(key: string, make: (id: number) => Column): Column {
    const known = this.known.get(key);
    if (known) {
      this.interning.met(this.numbers, known.id);
      return known;
    }
    const made = make(this.numbers.next++);
    this.known.set(key, made);
    this.interning.made(this.known, key, this.numbers, made.id);
    return made;
  }
}

const PLAIN: Omit<Column, 'id' | 'name'> = {
  table: undefined,
  position: undefined,
  site: undefined,
  from: [],
  whole: true,
};

export function holdingOf(table: number | undefined, columns = NO_COLUMNS): Holding {
  return { table, without: NOTHING, columns, span: undefined, dummies: false, chosen: undefined };
}

/** The column of this name. What is read is there, whatever was thought before. */
export function columnNamed(columns: ColumnTable, holding: Holding, name: string): Column {
  return presentColumn(columns, holding, name) ?? columns.computed(name, undefined, [], false);
}

/** The column of this name where it is certain to be there, or to be there if it was ever there. */
export function presentColumn(columns: ColumnTable, holding: Holding, name: string): Column | undefined {
  const own = holding.columns.get(name);
  if (own) return own;
  if (holding.table === undefined || holding.span || holding.without.has(name)) return undefined;
  return columns.loaded(holding.table, name);
}

/** `df[['a', 'b']]` */
export function selectNamed(
  columns: ColumnTable,
  holding: Holding,
  names: readonly string[],
  chosen: ColumnChoice | undefined,
): Holding {
  const taken = new Map(names.map(name => [name, columnNamed(columns, holding, name)] as const));
  return { ...holdingOf(undefined, taken), chosen };
}

/** `df.drop(columns=['a', 'b'])` */
export function dropNamed(holding: Holding, names: readonly string[], chosen?: ColumnChoice): Holding {
  const gone = holding.dummies ? [...names, ...names.flatMap(originals)] : names;
  const columns = new Map([...holding.columns].filter(([name]) => !gone.includes(name)));
  const without = holding.table === undefined ? holding.without : new Set([...holding.without, ...gone]);
  return { ...holding, columns, without, chosen: chosen ?? holding.chosen };
}

/** `df.set_index('id')`: the rows have names of their own. */
export function withRowNames(holding: Holding): Holding {
  return dropNamed(holding, [ROW_NAMES]);
}

/** `df.reset_index()`: where rows were merely counted, the count becomes the first column. */
export function withCount(columns: ColumnTable, holding: Holding, site: Site): Holding {
  if (!columns.isCounted(holding) || holding.columns.has(COUNT)) return holding;
  const moved = dropNamed(holding, [`‹before› ${COUNT}`]);
  return withColumn(moved, COUNT, columns.computed(COUNT, site, [], true), false);
}

const COUNT = 'index';

/** What a column `fuel_gas` of dummies may have been made from: `fuel`. */
function originals(name: string): string[] {
  const words = name.split('_');
  return words.slice(1).map((_, i) => words.slice(0, i + 1).join('_'));
}

/** `df['a'] = …`: a new last column, or another in the place of the one that had this name. */
export function withColumn(holding: Holding, name: string, column: Column, inPlace: boolean): Holding {
  return {
    ...holding,
    columns: new Map(holding.columns).set(name, column),
    without: inPlace && holding.table !== undefined ? new Set([...holding.without, name]) : holding.without,
  };
}

/** `df.rename(columns={'a': 'b'})` */
export function renameColumns(
  columns: ColumnTable,
  holding: Holding,
  names: ReadonlyMap<string, string>,
): Holding {
  const moved = [...names].flatMap(([old, name]) => {
    const column = presentColumn(columns, holding, old);
    return column ? [[name, column] as const] : [];
  });
  const left = dropNamed({ ...holding, dummies: false }, [...names.keys()]);
  return moved.reduce((all, [name, column]) => withColumn(all, name, column, true), {
    ...left,
    dummies: holding.dummies,
  });
}

/** Columns of several tables side by side; of tables that are open, only what is certain. */
export function sideBySide(columns: ColumnTable, holdings: readonly Holding[]): Holding {
  const [first, ...others] = holdings.filter(one => one.table !== undefined);
  const all = new Map(holdings.flatMap(one => [...one.columns]));
  if (!first) return holdingOf(undefined, all);
  // Two open tables: which names they share is not known, so it is a new one with what is certain.
  if (others.length > 0) return { ...columns.open(), columns: all };
  const replaced = [...all.keys()].filter(name => !first.columns.has(name));
  return { ...first, columns: all, without: new Set([...first.without, ...replaced]), chosen: undefined };
}

/** What is certain on both of two paths. */
export function joinHoldings(columns: ColumnTable, a: Holding, b: Holding): Holding {
  if (a === b) return a;
  const same = a.table === b.table && a.span === b.span;
  const both = new Map<string, Column>();
  const others: string[] = [];
  const add = (name: string, x: Column | undefined, y: Column | undefined): void => {
    if (x && y) both.set(name, joinColumns(columns, x, y));
    else others.push(name);
  };
  const present = (holding: Holding, name: string): Column | undefined =>
    same ? presentColumn(columns, holding, name) : undefined;
  for (const [name, x] of a.columns) add(name, x, b.columns.get(name) ?? present(b, name));
  for (const [name, y] of b.columns) if (!a.columns.has(name)) add(name, present(a, name), y);
  const chosen = a.chosen === b.chosen ? a.chosen : undefined;
  const dummies = a.dummies || b.dummies;
  // Two lists of names with different ones: what both have is certain, and there may be more.
  const complete = same && (a.table !== undefined || others.length === 0);
  if (!complete) return { ...columns.open(), columns: both, dummies, chosen };
  const without = a.table === undefined ? NOTHING : new Set([...a.without, ...b.without, ...others]);
  return { ...a, columns: both, without, dummies, chosen };
}

function joinColumns(columns: ColumnTable, x: Column, y: Column): Column {
  if (x === y) return x;
  const common = x.from.filter(taint => y.from.includes(taint));
  return columns.computed(x.name, x.site ?? y.site, common, false);
}

/** Is this column certain to be among those? */
export function holds(holding: Holding, column: Column): boolean {
  for (const own of holding.columns.values()) if (own === column) return true;
  if (column.position) return holdsPosition(holding, column.position);
  if (column.table === undefined || column.name === undefined) return false;
  return holding.table === column.table && !holding.span && !holding.without.has(column.name);
}

function holdsPosition(holding: Holding, { order, index }: { order: string; index: number }): boolean {
  if (!holding.span) return orderOf(holding) === order;
  const { lower, upper } = holding.span;
  if (holding.span.order !== order) return false;
  if (index >= 0)
    return lower >= 0 && index >= lower && (upper === undefined || (upper >= 0 && index < upper));
  // Counted from the end: the last column is in every span that has any and goes to the end.
  const begins = lower < 0 ? index >= lower : index === -1 || lower <= 1;
  return begins && (upper === undefined || (upper < 0 && index < upper));
}

/** Tables of one order have the same columns at the same positions, but for those that were added at the end. */
export function orderOf({ table, without, columns }: Holding): string | undefined {
  if (table === undefined) return undefined;
  const gone = [...without].filter(name => !columns.has(name)).sort();
  return `${table} -${gone.join()}`;
}

/** Is everything the same that is known of the two? */
export function sameHolding(a: Holding, b: Holding): boolean {
  if (a === b) return true;
  if (a.table !== b.table || a.span !== b.span || a.without.size !== b.without.size) return false;
  if (a.columns.size !== b.columns.size || [...a.without].some(name => !b.without.has(name))) return false;
  return [...a.columns].every(([name, column]) => b.columns.get(name) === column);
}
