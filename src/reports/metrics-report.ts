import type { Section } from './document';
import type { ReportFacts } from './facts';
import { metricReadings, readMetrics } from './metric-readings';
import { readHistories } from './run-history';
import { sectionsInSteps } from './sections';
import { summaryOf } from './summary';
import type { ReportView } from './view';

/** The metric report of a project: each metric of the manifest against its target, and the document below. */
export function metricsReport(facts: ReportFacts): ReportView {
  const steps = reportInSteps(facts);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same a step at a time, since whoever waits for something else should not have to wait for all of it. */
export function* reportInSteps(facts: ReportFacts): Generator<void, ReportView> {
  const { manifest } = facts;
  yield* readMetrics(facts);
  yield* readHistories(facts);
  const metrics = metricReadings(facts).map(({ row }) => row);
  const sections: readonly Section[] = yield* sectionsInSteps(facts);
  return {
    project: { name: manifest.name, file: manifest.file },
    summary: summaryOf(metrics),
    metrics,
    sections,
  };
}
