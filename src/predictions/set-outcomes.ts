import type { Column, LabelColumn } from './columns';
import type { Loaded } from './load';
import { columnsOf, isLabels } from './load';
import type { LabelSetOutcomes } from './outcomes';

/** Sets of labels: columns of 0 and 1 of one label each, or a column of lists. */
export function setOutcomes(loaded: Loaded): LabelSetOutcomes {
  const { table, roles, truth } = loaded;
  const said = columnsOf(table, roles, 'y_pred');
  const scores = columnsOf(table, roles, 'y_score').flatMap(column =>
    column.kind === 'numbers' ? [column.values] : [],
  );
  if (truth.length > 1) {
    const labels = roles.columns.y_true ?? [];
    const predicted = said.length === labels.length ? said.map(bits) : undefined;
    return {
      kind: 'label-sets',
      labels,
      truth: truth.map(bits),
      ...(predicted && { predicted }),
      ...(scores.length === labels.length && { scores }),
    };
  }
  const columns = [...truth, ...said].filter(isLabels);
  const labels = [
    ...new Set(columns.flatMap(column => column.labels.flatMap(label => listed(String(label))))),
  ].sort();
  const [own = [], answers] = columns.map(column => membership(column, labels));
  return { kind: 'label-sets', labels, truth: own, ...(answers && { predicted: answers }) };
}

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
