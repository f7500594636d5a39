import type { Place } from './place';

/** An expected failure is a value; exceptions are bugs. */
export type Result<T, F> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({ ok: false, failure });

/** Why a file could not be read. `message` is a sentence for the user, without the path. */
export type ReadFailure =
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'not-text'; readonly message: string }
  | { readonly kind: 'outside'; readonly message: string }
  /** Somebody did not want to wait for it. */
  | { readonly kind: 'stopped'; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** A mistake of the user's in a file, with its place and the way out. Parsers return `{ value, problems }`. */
export interface Problem {
  /** Stable, kebab-case: `unknown-field`, `bad-yaml`, `not-a-number` … */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** What is wrong, what was expected, and what to do, in one or two sentences. */
  readonly message: string;
  readonly place: Place;
  /** A replacement that mends it, where there is one. */
  readonly fix?: { readonly title: string; readonly newText: string; readonly place: Place };
}

/** What a parser gives: the part that is good, and what was wrong with the rest. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
