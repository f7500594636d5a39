import type { Section } from './document';
import type { ReportFacts } from './facts';
import { plural } from './format';
import { metricsReport } from './metrics-report';
import type { ReportView } from './view';

/** The report of runs that no manifest selects: what their own files tell, and what a manifest would add. */
export function unmanagedReport(facts: ReportFacts): ReportView {
  const { sections, ...view } = metricsReport(facts);
  const { runs } = facts.metrics.table;
  const told = sections.filter(({ id, missing }) => missing === undefined && !OF_MANIFESTS.has(id));
  const first = FIRST.flatMap(wanted => told.filter(({ id }) => id === wanted));
  const others = told.filter(section => !first.includes(section));
  const text =
    runs.length === 0
      ? 'No run was read from it.'
      : `${plural(runs.length, 'run')}, which no manifest selects: no target says what is good enough.`;
  return {
    ...view,
    summary: { ...view.summary, text },
    sections: [...first, ...others, ADDED],
    isUnmanaged: true,
  };
}

/** The numbers themselves are what a file is opened for, where no verdict stands above them. */
const FIRST = ['results', 'values', 'warnings'];

/** What is there without data, and speaks of a manifest that is not. */
const OF_MANIFESTS = new Set(['verdict', 'ledger', 'business', 'service']);

const ADDED: Section = {
  id: 'manifest',
  title: 'What a manifest would add',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { name: 'Verdicts', value: 'A target for each metric: met, not met, or how many rows would decide.' },
        { name: 'Comparison', value: 'Baselines, the run before, and every commit of these files.' },
        {
          name: 'The data',
          value: 'Rows of the splits, their overlap, drift, and whether numbers are older than data or code.',
        },
        {
          name: 'Predictions',
          value: 'Every figure afresh from single rows, with intervals, slices and errors.',
        },
        {
          name: 'The test set',
          value: 'Who looked at it when, and what the best of several looks is worth.',
        },
      ],
    },
  ],
};
