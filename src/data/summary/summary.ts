import type { AgreementCounts } from './agreement';
import { createAgreement, mergeAgreements } from './agreement';
import type { ColumnSummary } from './column';
import { createColumn, mergeColumns } from './column';
import type { Extent } from './extent';
import { createExtent, mergeExtents } from './extent';
import type { KeyTable } from './key-table';
import { createKeyTable, mergeKeys } from './key-table';
import type { Plan } from './plan';
import type { RowSample } from './sample';
import { createSample, mergeSamples } from './sample';
import type { Separation } from './separation';
import { createSeparation, mergeSeparations } from './separation';

/**
 * All that is kept of rows, in memory that does not grow with their number. Summaries of several files merge into that of
 * one logical table.
 */
export interface Summary {
  rows: number;
  readonly columns: Map<string, ColumnSummary>;
  /** Rows by their compared columns. */
  readonly features: KeyTable;
  /** Rows by their compared columns and the target: what makes a row a duplicate. Only where there is a target. */
  readonly whole: KeyTable | undefined;
  readonly groups: ReadonlyMap<string, KeyTable>;
  readonly time: Extent;
  readonly agreement: AgreementCounts;
  readonly separation: Separation;
  readonly sample: RowSample;
}

export function createSummary(plan: Plan): Summary {
  return {
    rows: 0,
    columns: new Map(),
    features: createKeyTable(),
    whole: plan.target === undefined ? undefined : createKeyTable(),
    groups: new Map(plan.groups.map(name => [name, createKeyTable()])),
    time: createExtent(),
    agreement: createAgreement(),
    separation: createSeparation(),
    sample: createSample(),
  };
}

/** The column of that name; one that turns up late was missing in all rows before. */
export function columnOf(summary: Summary, name: string): ColumnSummary {
  let column = summary.columns.get(name);
  if (!column) summary.columns.set(name, (column = createColumn(name, summary.rows)));
  return column;
}

/**
 * Adds the summary of a later file.
 *
 * @param file its index among the files of the table
 */
export function mergeSummaries(into: Summary, from: Summary, file: number): void {
  for (const [name, column] of from.columns) mergeColumns(columnOf(into, name), column);
  for (const [name, column] of into.columns) if (!from.columns.has(name)) column.missing += from.rows;
  mergeKeys(into.features, from.features, file);
  if (into.whole && from.whole) mergeKeys(into.whole, from.whole, file);
  for (const [name, keys] of from.groups) {
    const group = into.groups.get(name);
    if (group) mergeKeys(group, keys, file);
  }
  mergeExtents(into.time, from.time, file);
  mergeAgreements(into.agreement, from.agreement);
  mergeSeparations(into.separation, from.separation);
  mergeSamples(into.sample, from.sample);
  into.rows += from.rows;
}
