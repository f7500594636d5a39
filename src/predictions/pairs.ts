import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { holm } from '../statistics/tests/multiple';
import type { Built } from './build-outcomes';
import { buildOutcomes } from './build-outcomes';
import { compareModels } from './evaluate/compare';
import type { Context } from './evaluate/context';
import { splitParts } from './evaluate/splits';
import type { Evaluating } from './evaluate';
import { NO_TEST } from './evaluate';
import type { ModelComparison, RivalComparison } from './evaluation';
import type { Loaded } from './load';
import { load } from './load';
import { contextOf, labelColumns, mainPart } from './main-rows';
import { withOwnColumns } from './model-columns';
import type { UnreadFile } from './read';
import type { ModelRequest, PairsRequest } from './request';
import type { Matched } from './same-rows';
import { sameRows } from './same-rows';
import { usableRows } from './usable';

/** Models on the same rows, each held against the first. */
export interface Pairs {
  /** The split whose rows count, where the first model's file has several. */
  readonly split?: string;
  /** In the order of the request: the comparison, or a clause why there is none. */
  readonly others: readonly Result<Pair, string>[];
}

export interface Pair {
  /** Rows that both predict. */
  readonly n: number;
  /** Rows of the first model that the other does not predict. */
  readonly unmatched: number;
  readonly by: Matched['by'];
  /** Own: the first model; rival: the other one. Adjusted over all pairs together. */
  readonly comparisons: readonly RivalComparison[];
}

/** What a host answers: the pairs, or the file that stood in the way of all of them. */
export type PairsAnswer = Result<Pairs, UnreadFile>;

/** Holds the predictions of models against those of the first, on the rows that both predict. */
export async function comparePairs(
  { first, others }: PairsRequest,
  evaluating: Evaluating,
): Promise<PairsAnswer> {
  const own = await readModel(first, evaluating);
  if (!own.ok) return own;
  const rows = usableRows(own.value.loaded, own.value.built.outcomes).rows;
  const [column] = labelColumns(own.value.loaded, 'split').values();
  const main = column && mainPart(splitParts(column, rows, first.splitRoles));
  const held = { ...own.value, rows: main?.rows ?? rows, context: contextOf(own.value.loaded, evaluating) };
  const compared: Result<Compared, string>[] = [];
  for (const other of others) compared.push(await compareWith(held, other, evaluating));
  if (evaluating.cancellation.cancelled) return fail({ file: first.files[0] ?? '', reason: STOPPED });
  return ok({ others: adjusted(compared), ...(main && { split: main.split }) });
}

const STOPPED = 'its comparison was stopped';

interface Model {
  readonly loaded: Loaded;
  readonly built: Built;
}

interface Held extends Model {
  readonly rows: Uint32Array;
  readonly context: Context;
}

interface Compared extends Omit<Pair, 'comparisons'> {
  readonly comparisons: readonly ModelComparison[];
}

async function readModel(request: ModelRequest, evaluating: Evaluating): Promise<Result<Model, UnreadFile>> {
  const own = await withOwnColumns(request, evaluating);
  if (!own.ok) return own;
  const loaded = await load(own.value, evaluating);
  return loaded.ok ? ok({ loaded: loaded.value, built: buildOutcomes(loaded.value, own.value) }) : loaded;
}

async function compareWith(
  held: Held,
  request: ModelRequest,
  evaluating: Evaluating,
): Promise<Result<Compared, string>> {
  const other = await readModel(request, evaluating);
  if (!other.ok) return fail(`${nameOf(other.failure.file)}: ${other.failure.reason}`);
  const matched = sameRows(held, other.value, held.rows);
  if (!matched.ok) return matched;
  const { outcomes, by } = matched.value;
  const theirs = new Set(usableRows(held.loaded, outcomes).rows);
  const both = held.rows.filter(row => theirs.has(row));
  if (both.length === 0) return fail('no row is predicted by both');
  const isForecast = held.built.task === 'forecasting';
  const comparisons = await compareModels(held.built.outcomes, outcomes, both, held.context, isForecast);
  if (comparisons.length === 0) return fail(NO_TEST);
  return ok({ n: both.length, unmatched: held.rows.length - both.length, by, comparisons });
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Who compares much finds something: every test of every pair counts. */
function adjusted(pairs: readonly Result<Compared, string>[]): readonly Result<Pair, string>[] {
  const all = pairs.flatMap(pair => (pair.ok ? pair.value.comparisons : []));
  const values = holm(all.map(({ p }) => p));
  const of = new Map(all.map((comparison, at) => [comparison, values[at] ?? NaN]));
  return pairs.map(pair =>
    pair.ok
      ? ok({
          ...pair.value,
          comparisons: pair.value.comparisons.map(one => ({ ...one, adjusted: of.get(one) ?? NaN })),
        })
      : pair,
  );
}
