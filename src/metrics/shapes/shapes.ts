import type { Collector } from '../collector';
import type { Tree } from '../tree';
import { dvcConfusion, dvcCurve } from './dvc-plot';
import { deepchecks } from './deepchecks';
import { evalResults } from './eval-results';
import { evidently } from './evidently';
import { kerasHistory } from './keras-history';
import { lmEval } from './lm-eval';
import { mlflowExport } from './mlflow-export';
import { pytestReport } from './pytest-report';
import type { Shape } from './shape';
import { trainerState } from './trainer-state';

/** What tools write as JSON or YAML; a file that fits none was written by somebody's own script. */
const SHAPES: readonly Shape[] = [
  trainerState,
  lmEval,
  evalResults,
  mlflowExport,
  pytestReport,
  deepchecks,
  evidently,
  kerasHistory,
  dvcCurve,
  dvcConfusion,
];

/** Reads a tree that is one of these; false when it is none. */
export function readShape(collector: Collector, tree: Tree): boolean {
  const shape = SHAPES.find(one => one.fits(tree));
  if (!shape) return false;
  const { source } = shape;
  shape.read(
    {
      ...collector,
      run: run => {
        collector.run({ ...run, source });
      },
    },
    tree,
  );
  return true;
}
