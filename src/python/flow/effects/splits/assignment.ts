import type { Assignment, Entry } from '../../../knowledge/entry';
import { constantOf, contentOf, dataOf } from '../../data';
import type { Arguments, Machine } from '../../machine';
import type { Split } from '../../rows/rows';
import type { Sequence, Value } from '../../value';

/** How `train_test_split` assigns rows: at random unless it is told not to. */
export function assignedByArguments({ named, others }: Arguments): Assignment {
  return asAsked(others.length > 0 ? undefined : (constantOf(named.get('shuffle')) ?? !named.has('shuffle')));
}

/** How a splitter assigns rows, once it is made: `KFold(5, shuffle=True)`. */
export function assignedBySplitter(api: string, entry: Entry, args: Arguments): Assignment {
  if (entry.kind !== 'folds') return 'unknown';
  if (entry.assigns !== 'as-asked') return entry.assigns;
  const asked = args.named.get('shuffle') ?? args.positional[1];
  const shuffles = args.others.length > 0 ? undefined : asked ? constantOf(asked) : false;
  const assigned = asAsked(shuffles);
  return assigned === 'in-order' && /Stratified/.test(api) ? 'in-order-by-class' : assigned;
}

/** How folds assign rows by the argument `cv`: a number or nothing means blocks in order, of each class where there are any. */
export function assignedByFolds(m: Machine, cv: Value | undefined, task: Task | undefined): Assignment {
  const count = cv ? constantOf(cv) : null;
  if (count === null || typeof count === 'number') return task ? BY_TASK[task] : 'unknown';
  const splitter = contentOf(m, cv);
  if (splitter?.tag === 'sequence') return assignedByList(m, splitter);
  return splitter?.tag === 'tool' ? (splitter.assigns ?? 'unknown') : 'unknown';
}

/** `cv=[(train_index, test_index)]`, or the folds of a splitter one by one: `[(a, b) for a, b in KFold(5).split(X)]`. */
function assignedByList(m: Machine, { items, rest }: Sequence): Assignment {
  const pairs = [...items, ...(rest ? [rest] : [])].flatMap(one =>
    one.tag === 'choice' ? one.options : [one],
  );
  const ways = new Set(pairs.map(pair => foldIn(m, pair)?.assigns ?? 'as-given'));
  const [way = 'as-given'] = ways;
  return ways.size === 1 ? way : 'as-given';
}

/** `(train, test)`: the split of which these are the two sides. */
function foldIn(m: Machine, pair: Value): Split | undefined {
  const content = contentOf(m, pair);
  const sides = content?.tag === 'sequence' ? content.items.map(side => dataOf(m, side)?.rows) : [];
  const splits = new Set(sides.map(rows => (rows?.kind === 'part' ? rows.split : undefined)));
  const [split] = splits;
  return splits.size === 1 && split?.form === 'folds' ? split : undefined;
}

type Task = 'classification' | 'regression';

const BY_TASK = { classification: 'in-order-by-class', regression: 'in-order' } as const;

function asAsked(shuffles: unknown): Assignment {
  if (shuffles === undefined) return 'unknown';
  return shuffles === true || shuffles === 1 ? 'at-random' : 'in-order';
}
