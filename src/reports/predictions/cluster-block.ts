import type { ClusterBlock } from '../../predictions/evaluation';
import type { ChartBlock } from '../document';
import { formatNumber } from '../format';

const NUMBER = { isNumber: true } as const;

/** Which class lies in which cluster. */
export function clusterTable({
  classes,
  clusters,
  counts,
  allClasses,
  allClusters,
}: ClusterBlock): ChartBlock {
  const left = [
    ...(allClasses > classes.length ? [`${formatNumber(allClasses - classes.length)} classes`] : []),
    ...(allClusters > clusters.length ? [`${formatNumber(allClusters - clusters.length)} clusters`] : []),
  ];
  return {
    kind: 'chart',
    id: 'predictions-clusters',
    title: 'Classes and clusters',
    text: 'How many rows of each class lie in each cluster, the largest first; the colour is the share of the class.',
    chart: {
      kind: 'heatmap',
      rows: { title: 'Class', names: classes },
      columns: { title: 'Cluster', names: clusters },
      cells: counts,
    },
    table: {
      kind: 'table',
      id: 'predictions-clusters-table',
      title: 'Classes and clusters',
      columns: [{ title: 'Class' }, ...clusters.map(title => ({ title, ...NUMBER }))],
      rows: classes.map((label, at) => ({ cells: [label, ...(counts[at] ?? []).map(formatNumber)] })),
      note: `Clusters have no right names: what counts is which rows are together.${left.length > 0 ? ` Left out: ${left.join(' and ')}.` : ''}`,
    },
  };
}
