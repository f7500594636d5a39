import type { EstimatorEntry } from '../../../knowledge/entry';
import { lookup } from '../../../knowledge/lookup';
import { member } from '../../members';
import { contentOf } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Ref, Value } from '../../value';
import { construct } from './construct';

/** `class Mine(LGBMRegressor)`: a library's model with something added, as long as it learns and predicts as that does. */
export function constructSubclass(m: Machine, cls: Ref, info: CallInfo): Ref | undefined {
  const base = modelBase(m, cls);
  if (!base || OWN.some(name => member(m, cls, name) !== undefined)) return undefined;
  const given = member(m, cls, '__init__') === undefined;
  return construct(m, base.name, base.entry, given ? info : { ...info, args: NOTHING });
}

const OWN = ['fit', 'predict', 'predict_proba', 'score', 'evaluate', 'transform', '__call__'] as const;

const NOTHING: CallInfo['args'] = { positional: [], named: new Map(), others: [] };

interface Base {
  readonly name: string;
  readonly entry: EstimatorEntry;
}

function modelBase(m: Machine, cls: Value, depth = 0): Base | undefined {
  if (cls.tag === 'library') {
    const entry = lookup(cls.name);
    return entry?.kind === 'model' ? { name: cls.name, entry } : undefined;
  }
  const content = contentOf(m, cls);
  if (content?.tag !== 'class' || depth > 4) return undefined;
  for (const base of content.bases) {
    const found = modelBase(m, base, depth + 1);
    if (found) return found;
  }
  return undefined;
}
