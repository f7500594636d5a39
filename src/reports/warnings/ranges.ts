import type { MetricValue } from '../../metrics/table';
import { reportedValues } from '../counted-rows';
import type { Notice } from '../document';
import { formatNumber } from '../format';
import { knownMetric, knownName } from '../results/known-metrics';
import type { FindWarnings } from './context';
import { warning } from './context';

/** Values that their name does not allow, that contradict each other, or that show no skill. */
export const impossibleValues: FindWarnings = ({ facts, readings }) => {
  const values = reportedValues(facts, readings).filter(({ value }) => Number.isFinite(value));
  return [...values.flatMap(outOfRange), ...values.flatMap(noSkill), ...contradictions(values)];
};

const ROUNDING = 1e-9;

function outOfRange(value: MetricValue): readonly Notice[] {
  const { least = -Infinity, most = Infinity } = knownMetric(value.name) ?? {};
  const isIn = value.value >= least - ROUNDING && value.value <= most + ROUNDING;
  // Percent of a share is a matter of scale, of which is spoken elsewhere.
  if (isIn || (least === 0 && most === 1 && value.value > 1 && value.value <= 100)) return [];
  const range =
    most === Infinity
      ? `below ${formatNumber(least)}`
      : least === -Infinity
        ? `above ${formatNumber(most)}`
        : `outside of ${formatNumber(least)} to ${formatNumber(most)}`;
  return [
    warning(
      `\`${value.name}\` is ${value.raw}, ${range}, where it cannot lie: something else is meant.`,
      value.place,
    ),
  ];
}

/** Of metrics of numbers and forecasts; areas under curves have a warning of their own, with their interval. */
const NO_SKILL: Readonly<Record<string, (value: number, naive: number) => boolean>> = {
  r2: (value, naive) => value <= naive,
  mase: (value, naive) => value >= naive,
  rmsse: (value, naive) => value >= naive,
  adjusted_rand: (value, naive) => value <= naive,
  adjusted_mutual_info: (value, naive) => value <= naive,
  silhouette: (value, naive) => value <= naive,
};

function noSkill(value: MetricValue): readonly Notice[] {
  const { naive } = knownMetric(value.name) ?? {};
  const name = knownName(value.name);
  const isNone = Object.hasOwn(NO_SKILL, name) ? NO_SKILL[name] : undefined;
  if (!naive || value.slice || !isNone?.(value.value, naive.value)) return [];
  const message = `\`${value.name}\` is ${formatNumber(value.value)}: no better than ${naive.what} (${formatNumber(naive.value)}).`;
  return [warning(message, value.place)];
}

/** What must hold between metrics of the same rows. */
interface Identity {
  readonly of: readonly string[];
  /** A sentence where it does not hold. */
  readonly broken: (values: readonly number[]) => string | undefined;
}

/** Half of the last of four digits, as shares of the value. */
const WRITTEN = 0.005;
const differ = (a: number, b: number): boolean =>
  Math.abs(a - b) > WRITTEN * Math.max(Math.abs(a), Math.abs(b));

const IDENTITIES: readonly Identity[] = [
  {
    of: ['rmse', 'mae'],
    broken: ([rmse = NaN, mae = NaN]) =>
      rmse < mae && differ(rmse, mae)
        ? `RMSE ${formatNumber(rmse)} is less than MAE ${formatNumber(mae)}, which cannot be on the same rows`
        : undefined,
  },
  {
    of: ['rmse', 'mse'],
    broken: ([rmse = NaN, mse = NaN]) =>
      differ(rmse * rmse, mse) && differ(rmse, Math.sqrt(mse))
        ? `RMSE ${formatNumber(rmse)} is not the root of MSE ${formatNumber(mse)}`
        : undefined,
  },
  {
    of: ['v_measure', 'homogeneity_score', 'completeness_score'],
    broken: ([v = NaN, h = NaN, c = NaN]) =>
      h + c > 0 && Math.abs(v - (2 * h * c) / (h + c)) > WRITTEN
        ? `V-measure ${formatNumber(v)} is not the harmonic mean of homogeneity ${formatNumber(h)} and completeness ${formatNumber(c)}`
        : undefined,
  },
];

function contradictions(values: readonly MetricValue[]): readonly Notice[] {
  const groups = new Map<string, MetricValue[]>();
  for (const value of values) {
    const path = value.name.split('.').slice(0, -1);
    const key = JSON.stringify([value.run, value.split, value.slice, value.step, path]);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].flatMap(own =>
    IDENTITIES.flatMap(({ of, broken }) => {
      const found = of.map(name => own.filter(value => knownName(value.name) === name));
      // Of two values by one name nobody knows which is meant.
      if (found.some(({ length }) => length !== 1)) return [];
      const together = found.flat();
      const words = broken(together.map(({ value }) => value));
      return words === undefined
        ? []
        : [warning(`${words}: one of them is of other rows or another model.`, together[0]?.place)];
    }),
  );
}
