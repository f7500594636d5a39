import { mixesColumns } from '../../../knowledge/families';
import { allTaints, constantOf, stringsIn, withTaints } from '../../data';
import type { Machine } from '../../machine';
import type { StatTaint, Taints } from '../../taint';
import type { Data, Estimator, Value } from '../../value';
import { bentTogether } from '../tables/shifting';
import { classesOf, estimatorOf } from './construct';

/**
 * Where in the result of a transformer of columns stands what it learned: the numbers that it scales come first most often, and
 * the categories that it spreads out come behind. Undefined where it may stand anywhere.
 */
export function leadingColumns(
  m: Machine,
  { entry, parts = [], named }: Estimator,
  learned: StatTaint | undefined,
): Data['leading'] {
  const rest = named.get('remainder');
  if (!learned || entry.kind !== 'pipeline' || !/columns$/.test(entry.form)) return undefined;
  if (rest && !['drop', 'passthrough'].includes(String(constantOf(rest)))) return undefined;
  const telling = parts.findLastIndex(({ member }) => learns(m, member));
  const widths = parts.slice(0, telling + 1).map(({ member, columns }) => widthOf(m, member, columns));
  const count = widths.reduce<number | undefined>(
    (sum, width) => (sum !== undefined && width !== undefined ? sum + width : undefined),
    0,
  );
  return count === undefined || count === 0 ? undefined : { count, learned };
}

/** `prepared[:, 8:]` leaves out the eight columns that something was learned for. */
export function behindLeading(data: Data, index: Value | undefined): Data {
  const { leading } = data;
  const from = index?.tag === 'slice' && !index.step ? constantOf(index.lower) : undefined;
  if (!leading || typeof from !== 'number' || from < leading.count) return data;
  return { ...data, taints: data.taints.filter(taint => taint !== leading.learned) };
}

function learns(m: Machine, member: Value): boolean {
  const content = estimatorOf(m, member);
  if (!content) return member.tag !== 'const';
  return classesOf(m, content).some(cls => cls !== 'none' && cls !== 'schema');
}

/** Scalers and imputers give a column for each, or none for one that is empty; how many an encoder gives is not known. */
function widthOf(m: Machine, member: Value, columns: Value): number | undefined {
  const names = stringsIn(m, columns);
  if (member.tag === 'const') return constantOf(member) === 'drop' ? 0 : names?.length;
  return keepsWidth(m, member) ? names?.length : undefined;
}

function keepsWidth(m: Machine, member: Value, depth = 0): boolean {
  const content = estimatorOf(m, member);
  if (!content || depth > 8) return member.tag === 'const';
  const { api, members, named } = content;
  if (/[Pp]ipeline$/.test(api)) return members.every(one => keepsWidth(m, one, depth + 1));
  return /(Scaler|Imputer|PowerTransformer|QuantileTransformer)$/.test(api) && !named.has('add_indicator');
}

/** Products of columns and their like have scales in them that no column has to itself any more. */
export function mixedBy(m: Machine, api: string | undefined, data: Data | undefined): Data | undefined {
  return data && api !== undefined && mixesColumns(api) ? bentTogether(m, data) : data;
}

/** The result's columns are new ones: each carries what any input column carried. */
export function joinedWith(data: Data, taints: Taints): Partial<Data> {
  return { ...withTaints({ ...data, taints: allTaints(data), columns: new Map() }, taints), closed: false };
}
