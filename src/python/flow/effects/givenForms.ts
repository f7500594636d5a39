import type { EstimatorEntry } from '../../knowledge/entry';
import type { CallInfo } from '../machine';
import type { Estimator, Value } from '../value';

/** `OLS(y, X)`, `ARIMA(series)`, `ols('y ~ a', data)`: how such a model was given its rows. */
export function givenForm(entry: EstimatorEntry): 'answers-first' | 'series' | 'formula' | undefined {
  return entry.kind === 'model' ? entry.given : undefined;
}

/** The arguments by name, so that `fit` finds them. */
export function heldBy(entry: EstimatorEntry, { args }: CallInfo): ReadonlyMap<string, Value> {
  const names: readonly string[] = givenForm(entry) === 'formula' ? ['formula', 'data'] : ['endog', 'exog'];
  const held = names.flatMap((name, i): [string, Value][] => {
    const value = args.positional[i];
    return value ? [[name, value]] : [];
  });
  return givenForm(entry) ? new Map([...held, ...args.named]) : args.named;
}

/** `fit()` of such a model, as if it were given its rows here. */
export function withHeld({ entry, named }: Estimator, info: CallInfo): CallInfo {
  const [endog, exog, data] = ['endog', 'exog', 'data'].map(name => named.get(name));
  const form = givenForm(entry);
  const features = form === 'formula' ? data : form === 'series' ? endog : (exog ?? endog);
  const target = form === 'formula' ? data : endog;
  if (!form || !features || !target) return info;
  const args = { positional: [features, target], named: new Map<string, Value>(), others: [] };
  return { ...info, args, written: [] };
}
