import type { Evidence, MetricEvidence } from '../manifest/evidence';
import type { Manifest } from '../manifest/model';

/**
 * The part of the metric report that says more of a criterion: `metric/` and a name for the row of a metric, else the id of a
 * section. `undefined` where the report says nothing of it.
 */
export function reportAnchor(evidence: Evidence, manifest: Manifest): string | undefined {
  switch (evidence.kind) {
    case 'all':
    case 'any':
      return evidence.of.map(part => reportAnchor(part, manifest)).find(anchor => anchor !== undefined);
    case 'metric':
      return metricAnchor(evidence, manifest);
    case 'drift':
      return 'drift';
    case 'runs':
      return 'provenance';
    case 'looks':
      return 'ledger';
    default:
      return undefined;
  }
}

function metricAnchor({ of, demand }: MetricEvidence, { metrics }: Manifest): string {
  if (demand.is === 'gap') return 'splits';
  if (demand.is === 'slices') return 'slices';
  const isNamed = of.by === 'text' && metrics.some(({ name }) => name === of.text);
  return isNamed ? `metric/${of.text}` : 'verdict';
}
