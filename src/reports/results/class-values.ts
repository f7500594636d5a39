import { canonicalName, lastPart } from '../../metrics/names';
import type { MetricValue } from '../../metrics/table';
import { surenessOf } from '../certainty';
import type { Block, Cell } from '../document';
import type { ReportFacts } from '../facts';
import { countFigure, figureOf, linkTo } from '../figures';
import { metricReadings, runName } from '../metric-readings';

/** More classes are left out. */
const MOST_ROWS = 60;

/** Scores by class as a file states them, such as scikit-learn's report, where there is no matrix to compute them from. */
export function classesFromValues(facts: ReportFacts, values: readonly MetricValue[]): readonly Block[] {
  const ofClasses = values.filter(({ slice }) => slice !== undefined && isOfClass(slice));
  const groups = new Map<string, MetricValue[]>();
  for (const value of ofClasses) {
    const key = JSON.stringify([value.run, value.split, value.name.split('.').slice(0, -1)]);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].map((own, at) => table(facts, own, at + 1));
}

const isOfClass = (slice: Readonly<Record<string, string>>): boolean =>
  Object.keys(slice).length === 1 && Object.hasOwn(slice, 'class');

function table(facts: ReportFacts, values: readonly MetricValue[], at: number): Block {
  const [first] = values;
  const classes = [...new Set(values.map(({ slice }) => slice?.['class'] ?? ''))];
  const names = [...new Set(values.map(({ name }) => canonicalName(lastPart(name))))];
  const several =
    new Set(metricReadings(facts).flatMap(({ measured }) => measured?.parts[0]?.run ?? [])).size > 1;
  const where = [
    ...(first?.split === undefined ? [] : [`on ${first.split}`]),
    ...(several && first ? [`of ${runName(facts.metrics.table, first.run)}`] : []),
  ].join(' ');
  const more = Math.max(0, classes.length - MOST_ROWS);
  return {
    kind: 'table',
    id: `class-values-${at}`,
    title: `By class ${where}`.trim(),
    columns: [
      { title: 'Class' },
      { title: 'Rows', isNumber: true },
      ...names.map(title => ({ title, isNumber: true as const })),
    ],
    rows: classes.slice(0, MOST_ROWS).map(label => {
      const own = values.filter(({ slice }) => slice?.['class'] === label);
      const rows = own.find(({ name }) => canonicalName(lastPart(name)) === 'recall')?.counts?.n;
      const cells = names.map(name =>
        cellOf(
          facts,
          own.find(value => canonicalName(lastPart(value.name)) === name),
        ),
      );
      return { cells: [label, rows === undefined ? '—' : countFigure(rows), ...cells] };
    }),
    ...(more > 0 && { more }),
  };
}

function cellOf({ manifest, metrics }: ReportFacts, value: MetricValue | undefined): Cell {
  if (!value) return '—';
  const { certainty, n } = surenessOf(metrics.table, value);
  return figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) });
}
