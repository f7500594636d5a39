import type { Verdict } from '../../base/outcome';
import { met, unmet } from '../context';
import { counted } from '../words';
import type { DataScope } from './scope';
import { splitPlace } from './scope';

/** Could the data be read whole, and is there anything in them? What could not be read never gets here. */
export function judgeProfiled({ context, splits }: DataScope): Verdict {
  const empty = splits.find(({ rows }) => rows === 0);
  if (empty) return unmet(`${empty.name} has no rows.`, splitPlace(context, empty));
  const files = new Set(splits.flatMap(split => split.files)).size;
  const rows = splits.reduce((sum, split) => sum + split.rows, 0);
  const columns = new Set(splits.flatMap(split => split.columns.map(({ name }) => name))).size;
  const what = `${counted(files, 'file')}, ${counted(rows, 'row')}, ${counted(columns, 'column')}`;
  return met(`${what} read and profiled.`, splitPlace(context, undefined));
}
