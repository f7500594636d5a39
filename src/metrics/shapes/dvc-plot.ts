import { baseName } from '../collector';
import type { Confusion } from '../confusion';
import type { CurveKind, MetricCurve } from '../table';
import { derivedValues } from '../derived';
import type { Tree } from '../tree';
import type { Shape } from './shape';
import { entriesOf, textAt } from './shape';

/** Curves that DVCLive writes for scikit-learn, by the columns of their points. */
const CURVES: Readonly<Record<string, { readonly kind: CurveKind; readonly x: string; readonly y: string }>> =
  {
    roc: { kind: 'roc', x: 'fpr', y: 'tpr' },
    precision_recall: { kind: 'precision-recall', x: 'recall', y: 'precision' },
    calibration: { kind: 'calibration', x: 'prob_pred', y: 'prob_true' },
    det: { kind: 'det', x: 'fpr', y: 'fnr' },
  };

/** `plots/sklearn/*.json` of DVCLive: the points of a curve, which are no metrics. Points without finite numbers are left out. */
export const dvcCurve: Shape = {
  source: 'dvc',
  fits: tree => entriesOf(tree).length > 0 && entriesOf(tree).every(({ key, value }) => isCurve(key, value)),
  read: (collector, tree) => {
    for (const { key, value } of entriesOf(tree)) {
      const items = value.kind === 'array' ? value.items : [];
      const points = items.length;
      const curve = curveOf(key, items);
      if (curve) collector.curve({ ...curve, place: collector.placeOf(value) });
      const message = `This is a curve (\`${key}\`, ${points} points) to draw, and no metric; log its area to have that.`;
      collector.problem({ code: 'curve', severity: 'information', message }, value);
    }
  },
};

function curveOf(name: string, items: readonly Tree[]): Omit<MetricCurve, 'place'> | undefined {
  const curve = Object.hasOwn(CURVES, name) ? CURVES[name] : undefined;
  if (!curve) return undefined;
  const points = items
    .map(item => [Number(textAt(item, curve.x)), Number(textAt(item, curve.y))] as const)
    .filter(point => point.every(Number.isFinite));
  if (points.length === 0) return undefined;
  return { kind: curve.kind, x: points.map(([x]) => x), y: points.map(([, y]) => y) };
}

function isCurve(name: string, value: Tree): boolean {
  const curve = Object.hasOwn(CURVES, name) ? CURVES[name] : undefined;
  if (value.kind !== 'array' || !curve) return false;
  return value.items.every(point => [curve.x, curve.y].every(column => textAt(point, column) !== undefined));
}

/** `confusion_matrix.json` of DVCLive: `{ actual, predicted }` of each row, which gives counts. */
export const dvcConfusion: Shape = {
  source: 'dvc',
  fits: tree =>
    tree.kind === 'array' &&
    tree.items.length > 0 &&
    tree.items.every(
      item =>
        entriesOf(item).length === 2 &&
        textAt(item, 'actual') !== undefined &&
        textAt(item, 'predicted') !== undefined,
    ),
  read: (collector, tree) => {
    const { file } = collector;
    collector.run({ id: file, name: baseName(file), file, params: {} });
    const confusion = confusionOf(tree.kind === 'array' ? tree.items : []);
    const at = { start: tree.start, end: tree.start };
    const placed = { confusion, split: undefined, path: [], at: { ...tree, ...at } };
    derivedValues(collector, file, placed, () => false);
  },
};

function confusionOf(items: readonly Tree[]): Confusion {
  const pairs = items.map(item => [textAt(item, 'actual') ?? '', textAt(item, 'predicted') ?? ''] as const);
  const labels = [...new Set(pairs.flat())].sort();
  const index = new Map(labels.map((label, at) => [label, at]));
  const rows = labels.map(() => labels.map(() => 0));
  for (const [actual, predicted] of pairs) {
    const row = rows[index.get(actual) ?? -1];
    const column = index.get(predicted) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { rows, labels };
}
