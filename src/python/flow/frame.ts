import { joinAll } from './join';
import type { Machine } from './machine';
import type { Site } from './site';
import type { Changes } from './store';
import type { Scope, Value } from './value';
import { NONE } from './value';
import type { Span } from '../../base/place';
import type { Reg } from '../ir/model';

/** How a block ended. */
export type Completion = 'normal' | 'return' | 'break' | 'continue' | 'raise';

/** One execution of one function. */
export interface Frame {
  readonly scope: Scope;
  readonly registers: Value[];
  readonly returns: Value[];
  readonly yields: Value[];
  /** What paths that left the function early had changed. */
  readonly exits: Changes[];
  /** What paths that left the innermost loop, or one round of it, had changed. */
  leaps: Changes[];
}

export function newFrame(scope: Scope): Frame {
  return { scope, registers: [], returns: [], yields: [], exits: [], leaps: [] };
}

export function valueIn(frame: Frame, reg: Reg): Value {
  return frame.registers[reg] ?? NONE;
}

export function optional(frame: Frame, reg: Reg | undefined): Value | undefined {
  return reg === undefined ? undefined : valueIn(frame, reg);
}

export function siteOf(m: Machine, span: Span): Site {
  return m.module === undefined ? span : { start: span.start, end: span.end, module: m.module };
}

/** What a finished call gives back. */
export function resultOf(m: Machine, frame: Frame): Value {
  if (frame.yields.length > 0) {
    return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest: joinAll(m, frame.yields) });
  }
  return joinAll(m, frame.returns) ?? NONE;
}
