import type { ReportFacts } from './facts';
import { metricReadings } from './metric-readings';
import { sectionsOf } from './sections';
import { summaryOf } from './summary';
import type { ReportView } from './view';

/** The metric report of a project: each metric of the manifest against its target, and the document below. */
export function metricsReport(facts: ReportFacts): ReportView {
  const { manifest } = facts;
  const metrics = metricReadings(facts).map(({ row }) => row);
  return {
    project: { name: manifest.name, file: manifest.file },
    summary: summaryOf(metrics),
    metrics,
    sections: sectionsOf(facts),
  };
}
