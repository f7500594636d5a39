import { mean, total } from '../sums';

/** How far clusters of points lie apart, by Euclidean distance; no truth is needed. */
export interface ClusterSeparation {
  /** P. J. Rousseeuw 1987: from -1 to 1, the mean over all points. It compares every pair of them. */
  readonly silhouette: number;
  /** T. Caliński and J. Harabasz 1974: higher is better. */
  readonly calinskiHarabasz: number;
  /** D. L. Davies and D. W. Bouldin 1979: lower is better. */
  readonly daviesBouldin: number;
}

type Point = readonly number[];

/** At least two clusters, and fewer than points. */
export function clusterSeparation(points: readonly Point[], labels: ArrayLike<number>): ClusterSeparation {
  const clusters = [...new Set(Array.from(labels))].map(label =>
    points.filter((_, at) => labels[at] === label),
  );
  return {
    silhouette: silhouette(clusters),
    calinskiHarabasz: calinskiHarabasz(points, clusters),
    daviesBouldin: daviesBouldin(clusters),
  };
}

function silhouette(clusters: readonly (readonly Point[])[]): number {
  const values = clusters.flatMap(own =>
    own.map(point => {
      if (own.length === 1) return 0;
      const inside = total(own.map(other => distance(point, other))) / (own.length - 1);
      const nearest = Math.min(
        ...clusters.filter(other => other !== own).map(other => mean(other.map(q => distance(point, q)))),
      );
      return (nearest - inside) / Math.max(inside, nearest);
    }),
  );
  return mean(values);
}

function calinskiHarabasz(points: readonly Point[], clusters: readonly (readonly Point[])[]): number {
  const whole = centreOf(points);
  let [between, within] = [0, 0];
  for (const cluster of clusters) {
    const centre = centreOf(cluster);
    between += cluster.length * distance(centre, whole) ** 2;
    within += total(cluster.map(point => distance(point, centre) ** 2));
  }
  if (within === 0) return 1;
  return (between * (points.length - clusters.length)) / (within * (clusters.length - 1));
}

function daviesBouldin(clusters: readonly (readonly Point[])[]): number {
  const centres = clusters.map(centreOf);
  const spreads = clusters.map((cluster, at) =>
    mean(cluster.map(point => distance(point, centres[at] ?? []))),
  );
  const worst = centres.map((centre, at) =>
    Math.max(
      ...centres.map((other, index) =>
        index === at ? 0 : ((spreads[at] ?? 0) + (spreads[index] ?? 0)) / distance(centre, other),
      ),
    ),
  );
  return mean(worst);
}

const distance = (a: Point, b: Point): number => Math.hypot(...a.map((value, at) => value - (b[at] ?? NaN)));

const centreOf = (points: readonly Point[]): Point =>
  (points[0] ?? []).map((_, axis) => mean(points.map(point => point[axis] ?? NaN)));
