/**
 * A condition on runs, in the syntax of MLflow's search: comparisons joined by `and`.
 *
 *     metrics.rmse < 1 and params.model = 'tree' and tags.`mlflow.user` != 'bot' and status = 'FINISHED'
 */
export type Where = readonly Condition[];

export interface Condition {
  readonly of: Subject;
  readonly is: Comparison;
}

export interface Subject {
  readonly entity: 'metric' | 'param' | 'tag' | 'attribute';
  /** Of an attribute one of {@link ATTRIBUTES}. */
  readonly key: string;
}

export type Comparison =
  | { readonly op: 'number'; readonly sign: Sign; readonly value: number }
  | { readonly op: 'text'; readonly sign: '=' | '!='; readonly value: string }
  /** `%` stands for any text, `_` for one character. */
  | { readonly op: 'like'; readonly pattern: string; readonly ignoreCase: boolean }
  | { readonly op: 'in'; readonly values: readonly string[]; readonly negated: boolean }
  | { readonly op: 'null'; readonly negated: boolean };

export const SIGNS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Sign = (typeof SIGNS)[number];

/** What a run has beside metrics, parameters and tags. Times are in milliseconds since 1970. */
export const ATTRIBUTES = ['run_id', 'run_name', 'status', 'start_time', 'end_time', 'user_id'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
