export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** NaN of no values. */
export const mean = (values: readonly number[]): number => total(values) / values.length;
