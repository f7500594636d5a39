import type { Span } from '../../base/place';

/**
 * Expressions over metrics, as in `f1[split=train] - f1[split=validation]` or `recall[split=test] >= 0.8`.
 *
 * A metric is a bare name or any text in backticks, with qualifiers in brackets: `split`, `run`, `slice.<column>`. Spans
 * are offsets into the expression's own text.
 */
export type Expression = Comparison | Arithmetic;

export interface Comparison {
  readonly kind: 'comparison';
  readonly op: ComparisonOp;
  readonly left: Arithmetic;
  readonly right: Arithmetic;
  readonly span: Span;
}

export type Arithmetic = NumberLiteral | MetricRef | Call | Negation | Binary;

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
  readonly span: Span;
}

export interface MetricRef {
  readonly kind: 'metric';
  readonly name: string;
  readonly qualifiers: readonly Qualifier[];
  readonly span: Span;
}

export interface Qualifier {
  /** `split`, `run`, or `slice.country`. */
  readonly key: string;
  readonly value: string;
}

export interface Call {
  readonly kind: 'call';
  readonly name: FunctionName;
  readonly args: readonly Arithmetic[];
  readonly span: Span;
}

export interface Negation {
  readonly kind: 'negation';
  readonly of: Arithmetic;
  readonly span: Span;
}

export interface Binary {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly left: Arithmetic;
  readonly right: Arithmetic;
  readonly span: Span;
}

export type ComparisonOp = '>=' | '>' | '<=' | '<' | '==';
export type BinaryOp = '+' | '-' | '*' | '/';

/** Functions, with how many arguments they take at least and at most. */
export const FUNCTIONS = {
  abs: { least: 1, most: 1 },
  min: { least: 1, most: Infinity },
  max: { least: 1, most: Infinity },
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);
