import type { MetricRow, ReportView } from '../../reports/view';
import { pathFrom } from '../place';
import type { CardFacts } from './facts';
import { taskType } from './facts';
import { markText } from './marks';
import { numberOf } from './numbers';

/**
 * The `model-index` of a card's front matter as Hugging Face reads it: a result for each split, each value with its mark. Metrics
 * without a finite value are not in it: the format has no word for them.
 */
export function modelIndex(view: ReportView, facts: CardFacts, root: string): readonly string[] {
  const rows = view.metrics.filter(row => row.value !== undefined && row.kind === 'model');
  if (rows.length === 0) return [];
  const splits = [...new Set(rows.map(({ split }) => split))];
  return [
    'model-index:',
    `  - name: ${quoted(view.project.name)}`,
    '    results:',
    ...splits.flatMap(split => [
      ...resultHead(view, facts, split),
      ...rows.filter(row => row.split === split).flatMap(row => metricLines(row, root)),
    ]),
  ];
}

function resultHead({ project }: ReportView, facts: CardFacts, split: string | undefined): readonly string[] {
  return [
    '      - task:',
    `          type: ${taskType(facts)}`,
    '        dataset:',
    `          name: ${quoted(facts.field('data.sources') ?? project.name)}`,
    `          type: ${slug(project.name)}`,
    ...(split === undefined ? [] : [`          split: ${quoted(split)}`]),
    '        metrics:',
  ];
}

function metricLines(row: MetricRow, root: string): readonly string[] {
  const number = numberOf(row, 'value');
  if (!number) return [];
  const mark = markText(number, pathFrom(root, number.place.file), 'yaml');
  return [`          - type: ${quoted(row.name)}`, `            value: ${number.value}${mark}`];
}

/** A string of JSON is one of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'own-data';
}
