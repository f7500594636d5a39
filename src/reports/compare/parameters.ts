import type { Run } from '../../metrics/table';
import type { Section } from '../document';

/** The parameters of runs: those that differ as a section, the others by name. */
export interface ComparedParameters {
  readonly section: Section;
  readonly differing: number;
  readonly equal: readonly { readonly name: string; readonly value: string }[];
}

/** So many rows are shown. */
const MOST_ROWS = 300;

export function comparedParameters(runs: readonly Run[], names: readonly string[]): ComparedParameters {
  const all = [...new Set(runs.flatMap(({ params }) => Object.keys(params)))].sort();
  const valuesOf = (key: string): readonly (string | undefined)[] =>
    runs.map(({ params }) => (Object.hasOwn(params, key) ? params[key] : undefined));
  // The list of runs has names and times.
  const isTold = (key: string): boolean =>
    runs.every(({ params, name, time }) => [undefined, name, time].includes(params[key]));
  const keys = all.filter(key => !isTold(key));
  const stated = (key: string): number => new Set(valuesOf(key).filter(value => value !== undefined)).size;
  // Two values are a difference; a value that some runs do not state may be none.
  const differing = keys
    .filter(key => new Set(valuesOf(key)).size > 1)
    .sort((a, b) => Number(stated(b) > 1) - Number(stated(a) > 1));
  const equal = keys
    .filter(key => !differing.includes(key))
    .map(name => ({ name, value: codeOf(valuesOf(name)[0]) }));
  return { section: sectionOf(differing, valuesOf, names, keys.length), differing: differing.length, equal };
}

function sectionOf(
  differing: readonly string[],
  valuesOf: (key: string) => readonly (string | undefined)[],
  names: readonly string[],
  all: number,
): Section {
  const section = { id: 'parameters', title: 'Parameters that differ' };
  if (differing.length === 0) {
    const missing = all === 0 ? 'The runs tell no parameters.' : 'All parameters are the same in these runs.';
    return { ...section, missing, blocks: [] };
  }
  const more = differing.length - MOST_ROWS;
  return {
    ...section,
    blocks: [
      {
        kind: 'table',
        id: 'parameter-table',
        title: 'Parameters by run',
        columns: [{ title: 'Parameter' }, ...names.map(title => ({ title }))],
        rows: differing.slice(0, MOST_ROWS).map(key => ({ cells: [key, ...valuesOf(key).map(codeOf)] })),
        ...(more > 0 && { more }),
      },
    ],
  };
}

/** As code, so that an empty value or a blank is seen; a backtick ends code, and makes it words. */
function codeOf(value: string | undefined): string {
  if (value === undefined) return '—';
  return value === '' || value.includes('`') ? `“${value.replaceAll('`', "'")}”` : `\`${value}\``;
}
