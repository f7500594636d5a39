import type { EstimatorEntry } from '../../../knowledge/entry';
import type { CallInfo } from '../../machine';
import type { Estimator, Value } from '../../value';

/** `OLS(y, X)`, `ARIMA(series)`, `ols('y ~ a', data)`: how such a model was given its rows. */
export function givenForm(entry: EstimatorEntry): 'answers-first' | 'series' | 'formula' | undefined {
  return entry.kind === 'model' ? entry.given : undefined;
}

/** Does it go on from where its rows end? */
export function forecasts(entry: EstimatorEntry): boolean {
  return entry.kind === 'model' && (entry.given === 'series' || entry.forecasts === true);
}

/** `Prophet().fit(df)`, `forecaster.fit(y=y_train, fh=fh)`, `model.fit(series)` */
function seriesIn({ args: { positional, named } }: CallInfo): Value | undefined {
  return positional[0] ?? named.get('y') ?? named.get('series') ?? named.get('df');
}

/** The arguments by name, so that `fit` finds them. */
export function heldBy(entry: EstimatorEntry, { args }: CallInfo): ReadonlyMap<string, Value> {
  const names: readonly string[] = namesOf(entry);
  const held = names.flatMap((name, i): [string, Value][] => {
    const value = args.positional[i];
    return value ? [[name, value]] : [];
  });
  return names.length > 0 ? new Map([...held, ...args.named]) : args.named;
}

function namesOf(entry: EstimatorEntry): readonly string[] {
  if (entry.kind === 'tuner') return ['hypermodel'];
  const form = givenForm(entry);
  if (!form) return [];
  return form === 'formula' ? ['formula', 'data'] : ['endog', 'exog'];
}

/** `fit(smoothing_level=a)`, `fit(12)`: how it is to learn, which is no row. */
function settings({ args: { positional, named } }: CallInfo): ReadonlyMap<string, Value> {
  const [first] = positional;
  return first ? new Map([...named, ['maxlags', first]]) : named;
}

/** `fit()` of such a model, as if it were given its rows here. */
export function withHeld({ entry, named }: Estimator, info: CallInfo): CallInfo {
  const [endog, exog, data] = ['endog', 'exog', 'data'].map(name => named.get(name));
  const form = givenForm(entry);
  const series = forecasts(entry) ? seriesIn(info) : undefined;
  // `VAR(df).fit(12)` is told how far to look back.
  if (series && (endog === undefined || series.tag === 'ref'))
    return { ...info, args: { positional: [series, series], named: info.args.named, others: [] } };
  const features = form === 'formula' ? data : form === 'series' ? endog : (exog ?? endog);
  const target = form === 'formula' ? data : endog;
  if (!form || !features || !target) return info;
  return {
    ...info,
    args: { positional: [features, target], named: settings(info), others: [] },
    written: [],
  };
}
