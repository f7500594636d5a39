import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';

type Edit = SpanFix['edits'][number];

/**
 * Gives a call `name=value`, in place of what it gives by that name or behind its last argument; undefined where the call
 * cannot be read that simply.
 */
export function withKeyword(program: Program, call: Site, name: string, value: string): Edit | undefined {
  const text = program.textOf(call);
  if (!text.endsWith(')') || /#/.test(text) || /\*\w/.test(text)) return undefined;
  const own = new RegExp(`\\b${name}\\s*=\\s*(True|False|None|\\d+)`).exec(text);
  if (own?.[1] !== undefined) {
    const end = call.start + own.index + own[0].length;
    return { span: { start: end - own[1].length, end }, newText: value };
  }
  const last = text.slice(0, -1).trimEnd();
  const end = call.start + last.length;
  return { span: { start: end, end }, newText: `${last.endsWith(',') ? '' : ','} ${name}=${value}` };
}
