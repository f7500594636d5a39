import type {
  Evidence,
  FreshEvidence,
  MetricEvidence,
  RegistryEvidence,
  RunsEvidence,
} from '../manifest/evidence';
import { listed } from './words';

/** Evidence in a few words, as in `metric recall on test` or `field problem.decision`. */
export function describeEvidence(evidence: Evidence): string {
  if ('asks' in evidence) return `${evidence.kind} ${evidence.asks}`;
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
      return describeRuns(evidence);
    case 'notebook':
      return `notebook ${listed(evidence.paths, 'or', 2)}`;
    case 'metric':
      return describeMetric(evidence);
    case 'lint':
      return `lint ${evidence.names.join(', ')}`;
    case 'looks':
      return `looks at the test set within ${evidence.budget}`;
    case 'fresh':
      return describeFresh(evidence);
    case 'registry':
      return describeRegistry(evidence);
    case 'command':
      return `command ${evidence.of.by === 'line' ? evidence.of.line : evidence.of.name}`;
    case 'effort':
      return `effort of ${evidence.of} against ${evidence.than}`;
    case 'timebox':
      return `at most ${evidence.weeks.to} weeks`;
    case 'manual':
      return 'a tick by a person';
  }
}

function describeRuns({ least, history }: RunsEvidence): string {
  return `at least ${least} run${least === 1 ? '' : 's'}${history ? ' with values per step' : ''}`;
}

function describeFresh({ of, within }: FreshEvidence): string {
  const limit = within.by === 'duration' ? within.duration.text : within.path;
  return `${freshSubject(of)} not older than ${limit}`;
}

function freshSubject(of: FreshEvidence['of']): string {
  switch (of.by) {
    case 'file':
      return `file ${listed(of.paths, 'or', 2)}`;
    case 'run':
      return of.run === 'latest' ? 'the latest run' : `run ${of.run}`;
    case 'metric':
      return `metric ${of.metric}${of.split === undefined ? '' : ` on ${of.split}`}`;
    case 'split':
      return `a run on ${of.split}`;
    case 'data':
      return 'data';
  }
}

function describeRegistry({ model, alias, stage, versions, with: kept }: RegistryEvidence): string {
  const parts = [
    `registry${model === undefined ? '' : ` ${model}`}`,
    ...(alias === undefined ? [] : [`as ${alias}`]),
    ...(stage === undefined ? [] : [`in ${stage}`]),
    ...(versions.op === '>=' && versions.value <= 1 ? [] : [`versions ${versions.op} ${versions.value}`]),
    ...(kept.length === 0 ? [] : [`with ${listed(kept)}`]),
  ];
  return parts.join(' ');
}

function describeMetric({ of, split, demand, confident }: MetricEvidence): string {
  const parts = [of.by === 'text' ? `metric ${of.text}` : describeSelection(of)];
  if (split !== undefined) parts.push(`on ${split}`);
  if (demand.is === 'baseline') parts.push('against its baseline');
  if (demand.is === 'measured') parts.push(`measured on ${demand.on}`);
  if (demand.is === 'besides') parts.push(`besides ${demand.names[0] ?? ''}`);
  if (demand.is === 'gap') parts.push(`between ${demand.between.join(' and ')}`);
  if (demand.is === 'limit') parts.push('within its limit');
  if (demand.is === 'declared') parts.push('declared');
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
