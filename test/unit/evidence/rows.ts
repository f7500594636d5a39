import type { Outcome } from '../../../src/base/outcome';
import type { World } from './world';

/** What makes each criterion of the lifecycle come out this way or that, and what its reason then says. */
export type Row = Partial<Record<Outcome, readonly (readonly [World, RegExp])[]>>;

/** A field: met when filled in, unmet when it is absent or a placeholder. */
export function field(path: string, value = 'our own words'): Row {
  return {
    met: [[{ manifest: nested(path, value) }, new RegExp(`^${value.replace(/[[\]]/g, '')}`)]],
    unmet: [
      [{}, new RegExp(`\`${path}\` is not filled in`)],
      [{ manifest: nested(path, 'TODO') }, /placeholder \(TODO\)/],
    ],
  };
}

function nested(path: string, value: string): string {
  const names = path.split('.');
  return names.map((name, depth) => `${'  '.repeat(depth)}${name}:`).join('\n') + ` ${value}\n`;
}

/** No MLflow store is there. */
export const NO_REGISTRY = /no MLflow store among `runs`/;

/** The manifest has no command of that name. */
export const NO_COMMAND = /`commands\.[a-z-]+` does not say which command/;

/** Data that the manifest does not name. */
export const noData: Row = { unknown: [[{}, /^The manifest names no data files/]] };

export const RECALL = 'metrics: { recall: { min: 0.8, baseline: 0.5, split: test } }';
