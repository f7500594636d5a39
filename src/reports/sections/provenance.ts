import { START_OF_FILE } from '../../base/place';
import { relativeTo } from '../../evidence/words';
import type { Run } from '../../metrics/table';
import type { Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';

const COLUMNS = [
  { title: 'Run' },
  { title: 'File' },
  { title: 'Time' },
  { title: 'Values', isNumber: true },
] as const;

/** Where the numbers came from. */
export function provenance(facts: ReportFacts): Section {
  const { runs } = facts.metrics.table;
  const section = { id: 'provenance', title: 'Where the numbers come from' };
  if (runs.length === 0) {
    const missing = 'No runs have been read. `runs` in the manifest says where metrics are.';
    return { ...section, missing, blocks: [] };
  }
  const rows = runs.map(run => runRow(facts, run));
  return {
    ...section,
    summary: `${plural(runs.length, 'run')} read.`,
    blocks: [{ kind: 'table', id: 'runs', title: 'Runs', columns: COLUMNS, rows }],
  };
}

function runRow({ manifest, metrics: { table } }: ReportFacts, { id, name, file, time }: Run): Row {
  const place = { file, range: START_OF_FILE };
  const values = table.values.filter(value => value.run === id).length;
  return {
    cells: [
      name,
      { kind: 'link', text: relativeTo(manifest.root, file), place },
      time ?? 'not stated',
      formatNumber(values),
    ],
  };
}
