import { countsOfPrecision, countsOfShare, type Counts } from './counts';
import { normalName } from './names';
import type { Entry, TreeNumber, TreeObject } from './tree';

/**
 * scikit-learn's `classification_report(output_dict=True)`: an object of classes and averages, each with precision,
 * recall, f1-score and support. `accuracy` is a plain number beside them.
 */
export interface ReportRow {
  /** `recall`, or `recall_macro` for an average. */
  readonly name: string;
  readonly number: TreeNumber;
  /** Absent for an average. */
  readonly class?: string;
  readonly counts?: Counts;
}

export interface RowEntry extends Entry {
  readonly value: TreeObject;
}

/** Is this entry a class's row of the report, or an average's? */
export function isReportRow(entry: Entry): entry is RowEntry {
  if (entry.value.kind !== 'object') return false;
  const cells = cellsOf(entry.value);
  return ['precision', 'recall', 'f1_score', 'support'].every(name => cells.has(name));
}

/** The values of one row with what its support says about them. */
export function reportRow({ key, value }: RowEntry): readonly ReportRow[] {
  const cells = cellsOf(value);
  const average = AVERAGE.exec(key)?.[1];
  return ['precision', 'recall', 'f1_score'].flatMap(name => {
    const number = cells.get(name);
    if (!number) return [];
    const plain = name === 'f1_score' ? 'f1' : name;
    if (average !== undefined) return [{ name: `${plain}_${average}`, number }];
    const counts = countsOf(name, number, cells);
    return [{ name: plain, number, class: key, ...(counts && { counts }) }];
  });
}

/** Rows in all classes, where the report says so: the averages' support. */
export function reportSize(entries: readonly Entry[]): number | undefined {
  const average = entries.find(({ key }) => key === 'weighted avg' || key === 'macro avg');
  return average?.value.kind === 'object' ? cellsOf(average.value).get('support')?.value : undefined;
}

/** Rows by class, all together, and what the averages say of all rows; where both are told. */
export function reportSupports(
  entries: readonly Entry[],
): { readonly classes: number; readonly all: TreeNumber } | undefined {
  const rows = entries.filter(isReportRow);
  const supportOf = ({ value }: RowEntry): TreeNumber | undefined => cellsOf(value).get('support');
  const all = rows.filter(({ key }) => AVERAGE.test(key)).flatMap(row => supportOf(row) ?? [])[0];
  const own = rows.filter(({ key }) => !AVERAGE.test(key)).map(row => supportOf(row)?.value ?? NaN);
  if (!all || own.length === 0) return undefined;
  return { classes: own.reduce((sum, count) => sum + count, 0), all };
}

const AVERAGE = /^(macro|weighted|micro|samples)[ _]avg$/;

function countsOf(
  name: string,
  number: TreeNumber,
  cells: ReadonlyMap<string, TreeNumber>,
): Counts | undefined {
  const support = cells.get('support')?.value ?? 0;
  if (name === 'recall') return countsOfShare(number.raw, number.value, support);
  const recall = cells.get('recall');
  if (name !== 'precision' || !recall) return undefined;
  const found = countsOfShare(recall.raw, recall.value, support);
  return found && countsOfPrecision(number.raw, number.value, found.successes);
}

function cellsOf(row: TreeObject): ReadonlyMap<string, TreeNumber> {
  const cells = new Map<string, TreeNumber>();
  for (const { key, value } of row.entries) if (value.kind === 'number') cells.set(normalName(key), value);
  return cells;
}
