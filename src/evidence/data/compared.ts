import type { ComparedColumns } from '../../data/profile';
import { counted, listed } from '../words';

/** By what rows were compared, and what was left out. */
export function comparedWords({ columns, ids, notEverywhere }: ComparedColumns): string {
  const left = [...ids, ...notEverywhere];
  const without = left.length === 0 ? '' : ` without ${listed(left.map(name => `\`${name}\``))}`;
  return `by ${counted(columns.length, 'column')}${without}`;
}
