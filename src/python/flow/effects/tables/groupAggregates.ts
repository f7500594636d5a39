import { constantOf, contentOf } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Data, Value } from '../../value';
import { COUNTS } from './grouping';

/** One column of a table of groups: what was computed, and of which column. */
export interface Aggregate {
  readonly name: string;
  readonly column: string;
  /** How many members the group has: nothing of their values. */
  readonly counts: boolean;
}

/**
 * The columns of `groupby(k)[c].agg(['count', 'mean'])`, `agg({'price': 'sum'})` and `agg(dear=('price', 'max'))`, in their
 * order; undefined where one of them cannot be told.
 */
export function aggregatesOf(m: Machine, data: Data, { args }: CallInfo): readonly Aggregate[] | undefined {
  const [given, ...others] = args.positional;
  const named = [...args.named].map(([name, value]) => ofPair(m, name, data.column, value));
  const listed = given ? listedIn(m, data.column, given) : [];
  const all = [...(listed ?? [undefined]), ...named].filter(one => one !== undefined);
  const count = named.length + (listed?.length ?? 1);
  return others.length > 0 || count === 0 || all.length < count ? undefined : all;
}

type Listed = readonly (Aggregate | undefined)[] | undefined;

function listedIn(m: Machine, column: string | undefined, given: Value): Listed {
  const content = contentOf(m, given);
  if (content?.tag === 'dictionary' && !content.rest)
    return [...content.entries].map(([name, value]) =>
      typeof name === 'string' ? made(name, column ?? name, functionName(value)) : undefined,
    );
  if (content?.tag !== 'sequence' || content.rest || column === undefined) return undefined;
  return content.items.map(item => {
    const how = functionName(item);
    return how === undefined ? undefined : made(how, column, how);
  });
}

/** `dear=('price', 'max')`, `dear=pd.NamedAgg('price', 'max')`; of a column `dear='max'`. */
function ofPair(m: Machine, name: string, column: string | undefined, value: Value): Aggregate | undefined {
  const content = contentOf(m, value);
  if (content?.tag === 'sequence' && content.items.length === 2)
    return made(name, constantOf(content.items[0]), functionName(content.items[1]));
  if (content?.tag === 'dictionary')
    return made(
      name,
      constantOf(content.entries.get('column')),
      functionName(content.entries.get('aggfunc')),
    );
  return made(name, column, functionName(value));
}

function made(name: string, column: unknown, how: string | undefined): Aggregate | undefined {
  if (typeof column !== 'string' || how === undefined) return undefined;
  return { name, column, counts: COUNTS.test(how) };
}

/** `'mean'`, `np.mean`, a function of the program; what has no name gives a column of a name that nobody asks for. */
function functionName(value: Value | undefined): string | undefined {
  if (value?.tag === 'library') return value.name.split('.').pop();
  if (value?.tag === 'function') return value.fn.name;
  const text = constantOf(value);
  return typeof text === 'string' ? text : undefined;
}
