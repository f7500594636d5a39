import { relativeTo } from '../evidence/words';
import { ofRun } from './by-run';
import type { ReportFacts } from './facts';
import { metricReadings } from './metric-readings';
import { sectionsOf } from './sections';
import { summaryOf } from './summary';
import type { ReportView } from './view';
import { warningsOf } from './warnings';

/** The metric report of a project: each metric of the manifest against its target, and the document below. */
export function metricsReport(facts: ReportFacts): ReportView {
  const {
    manifest,
    metrics: { table },
  } = facts;
  const metrics = metricReadings(facts).map(({ row }) => row);
  return {
    project: { name: manifest.name, file: manifest.file },
    summary: summaryOf(metrics),
    metrics,
    sections: sectionsOf(facts),
    notices: warningsOf(facts),
    sources: table.runs.map(({ id, name, file, time }) => ({
      run: name,
      file,
      path: relativeTo(manifest.root, file),
      ...(time !== undefined && { time }),
      values: ofRun(table, id).values.length,
    })),
  };
}
