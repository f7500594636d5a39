import { rowsFilled } from '../../rows/filled';
import { holdingOf } from '../../columns/columns';
import {
  allTaints,
  contentOf,
  dataOf,
  derive,
  isWrittenOut,
  newData,
  stringsIn,
  symbolOf,
  taintsIn,
  unknownValue,
} from '../../data';
import type { Holding } from '../../columns/holding';
import { joinAll } from '../../join';
import type { CallInfo, Machine } from '../../machine';
import { startKey } from '../../machine';
import { pickedBy } from '../../columns/names';
import { coded, columnFor, scattered } from '../../columns/provenance';
import type { Taints } from '../../taint';
import { CLEAN, unite, withoutOrigins } from '../../taint';
import type { Data, Dictionary, Value } from '../../value';
import { emptyTable } from '../../columns/emptyTable';
import { tableOfScores } from '../models/columnScores';
import { rowsOf } from '../scores/scoring';

/** `pd.DataFrame(X)`, `np.array(rows)`: the same observations in another form. */
export function sameRows(m: Machine, name: string, info: CallInfo): Value {
  const input = info.args.positional[0] ?? info.args.named.get('data');
  const data = dataOf(m, input);
  if (data) {
    const renamed = info.args.named.has('columns');
    const form = formOf(name, data);
    if (!renamed) {
      const taints = inOtherWords(m, name, data.taints);
      const made = { form, taints, symbol: data.symbol, column: data.column, names: data.names } as const;
      return derive(m, data, { ...made, ...withLabel(info) });
    }
    const plain = { form: 'table', taints: allTaints(data), columns: new Map(), closed: false } as const;
    return derive(m, data, {
      ...plain,
      holding: renamedColumns(m, data, info.args.named.get('columns')),
      stage: data.stage,
    });
  }
  // One number, or one of each column, in another type.
  if (input?.tag === 'scalar' && /^numpy\.(float|u?int)\d+$/.test(name)) return input;
  const scores = tableOfScores(m, input);
  if (scores) return scores;
  const content = contentOf(m, input);
  if (content?.tag === 'dictionary') return tableOf(m, content.entries, info);
  if (content?.tag !== 'sequence') return withoutRows(m, name, info, input);
  const element = joinAll(m, [...content.items, ...(content.rest ? [content.rest] : [])]);
  const of = dataOf(m, element);
  const taints = taintsIn(m, input);
  const written = isWrittenOut(m, input) && contentOf(m, content.items[0])?.tag === 'sequence';
  const rows = written ? rowsOf(m, input, info.site) : rowsFilled(m, content);
  if (rows) return newData(m, { rows, taints });
  if (of && of.form !== 'unknown')
    return newData(m, { rows: m.rows.sub(of.rows, { by: 'other', symbol: symbolOf(m, input) }), taints });
  return withRecords(m, element, unknownValue(m, info.site, 'an array', taints));
}

/** `pd.DataFrame([{'k': k, 'f1': f1}, …])`: each column holds what stands under its key in the records. */
function withRecords(m: Machine, record: Value | undefined, table: Value): Value {
  const made = dataOf(m, table);
  const records = recordsIn(m, record);
  if (!records || !made) return table;
  const columns = new Map<string, Taints>();
  for (const [key, value] of records.flatMap(({ entries }) => [...entries])) {
    const name = String(key);
    columns.set(name, unite(columns.get(name) ?? CLEAN, withoutOrigins(taintsIn(m, value))));
  }
  return derive(m, made, { columns, symbol: made.symbol });
}

/** What one of several is, where each is a record whose keys are all known. */
function recordsIn(m: Machine, value: Value | undefined): readonly Dictionary[] | undefined {
  const options = value?.tag === 'choice' ? value.options : [value];
  const records = options.flatMap(option => {
    const content = contentOf(m, option);
    return content?.tag === 'dictionary' && !content.rest ? [content] : [];
  });
  return records.length === options.length ? records : undefined;
}

/** `pd.DataFrame()`, or a table of something unknown. */
function withoutRows(m: Machine, name: string, { args, site }: CallInfo, input: Value | undefined): Value {
  const isEmpty = !input && args.named.size === 0 && args.others.length === 0;
  return isEmpty && name === 'pandas.DataFrame'
    ? emptyTable(m, site)
    : unknownValue(m, site, 'a table', taintsIn(m, input));
}

/** A portion of a loader's rows stays one: `Variable(images)`. */
function formOf(name: string, { form }: Data): Data['form'] {
  if (form === 'batch') return name.startsWith('torch.') ? form : 'table';
  return form === 'column' || form === 'mask' || form === 'index' ? form : 'table';
}

/** `pd.cut(x, bins)` gives classes, `pd.isnull(x)` does not look at the value. */
function inOtherWords(m: Machine, name: string, taints: Taints): Taints {
  if (/\.(isnull|isna|notnull|notna)$/.test(name)) return scattered(m, taints);
  return name.endsWith('.cut') ? coded(m, taints) : taints;
}

/** `DMatrix(X, label=y)` holds the answers beside the rows. */
function withLabel({ args }: CallInfo): Partial<Data> {
  const label = args.named.get('label');
  return label ? { fields: new Map([['label', label]]) } : {};
}

/** `pd.DataFrame(scaled, columns=names)`: the same columns under their own names, or where their order is known. */
function renamedColumns(m: Machine, data: Data, given: Value | undefined): Holding {
  const names = stringsIn(m, given);
  if (!names) return pickedBy(m, data, given, undefined) ?? m.columns.open();
  const { table, columns } = data.holding;
  const old = [...columns.values()];
  if (table !== undefined || old.length !== names.length) return m.columns.open();
  return holdingOf(undefined, new Map(names.flatMap((name, i) => (old[i] ? [[name, old[i]] as const] : []))));
}

function tableOf(m: Machine, entries: ReadonlyMap<unknown, Value>, info: CallInfo): Value {
  const columns = new Map(
    [...entries].map(([key, value]) => [String(key), withoutOrigins(taintsIn(m, value))] as const),
  );
  const held = [...entries].map(
    ([key, value]) => [String(key), columnFor(m, String(key), value, undefined)] as const,
  );
  const rows = [...entries.values()].map(value => dataOf(m, value)?.rows).find(one => one !== undefined);
  const made = {
    key: `literal ${startKey(m, info.site)}`,
    kind: [...entries.values()].every(value => isWrittenOut(m, value))
      ? ('literal' as const)
      : ('generate' as const),
    site: info.site,
    label: 'a table',
  };
  const holding = holdingOf(undefined, new Map(held));
  return newData(m, { rows: rows ?? m.rows.all(made), columns, closed: true, holding });
}
