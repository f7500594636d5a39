import type { Section } from '../../src/reports/document';
import type { ReportView } from '../../src/reports/view';
import { LARGE } from './large-view';

const METRICS = 60;

/** A report of some megabytes: each of sixty metrics on each of two hundred slices, a table for each metric. */
export const MEGABYTES: ReportView = { ...LARGE, sections: LARGE.sections.map(tableForEachMetric) };

function tableForEachMetric(section: Section): Section {
  if (section.id !== 'slices') return section;
  const tables = section.blocks.filter(block => block.kind === 'table');
  const blocks = Array.from({ length: METRICS }, (_, at) =>
    tables.map(table => ({ ...table, id: `${table.id}-${at}`, title: `Metric ${at} by site` })),
  );
  return { ...section, blocks: blocks.flat() };
}

/** The same, with another digit in every section: nothing that was drawn still holds. */
export function saidAnew(view: ReportView): ReportView {
  const sections = view.sections.map(section => ({ ...section, title: `${section.title} again` }));
  return { ...view, sections };
}
