/** A formula that a report's numbers are computed by. */
export interface Method {
  readonly title: string;
  /** The formula and its assumptions, in words and plain text. */
  readonly text: string;
  /** Who says so: author and year, or the function of a library that gives the same number. */
  readonly source: string;
}

/** Every formula that reports use, by its id. A report's appendix shows those that its numbers name. */
export const METHODS = {
  wilson: {
    title: 'Wilson score interval',
    text: 'For k successes in n rows: the proportions p whose distance from k/n is at most z standard errors √(p(1 − p)/n). It holds for independent rows.',
    source: 'Wilson 1927; statsmodels `proportion_confint(method="wilson")`',
  },
} as const satisfies Readonly<Record<string, Method>>;

export type MethodId = keyof typeof METHODS;
