import type { Section } from '../../src/reports/document';
import type { ReportView } from '../../src/reports/view';
import { VIEW } from './view';

const ARABIC = 'دقة الاسترجاع على مجموعة الاختبار';
const LONG = 'recall_of_the_positive_class_at_the_operating_point_that_was_chosen_on_validation_data'.repeat(
  2,
);

/** Names in a script that runs from right to left, names without an end, and plain ones. */
const nameAt = (at: number): string => (at === 3 ? ARABIC : at === 5 ? LONG : `metric_${at}`);

const repeated = <T>(items: readonly T[], count: number): readonly T[] =>
  Array.from({ length: count }, (_, at) => items[at % items.length]).filter(item => item !== undefined);

/** A report of sixty metrics and two hundred slices. */
export const LARGE: ReportView = {
  ...VIEW,
  project: { ...VIEW.project, name: `${VIEW.project.name} ${ARABIC}` },
  metrics: repeated(VIEW.metrics, 60).map((metric, at) => ({ ...metric, name: nameAt(at) })),
  sections: VIEW.sections.map(section => grown(section, section.id === 'slices' ? 200 : 60)),
};

function grown(section: Section, rows: number): Section {
  if (section.id !== 'slices' && section.id !== 'verdict') return section;
  return {
    ...section,
    blocks: section.blocks.map(block =>
      block.kind === 'table'
        ? {
            ...block,
            rows: repeated(block.rows, rows).map((row, at) => ({
              ...row,
              cells: [nameAt(at), ...row.cells.slice(1)],
            })),
          }
        : block,
    ),
  };
}
