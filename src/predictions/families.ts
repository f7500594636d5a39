import { ALIASES, plainName } from './aliases';
import type { Head, HeadColumn } from './head';

/** Columns of one kind for each label of a row: `y_true_news`, `y_true_sport` beside `y_pred_news`, `y_pred_sport`. */
export interface LabelFamilies {
  /** The ends of the names, in the order of the columns of truth. */
  readonly labels: readonly string[];
  readonly y_true: readonly string[];
  readonly y_pred?: readonly string[];
  readonly y_score?: readonly string[];
}

/**
 * At least two columns whose names begin as one of truth is called and that hold nothing but 0 and 1, and as many of
 * predictions or scores whose names end the same.
 */
export function labelFamilies(head: Head, taken: ReadonlySet<string>): LabelFamilies | undefined {
  const free = [...head.values()].filter(({ name }) => !taken.has(name));
  for (const start of ALIASES.y_true) {
    const truth = familyOf(start, free.filter(isBits));
    const labels = [...truth.keys()];
    if (labels.length < 2) continue;
    const said = complete('y_pred', labels, free);
    const scores = complete('y_score', labels, free);
    if (said || scores)
      return {
        labels,
        y_true: [...truth.values()],
        ...(said && { y_pred: said }),
        ...(scores && { y_score: scores }),
      };
  }
  return undefined;
}

/** What stands behind the common beginning of names: `news` of `true_news`. */
export function labelIn(column: string): string {
  const plain = plainName(column);
  const starts = ALIASES.y_true.filter(alias => plain.startsWith(`${alias}_`));
  const longest = starts.reduce((best, alias) => (alias.length > best.length ? alias : best), '');
  return longest === '' ? column : endOf(column, longest);
}

const endOf = (column: string, start: string): string =>
  column
    .trim()
    .slice(start.length)
    .replace(/^[^\p{L}\p{N}]+/u, '');

function familyOf(start: string, columns: readonly HeadColumn[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap(({ name }) => {
      const end = plainName(name).startsWith(`${start}_`) ? endOf(name, start) : '';
      return end === '' ? [] : [[end, name] as const];
    }),
  );
}

/** The columns of a role for all of these labels, in their order. */
function complete(
  role: 'y_pred' | 'y_score',
  labels: readonly string[],
  free: readonly HeadColumn[],
): readonly string[] | undefined {
  for (const start of ALIASES[role]) {
    const family = familyOf(
      start,
      free.filter(({ isNumeric, distinct }) => isNumeric || [...distinct].every(isBit)),
    );
    const columns = labels.map(label => family.get(label));
    if (columns.every(column => column !== undefined)) return columns;
  }
  return undefined;
}

const isBit = (value: unknown): boolean => value === 0 || value === 1 || typeof value === 'boolean';

const isBits = ({ distinct, present }: HeadColumn): boolean =>
  present > 0 && distinct.size <= 2 && [...distinct].every(isBit);
