import type { SplitRole } from '../../base/declarations';
import type { Classes, RowPlace, SplitProfile, TimeProfile } from '../profile';
import type { Extent, Stamp } from '../summary/extent';
import type { Separation } from '../summary/separation';
import type { Summary } from '../summary/summary';
import { columnProfile } from './column-profile';
import { separatingColumns } from './separating';
import { repeatedKeys } from './shared';

/** A split as it was summed up from its files. */
export interface SummedSplit {
  readonly name: string;
  readonly role: SplitRole;
  readonly files: readonly string[];
  readonly summary: Summary;
}

export function splitProfile({ name, role, files, summary }: SummedSplit): SplitProfile {
  const { rows, columns, sample, separation } = summary;
  const time = timeProfile(summary.time, files);
  const classes = classesOf(separation);
  return {
    name,
    role,
    files,
    rows,
    columns: [...columns.values()].map(column => columnProfile(column, sample)),
    duplicates: repeatedKeys({ keys: summary.whole ?? summary.features, files }),
    separating: separatingColumns(separation),
    ...(time && { time }),
    ...(classes && { classes }),
  };
}

function timeProfile(extent: Extent, files: readonly string[]): TimeProfile | undefined {
  const { unit, missing, unread, first, last } = extent;
  if (unit.dates + unit.numbers + missing + unread.count === 0) return undefined;
  const place = ({ file, row }: Stamp): RowPlace => ({ file: files[file] ?? '', row });
  const stamp = (at: Stamp | undefined) => at && { at: at.at, place: place(at) };
  const [begin, end] = [stamp(first), stamp(last)];
  return {
    unit: unit.dates === 0 ? 'number' : unit.numbers === 0 ? 'date' : 'mixed',
    missing,
    unread: { count: unread.count, ...(unread.first && { first: place(unread.first) }) },
    ...(begin && { first: begin }),
    ...(end && { last: end }),
  };
}

function classesOf({ classes }: Separation): Classes | undefined {
  if (!classes || classes.size === 0) return undefined;
  return [...classes]
    .map(([label, rows]) => ({ label: String(label), rows }))
    .sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1));
}
