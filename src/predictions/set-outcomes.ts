import type { Column, LabelColumn } from './columns';
import type { Loaded } from './load';
import { columnsOf, isLabels } from './load';
import { labelIn } from './families';
import type { LabelSetOutcomes } from './outcomes';
import { allLabels, withLabels } from './same-labels';
import type { PredictionsRequest } from './request';

export interface BuiltSets {
  readonly outcomes: LabelSetOutcomes;
  /** What was taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
}

/** Sets of labels: columns of 0 and 1 of one label each, or a column of lists. */
export function setOutcomes(loaded: Loaded, { threshold }: Pick<PredictionsRequest, 'threshold'>): BuiltSets {
  const { table, roles, truth } = loaded;
  const said = columnsOf(table, roles, 'y_pred');
  const scores = columnsOf(table, roles, 'y_score').flatMap(column =>
    column.kind === 'numbers' ? [column.values] : [],
  );
  if (truth.length > 1) {
    const labels = (roles.columns.y_true ?? []).map(labelIn);
    const ranked = scores.length === labels.length ? scores : undefined;
    const called = ranked?.every(isProbability) ? calledFrom(ranked, threshold ?? EVEN) : undefined;
    const predicted = said.length === labels.length ? said.map(bits) : called;
    return {
      outcomes: {
        kind: 'label-sets',
        labels,
        truth: truth.map(bits),
        ...(predicted && { predicted }),
        ...(ranked && { scores: ranked }),
      },
      assumptions: predicted && predicted === called && threshold === undefined ? [FROM_EVEN] : [],
    };
  }
  const columns = [...truth, ...said].filter(isLabels);
  const labels = [
    ...new Set(columns.flatMap(column => column.labels.flatMap(label => listed(String(label))))),
  ].sort();
  const [own = [], answers] = columns.map(column => membership(column, labels));
  return {
    outcomes: { kind: 'label-sets', labels, truth: own, ...(answers && { predicted: answers }) },
    assumptions: [],
  };
}

/**
 * The same rows as another model labels them: by a column of lists, or by one for each label. Labels that only the other says are
 * labels of both.
 */
export function rivalSets(
  own: LabelSetOutcomes,
  { predicted, scores }: { readonly predicted: readonly Column[]; readonly scores: readonly Column[] },
): LabelSetOutcomes | undefined {
  const [list] = predicted;
  const bare = { kind: own.kind, labels: own.labels, truth: own.truth } as const;
  if (predicted.length === 1 && own.labels.length > 1 && isLabels(list)) {
    const labels = allLabels(
      own.labels,
      list.labels.flatMap(label => listed(String(label))),
    );
    return { ...withLabels(bare, labels), predicted: membership(list, labels) };
  }
  const ranked = scores.flatMap(column => (column.kind === 'numbers' ? [column.values] : []));
  const isRanked = ranked.length === own.labels.length;
  const isSaid = predicted.length === own.labels.length;
  if (!isSaid && !isRanked) return undefined;
  return {
    ...bare,
    ...(isSaid && { predicted: predicted.map(bits) }),
    ...(isRanked && { scores: ranked }),
  };
}

const EVEN = 0.5;
const FROM_EVEN =
  'A label is called from a probability of 0.5 up; `data.predictions.threshold` says otherwise.';

const isProbability = (values: Float64Array): boolean =>
  values.every(value => Number.isNaN(value) || (value >= 0 && value <= 1));

const calledFrom = (scores: readonly Float64Array[], threshold: number): readonly Float64Array[] =>
  scores.map(column => column.map(score => (Number.isNaN(score) ? NaN : Number(score >= threshold))));

/** 1 for what counts as true, NaN where nothing stands. */
function bits(column: Column): Float64Array {
  if (column.kind === 'numbers')
    return column.values.map(value => (Number.isNaN(value) ? NaN : Number(value > 0)));
  if (column.kind === 'keys') return new Float64Array(column.keys.length).fill(NaN);
  const values = column.labels.map(label =>
    Number(label === true || (typeof label === 'number' && label > 0)),
  );
  return Float64Array.from(column.codes, code => values[code] ?? NaN);
}

/** `["a", "b"]`, `a|b`, `a; b` or `a, b`. */
function listed(text: string): readonly string[] {
  const bare = text.trim();
  if (bare.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(bare.replace(/'/g, '"'));
      if (Array.isArray(parsed)) return parsed.map(String);
    } catch {
      // It is read as words, as the others are.
    }
  }
  return bare
    .replace(/^\[|\]$/g, '')
    .split(/[|;,]/)
    .map(word => word.trim())
    .filter(word => word !== '');
}

function membership(
  { codes, labels: texts }: LabelColumn,
  labels: readonly string[],
): readonly Float64Array[] {
  const sets = texts.map(text => new Set(listed(String(text))));
  return labels.map(label => {
    const has = sets.map(set => Number(set.has(label)));
    return Float64Array.from(codes, code => (code < 0 ? NaN : (has[code] ?? 0)));
  });
}
