import type { Bound } from '../evidence';
import type { Located } from '../schema/types';
import { parseTarget } from './metrics';

/**
 * `">= 10000"`, `"<= 5%"` or `">= data.rows_needed"`; a bare number means `op`.
 *
 * @returns `undefined` for a text that is none, which the schema has reported
 */
export function boundOf({ value }: Located<number> | Located<string>, op: Bound['op']): Bound | undefined {
  if (typeof value === 'number') return { op, to: { kind: 'number', value } };
  const field = /^(>=|<=|==|=|>|<)\s*([a-z_]+(?:\.[\w-]+)+)$/.exec(value);
  if (field) return { op: operator(field[1]), to: { kind: 'field', path: field[2] ?? '' } };
  const target = parseTarget(value);
  if (!target) return undefined;
  return {
    op: target.op,
    to: { kind: value.trim().endsWith('%') ? 'share' : 'number', value: target.value },
  };
}

function operator(text: string | undefined): Bound['op'] {
  return text === '=' ? '==' : (text as Bound['op']);
}
