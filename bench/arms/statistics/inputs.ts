/** What is drawn at random: tables of predictions, samples, counts. */
export type Input =
  | { readonly kind: Table; readonly columns: Readonly<Record<string, readonly (number | string)[]>> }
  | { readonly kind: 'samples'; readonly a: readonly number[]; readonly b: readonly number[] }
  | {
      readonly kind: 'paired';
      readonly truth: readonly number[];
      readonly a: readonly number[];
      readonly b: readonly number[];
    }
  | { readonly kind: 'counts'; readonly counts: readonly number[] }
  | {
      readonly kind: 'calibration';
      readonly truth: readonly number[];
      readonly p: readonly number[];
      readonly bins: number;
    }
  | {
      readonly kind: 'points';
      readonly points: readonly (readonly number[])[];
      readonly labels: readonly number[];
    }
  | {
      readonly kind: 'forecasts';
      readonly a: readonly number[];
      readonly b: readonly number[];
      readonly horizon: number;
    };

export type Table = 'binary' | 'multiclass' | 'multilabel' | 'regression' | 'ranking' | 'clustering';

type Random = () => number;

/** One input of each kind; every other one has ties, every third table weights. */
export function inputOf(at: number, random: Random): readonly Input[] {
  const n = 8 + Math.floor(random() * 120);
  const digits = at % 2 === 0 ? 1 : 15;
  const weights = at % 3 === 0 ? { weight: numbers(n, () => 0.25 + 3 * random(), 3) } : {};
  return [
    { kind: 'binary', columns: { ...binary(n, random, digits), ...weights } },
    { kind: 'multiclass', columns: { ...multiclass(n, random), ...weights } },
    { kind: 'multilabel', columns: { ...multilabel(n, random, digits), ...weights } },
    { kind: 'regression', columns: { ...regression(n, random, digits), ...weights } },
    { kind: 'ranking', columns: ranking(n, random, digits) },
    { kind: 'clustering', columns: clustering(n, random) },
    {
      kind: 'samples',
      a: numbers(n, () => normal(random), digits),
      b: numbers(n + (at % 5), () => normal(random) + 0.3, digits),
    },
    { kind: 'paired', ...paired(n, random, digits) },
    { kind: 'counts', counts: Array.from({ length: 4 }, () => Math.floor(random() * 40)) },
    { kind: 'calibration', ...calibration(n, random, digits), bins: 5 + (at % 11) },
    {
      kind: 'points',
      points: Array.from({ length: 12 + (n % 30) }, () => [normal(random), normal(random), normal(random)]),
      labels: Array.from({ length: 12 + (n % 30) }, (_, row) => row % (2 + (at % 3))),
    },
    {
      kind: 'forecasts',
      a: numbers(n, () => normal(random), 15),
      b: numbers(n, () => 1.2 * normal(random), 15),
      horizon: 1 + (at % 3),
    },
  ];
}

/** Box and Muller's. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function numbers(n: number, of: (row: number) => number, digits: number): readonly number[] {
  return Array.from({ length: n }, (_, row) => Number(of(row).toFixed(digits)));
}

/** Both classes occur. */
const truths = (n: number, random: Random): readonly number[] =>
  Array.from({ length: n }, (_, row) => (row < 2 ? row : Number(random() < 0.35)));

const expit = (x: number): number => 1 / (1 + Math.exp(-x));

function binary(n: number, random: Random, digits: number) {
  const y_true = truths(n, random);
  return { y_true, y_score: numbers(n, row => expit(normal(random) + (y_true[row] ?? 0) - 0.4), digits) };
}

function multiclass(n: number, random: Random) {
  const labels = ['a', 'b', 'c', 'd'];
  const y_true = Array.from(
    { length: n },
    (_, row) => labels[row < 4 ? row : Math.floor(random() * 4)] ?? '',
  );
  const raw = y_true.map(own => labels.map(label => 0.05 + random() + Number(label === own) * random()));
  const sums = raw.map(line => line.reduce((sum, value) => sum + value, 0));
  return {
    y_true,
    ...Object.fromEntries(
      labels.map((label, at) => [
        `proba_${label}`,
        raw.map((line, row) => (line[at] ?? 0) / (sums[row] ?? 1)),
      ]),
    ),
  };
}

function multilabel(n: number, random: Random, digits: number) {
  const labels = ['x', 'y', 'z'];
  const truth = labels.map(() => truths(n, random));
  const score = truth.map(column =>
    numbers(n, row => expit(normal(random) + 1.5 * (column[row] ?? 0) - 0.7), digits),
  );
  return Object.fromEntries([
    ...labels.map((label, at) => [`true_${label}`, truth[at] ?? []] as const),
    ...labels.map((label, at) => [`prob_${label}`, score[at] ?? []] as const),
  ]);
}

function regression(n: number, random: Random, digits: number) {
  const y_true = numbers(n, () => 10 + 4 * normal(random), digits);
  return { y_true, y_pred: numbers(n, row => (y_true[row] ?? 0) + normal(random) + 0.2, digits) };
}

function ranking(n: number, random: Random, digits: number) {
  return {
    query_id: Array.from({ length: n }, (_, row) => `q${row % (2 + (n % 9))}`),
    relevance: Array.from({ length: n }, () => Math.max(0, Math.floor(4 * random() - 1))),
    score: numbers(n, () => normal(random), digits),
  };
}

function clustering(n: number, random: Random) {
  const label = Array.from({ length: n }, (_, row) => `k${row % 3}`);
  return { label, cluster: label.map(own => (random() < 0.6 ? own : `k${Math.floor(random() * 5)}`)) };
}

function paired(n: number, random: Random, digits: number) {
  const truth = truths(n, random).map((value, row) => (row < 4 ? row % 2 : value));
  const of = (by: number): readonly number[] =>
    numbers(n, row => normal(random) + by * (truth[row] ?? 0), digits);
  return { truth, a: of(1), b: of(0.5) };
}

function calibration(n: number, random: Random, digits: number) {
  const p = numbers(n, () => random(), digits);
  return { p, truth: p.map(value => Number(random() < value)) };
}
