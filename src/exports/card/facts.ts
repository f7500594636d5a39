/** What a card says beside the metrics: fields of the manifest that are filled in. */
export interface CardFacts {
  /** The text of a field by its dotted path, as `problem.decision`. */
  readonly field: (path: string) => string | undefined;
  /** The data are tables, so that the kind of task can be told. */
  readonly isTabular: boolean;
}

/** The kinds of task as Hugging Face names them. */
export function taskType({ field, isTabular }: CardFacts): string {
  switch (field('task')) {
    case 'llm':
      return 'text-generation';
    case 'forecasting':
      return 'time-series-forecasting';
    case 'regression':
      return isTabular ? 'tabular-regression' : 'other';
    case 'binary':
    case 'multiclass':
      return isTabular ? 'tabular-classification' : 'other';
    default:
      return 'other';
  }
}
