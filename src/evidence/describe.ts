import type { Evidence, MetricEvidence } from '../manifest/evidence';
import { listed } from './words';

/** Evidence in a few words, as in `metric recall on test` or `field problem.decision`. */
export function describeEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'all':
      return evidence.of.map(describeEvidence).join(' and ');
    case 'any':
      return evidence.of.map(describeEvidence).join(' or ');
    case 'field':
      return `field ${evidence.path}${evidence.target ? ' with a target' : ''}`;
    case 'file':
      return `file ${listed(evidence.paths, 'or', 2)}`;
    case 'runs':
      return `at least ${evidence.least} run${evidence.least === 1 ? '' : 's'}${evidence.history ? ' with values per step' : ''}`;
    case 'notebook':
      return `notebook ${listed(evidence.paths, 'or', 2)}`;
    case 'metric':
      return describeMetric(evidence);
    case 'lint':
      return `lint ${evidence.names.join(', ')}`;
    case 'looks':
      return `looks at the test set within ${evidence.budget}`;
    case 'manual':
      return 'a tick by a person';
    default:
      return `${evidence.kind} ${evidence.asks}`.trim();
  }
}

function describeMetric({ of, split, demand, confident }: MetricEvidence): string {
  const parts = [of.by === 'text' ? `metric ${of.text}` : describeSelection(of)];
  if (split !== undefined) parts.push(`on ${split}`);
  if (demand.is === 'baseline') parts.push('against its baseline');
  if (demand.is === 'measured') parts.push(`measured on ${demand.on}`);
  if (demand.is === 'besides') parts.push(`besides ${demand.names[0] ?? ''}`);
  if (demand.is === 'gap') parts.push(`between ${demand.between.join(' and ')}`);
  if (demand.is === 'limit') parts.push('within its limit');
  if (demand.is === 'slices') parts.push('by slice');
  if (confident) parts.push('beyond chance');
  return parts.join(' ');
}

function describeSelection({
  kind,
  with: having,
  named,
}: Extract<MetricEvidence['of'], { by: 'description' }>): string {
  const parts = [
    kind,
    'metrics',
    having && `with ${having}`,
    named.length > 0 ? `named ${listed(named, 'or')}` : undefined,
  ];
  return parts.filter(part => part !== undefined).join(' ');
}
