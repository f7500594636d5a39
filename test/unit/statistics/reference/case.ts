import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A worked case: what goes in, what scikit-learn, SciPy, statsmodels, R or a paper gives, and how near one must come. */
export interface Case {
  readonly id: string;
  readonly source: string;
  readonly input: Input;
  readonly expected: Numbers;
  readonly tol: number;
}

/** Numbers as they are nested in a case; what is not finite is a word. */
export type Numbers = number | string | undefined | readonly Numbers[] | { readonly [name: string]: Numbers };

type Column = readonly number[];
type Rows = readonly Column[];

/** What cases are made of; each has some of these. */
export interface Input {
  readonly y_true: Column;
  readonly y_pred: Column;
  readonly y_score: Column;
  readonly labels: Column;
  readonly w: Column;
  readonly p: Column;
  readonly x: Column;
  readonly proba: Rows;
  readonly X: Rows;
  readonly table: Rows;
  readonly cm: Rows;
  readonly [name: string]: unknown;
}

export type Checks = Readonly<Record<string, (input: Input) => Numbers>>;

/** A column, row or number that only this case has. */
export const of = <T>(input: Input, name: string): T => input[name] as T;

export const CASES = (
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../fixtures/statistics/reference-values.json'), 'utf8'),
  ) as { readonly cases: readonly Case[] }
).cases;

export function inputOf(id: string): Input {
  const found = CASES.find(one => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found.input;
}

/** The same shape, and every number within the tolerance, of its size where that is above 1. */
export function expectNumbers(actual: Numbers, expected: Numbers, tolerance: number, at = ''): void {
  if (typeof expected === 'number') {
    expect(
      Math.abs(Number(actual) - expected),
      `${at}: ${String(actual)}, not ${expected}`,
    ).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
  } else if (typeof expected === 'object') {
    expect(Object.keys(actual as object).sort(), at).toEqual(Object.keys(expected).sort());
    const own = actual as Record<string, Numbers>;
    for (const [name, value] of Object.entries(expected))
      expectNumbers(own[name], value, tolerance, `${at}.${name}`);
  } else {
    expect(String(actual), at).toBe(expected);
  }
}
