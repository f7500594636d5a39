import type { Tree } from '../tree';
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
];

export function shapeOf(tree: Tree): Shape | undefined {
  return SHAPES.find(shape => shape.fits(tree));
}
