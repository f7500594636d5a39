import type { Manifest } from '../manifest/model';
import { normalName } from '../metrics/names';

/** What the cells of a confusion matrix cost, as the manifest says; a gain is a negative cost. */
export interface StatedCosts {
  readonly unit?: string;
  readonly cells: Readonly<Partial<Record<Cell, number>>>;
  /** Kinds of error that are no cell of the matrix, or not known to be one. */
  readonly others: readonly string[];
}

export type Cell = 'tp' | 'fp' | 'fn' | 'tn';

const NAMES: readonly (readonly [Cell, RegExp])[] = [
  ['fp', /^(fp|false_?positives?|false_?alarms?|false_alarm_.*)$/],
  ['fn', /^(fn|false_?negatives?|miss|misses|missed|missed_.*)$/],
  ['tp', /^(tp|true_?positives?|hits?|caught|caught_.*)$/],
  ['tn', /^(tn|true_?negatives?)$/],
];

/** The costs under `problem.cost`; `undefined` where it gives no number. */
export function statedCosts({ fields }: Pick<Manifest, 'fields'>): StatedCosts | undefined {
  const cells: Partial<Record<Cell, number>> = {};
  const others: string[] = [];
  let unit: string | undefined;
  for (const [path, { text }] of fields) {
    const [, key] = /^problem\.cost\.([^.]+)$/.exec(path) ?? [];
    if (key === undefined) continue;
    const cell = NAMES.find(([, pattern]) => pattern.test(normalName(key)))?.[0];
    const value = text.trim() === '' ? NaN : Number(text);
    if (normalName(key) === 'unit') unit = text;
    else if (cell && Number.isFinite(value)) cells[cell] ??= value;
    else others.push(key);
  }
  if (Object.keys(cells).length === 0) return undefined;
  return { cells, others, ...(unit !== undefined && { unit }) };
}
