/** How much work a workspace has done since it was opened. Only ever grows; tests and measurements read it. */
export interface Counters {
  /** Criteria whose evidence was looked at. Those that stood are not counted. */
  criteriaJudged: number;
  /** Files whose metrics were read. */
  metricFilesRead: number;
}

export function createCounters(): Counters {
  return { criteriaJudged: 0, metricFilesRead: 0 };
}
