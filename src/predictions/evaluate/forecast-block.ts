import type { Estimated, ForecastBlock, HorizonRow } from '../evaluation';
import type { NumberOutcomes } from '../outcomes';
import type { Context } from './context';
import { shareOf } from './context';
import { insideBounds } from './coverage';
import { naiveErrors } from './naive';
import type { Part } from './parts';
import { partEstimates } from './parts';
import { timed } from './time';

const MOST_HORIZONS = 60;
const NONE = shareOf(0, 0);

/** Errors of forecasts by how far ahead they look, and against repeating the value of a season before. */
export async function forecastBlock(
  outcomes: NumberOutcomes,
  subset: Uint32Array,
  context: Context,
  season: number,
): Promise<ForecastBlock> {
  const { rows } = timed(outcomes, subset, context);
  const naive = naiveErrors(outcomes, rows, season);
  const whole = await figuresOf(outcomes, rows, naive, context);
  const horizons: HorizonRow[] = [];
  for (const [horizon, places] of byHorizon(outcomes, rows)) {
    const own = places.map(at => rows[at] ?? 0);
    const theirs = naive && Float64Array.from(places, at => naive[at] ?? NaN);
    const { mae, bias, mase, coverage } = await figuresOf(outcomes, own, theirs, context);
    horizons.push({ horizon, mae, bias, ...(mase && { mase }), ...(coverage && { coverage }) });
  }
  return {
    season,
    ...(whole.naive && { naive: whole.naive }),
    ...(whole.beside && { beside: whole.beside }),
    horizons,
  };
}

interface Figures {
  readonly mae: Estimated;
  readonly bias: Estimated;
  readonly coverage?: Estimated;
  /** Of rows that have a value a season before: the naive error, the own one, and their ratio. */
  readonly naive?: Estimated;
  readonly beside?: Estimated;
  readonly mase?: Estimated;
}

/** @param rows in the order of time */
async function figuresOf(
  outcomes: NumberOutcomes,
  rows: Uint32Array,
  naive: Float64Array | undefined,
  context: Context,
): Promise<Figures> {
  const { truth, predicted, lower, upper } = outcomes;
  const error = Float64Array.from(rows, row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
  const size = error.map(Math.abs);
  const every = Uint32Array.from(rows, (_, at) => at);
  const known = naive ? every.filter(at => !Number.isNaN(naive[at])) : new Uint32Array();
  const hasBounds = lower !== undefined && upper !== undefined;
  const over = (at: Uint32Array, values: ArrayLike<number>): Part => ({
    kind: 'mean',
    at,
    values: Float64Array.from(at, place => values[place] ?? NaN),
  });
  const theirs = over(known, naive ?? []);
  const parts: readonly Part[] = [
    over(every, size),
    over(every, error),
    theirs,
    over(known, size),
    { ...over(known, size), kind: 'ratio', per: theirs.values },
    ...(hasBounds ? [insideBounds(outcomes, rows)] : []),
  ];
  const { sampling } = timed(outcomes, rows, context);
  const [mae = NONE, bias = NONE, naiveError, beside, mase, coverage] = await partEstimates(
    parts,
    rows,
    context,
    sampling?.(),
  );
  return {
    mae,
    bias,
    ...(naive && naiveError && beside && mase && { naive: naiveError, beside, mase }),
    ...(coverage && { coverage }),
  };
}

/** The places of the rows of each horizon, ascending. */
function byHorizon(
  { horizon }: NumberOutcomes,
  rows: Uint32Array,
): readonly (readonly [number, Uint32Array])[] {
  if (!horizon) return [];
  const places = new Map<number, number[]>();
  for (const [at, row] of rows.entries()) {
    const ahead = horizon[row] ?? NaN;
    if (Number.isNaN(ahead)) continue;
    const own = places.get(ahead) ?? [];
    places.set(ahead, own);
    own.push(at);
  }
  return [...places]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_HORIZONS)
    .map(([ahead, own]) => [ahead, Uint32Array.from(own)] as const);
}
