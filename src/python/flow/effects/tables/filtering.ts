import { dataOf, taintsIn, withTaints } from '../../data';
import type { Machine } from '../../machine';
import { contextKey } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import type { FilteredTaint, StatTaint, Taints, ThresholdTaint } from '../../taint';
import { CLEAN, taintsOf } from '../../taint';
import type { Data, Value } from '../../value';

/**
 * Rows that statistics let pass: `df[df.a < df.a.quantile(0.99)]`, `X[forest.fit_predict(X) == 1]`. A comparison with a
 * statistic leaves a threshold on its mask; taking rows by such a mask leaves on them that they were filtered.
 */

/** What a comparison knows from the statistics of its operands. */
export function thresholds(m: Machine, taints: Taints): Taints {
  return taintsOf(taints, 'stat')
    .filter(tellsUnusual)
    .map(statistic =>
      m.taints.add(`threshold ${statistic.id}`, (id): ThresholdTaint => ({
        kind: 'threshold',
        id,
        statistic,
      })),
    )
    .sort((a, b) => a.id - b.id);
}

/** Statistics by which rows are called unusual: how far values spread, or what a learner made of them. */
function tellsUnusual({ how, cls, grouped }: StatTaint): boolean {
  if (grouped) return false;
  return SPREADS.test(how) || cls === 'projection';
}

const SPREADS =
  /^(quantile|nanquantile|percentile|nanpercentile|std|nanstd|var|mad|iqr|describe|zscore|gzscore|median_abs_deviation|median_absolute_deviation|scoreatpercentile|mquantiles|scale|robust_scale|StandardScaler|RobustScaler|PowerTransformer)$/;

/** The rows' new taint, where an index picks them by thresholds. */
export function filteredBy(m: Machine, data: Data, index: Value, rows: Rows, site: Site): Taints {
  if (index.tag !== 'ref' || rows === data.rows) return CLEAN;
  return filtered(m, data, { by: deciding(m, index), out: rows, site });
}

/** What decided which rows an index names. */
function deciding(m: Machine, index: Value | undefined): readonly StatTaint[] {
  const data = dataOf(m, index);
  const taints = taintsIn(m, index);
  const kept = taintsOf(taints, 'filtered').filter(
    one => !data || (data.form === 'index' && one.out === data.rows),
  );
  return [...taintsOf(taints, 'threshold').map(one => one.statistic), ...kept.flatMap(one => one.by)];
}

interface Filtering {
  readonly by: readonly StatTaint[];
  readonly out: Rows;
  readonly site: Site;
}

function filtered(m: Machine, data: Data, { by, out, site }: Filtering): Taints {
  // The statistic must be one of these rows; that another table was cut by it is none of its business.
  const own = [...new Set(by)].filter(one => m.rows.contains(one.rows, data.rows));
  if (own.length === 0) return CLEAN;
  const key = `filtered ${contextKey(m, site)} ${out.id} ${own.map(one => one.id).join()}`;
  return [
    m.taints.add(key, (id): FilteredTaint => ({
      kind: 'filtered',
      id,
      by: own,
      of: data.rows,
      out,
      site,
      calls: [...m.calls],
    })),
  ];
}

/** The names of filtered rows: they carry what filtered them. */
export function filteringOf({ taints, rows }: Data): Taints {
  return taints.filter(taint => taint.kind === 'filtered' && taint.out === rows);
}

/** What is left of a table when the rows that `index` names are dropped. */
export function dropping(
  m: Machine,
  data: Data,
  index: Value | undefined,
  out: Rows,
  site: Site,
): Pick<Data, 'taints' | 'columns'> {
  return withTaints(data, filtered(m, data, { by: deciding(m, index), out, site }));
}

/** `df.query(f'price < {high}')`: `carried` is what the text carries. */
export function queried(m: Machine, data: Data, carried: Taints, out: Rows, site: Site): Taints {
  const by = taintsOf(thresholds(m, carried), 'threshold').map(one => one.statistic);
  return filtered(m, data, { by, out, site });
}
