import type { Bound, DataDemand, DataEvidence, DataQuantity, DriftEvidence, DriftLimit } from '../evidence';
import { DATA_QUANTITIES, DRIFT_STATISTICS } from '../evidence';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import { entryOf, isEmpty, oneLine } from '../read/tree';
import type { Entry, MappingTree } from '../read/tree';
import type { EVIDENCE_PIECE } from '../schema/evidence';
import type { Located, Read } from '../schema/types';
import { boundOf } from './bound';
import { wordsOf } from './declarations';

type Piece = Read<typeof EVIDENCE_PIECE>['value'];

/** What a bare number means: so many at least. Of everything else, so many at most. */
const AT_LEAST: readonly DataQuantity[] = ['rows', 'balance'];

/** A statistic is compared as it is computed unless somebody says otherwise. */
const DEFAULT_BINS = 10;
const DEFAULT_FLOOR = 1e-4;

/** Reads what data must be like, or how far they may drift. A demand that cannot be read spoils the whole. */
export function dataEvidence(
  reading: Reading,
  kind: 'data' | 'drift',
  piece: Piece,
  at: { readonly tree: MappingTree; readonly path: string },
): DataEvidence | DriftEvidence | undefined {
  const entry = entryOf(at.tree, kind);
  if (!entry || entry.value.kind !== 'mapping') return undefined;
  const asks = oneLine(entry.value);
  const built =
    kind === 'data' ? dataOf(reading, piece, entry.value, asks) : driftOf(piece, entry.value, asks);
  if (built === 'nothing asked') reportNothing(reading, kind, entry, at.path);
  return built === 'nothing asked' ? undefined : built;
}

function dataOf(
  reading: Reading,
  piece: Piece,
  tree: MappingTree,
  asks: string,
): DataEvidence | 'nothing asked' | undefined {
  const data = piece.data?.value ?? {};
  const quantities = DATA_QUANTITIES.flatMap((is): (DataDemand | undefined)[] => {
    if (!isGiven(tree, is)) return [];
    const bound = data[is] && boundOf(data[is], AT_LEAST.includes(is) ? '>=' : '<=');
    if (bound && data[is] && isNoShare(is, bound)) return [reportNoShare(reading, is, data[is])];
    return [bound && { is, bound }];
  });
  const flags = (['time_order', 'profiled'] as const).flatMap((is): (DataDemand | undefined)[] => {
    if (!isGiven(tree, is)) return [];
    if (!data[is]) return [undefined];
    return data[is].value ? [{ is }] : [];
  });
  const demands = complete([...quantities, ...flags]);
  if (!demands) return undefined;
  if (demands.length === 0) return 'nothing asked';
  return {
    kind: 'data',
    demands,
    asks,
    ...(data.groups && { groups: wordsOf(data.groups) }),
    ...(piece.split && { split: piece.split.value }),
  };
}

function driftOf(piece: Piece, tree: MappingTree, asks: string): DriftEvidence | 'nothing asked' | undefined {
  const drift = piece.drift?.value ?? {};
  const limits = complete(
    DRIFT_STATISTICS.flatMap((of): (DriftLimit | undefined)[] => {
      if (!isGiven(tree, of)) return [];
      const bound: Bound | undefined = drift[of] && boundOf(drift[of], '<=');
      return [bound && { of, bound }];
    }),
  );
  if (!limits) return undefined;
  if (limits.length === 0) return 'nothing asked';
  const { columns, reference, current, bins, floor } = drift;
  return {
    kind: 'drift',
    limits,
    asks,
    bins: bins?.value ?? DEFAULT_BINS,
    floor: floor?.value ?? DEFAULT_FLOOR,
    ...(columns && { columns: wordsOf(columns) }),
    ...(reference && { reference: reference.value }),
    ...(current && { current: current.value }),
  };
}

const SHARES: readonly DataQuantity[] = ['missing', 'label_noise', 'balance'];

/** `missing: 5` would be met by everything. */
function isNoShare(is: DataQuantity, { to }: Bound): boolean {
  return SHARES.includes(is) && to.kind !== 'field' && to.value > 1;
}

function reportNoShare(
  reading: Reading,
  is: DataQuantity,
  { value, range }: Located<number> | Located<string>,
): undefined {
  const meant = `${String(value).replace(/\s?%$/, '')}%`;
  report(reading, {
    code: 'wrong-value',
    message: `\`${is}\` is a share, from 0 to 1, and \`${value}\` is above. Is "${meant}" meant?`,
    range,
    ...(typeof value === 'number' && {
      fix: { title: `Change to "${meant}"`, newText: `"${is === 'balance' ? '>=' : '<='} ${meant}"` },
    }),
  });
  return undefined;
}

function isGiven(tree: MappingTree, name: string): boolean {
  const entry = entryOf(tree, name);
  return entry !== undefined && !isEmpty(entry.value);
}

function complete<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const good = items.filter(item => item !== undefined);
  return good.length === items.length ? good : undefined;
}

function reportNothing(reading: Reading, kind: 'data' | 'drift', { value }: Entry, path: string): void {
  const known = kind === 'data' ? [...DATA_QUANTITIES, 'time_order', 'profiled'] : DRIFT_STATISTICS;
  report(reading, {
    code: 'missing-field',
    message: `\`${path}.${kind}\` asks nothing; expected at least one of ${known.join(', ')}.`,
    range: value.range,
  });
}
