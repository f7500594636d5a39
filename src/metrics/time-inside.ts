import { parseJson } from './readers/json-tree';
import { yamlTreeOf } from './readers/yaml';
import type { Entry, Tree } from './tree';

/** Names under which programs write when a file came into being, best first. */
const NAMES = [
  'generated_at',
  'created_at',
  'evaluated_at',
  'measured_at',
  'timestamp',
  'datetime',
  'date',
  'time',
  'start_time',
];
/** Objects at the top of a file that speak of the file. */
const ABOUT = ['meta', 'metadata', 'info', 'run', 'report'];

/** A time that a file tells itself. */
export interface TimeInside {
  /** `generated_at`. */
  readonly name: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly time: number;
}

/**
 * The time that a JSON or YAML file states at its top, or one level below in `meta` and the like; `undefined` when it
 * states none. A time without a zone is taken as UTC.
 */
export function timeInside(file: string, text: string): TimeInside | undefined {
  const tree = treeOf(file, text);
  if (tree?.kind !== 'object') return undefined;
  const about = tree.entries.flatMap(({ key, value }) =>
    ABOUT.includes(key.toLowerCase()) && value.kind === 'object' ? value.entries : [],
  );
  return timeIn(tree.entries) ?? timeIn(about);
}

function treeOf(file: string, text: string): Tree | undefined {
  if (/\.json$/i.test(file)) {
    const { tree, fault } = parseJson(text);
    return fault ? undefined : tree;
  }
  if (!/\.ya?ml$/i.test(file)) return undefined;
  const { tree, fault } = yamlTreeOf(text);
  return fault ? undefined : tree;
}

function timeIn(entries: readonly Entry[]): TimeInside | undefined {
  for (const name of NAMES) {
    const value = entries.find(({ key }) => key.toLowerCase() === name)?.value;
    const time = value && timeOf(value);
    if (time !== undefined) return { name, time };
  }
  return undefined;
}

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** ISO 8601, or seconds or milliseconds since 1970 within this age of computers. */
function timeOf(value: Tree): number | undefined {
  if (value.kind === 'number') return epoch(value.value);
  return value.kind === 'text' ? parseTime(value.text) : undefined;
}

/** A time in ISO 8601, also with a blank for the `T` as Python prints it; milliseconds since 1970. */
export function parseTime(text: string): number | undefined {
  const [, day, clock = '00:00', fraction = '', zone = 'Z'] = ISO.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.length === 3 ? `${zone}:00` : zone;
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const time = Date.parse(`${day}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}

function epoch(value: number): number | undefined {
  if (value > 1e9 && value < 4e9) return value * 1000;
  return value > 1e12 && value < 4e12 ? value : undefined;
}
