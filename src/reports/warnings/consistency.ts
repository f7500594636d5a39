import { relativeTo } from '../../evidence/words';
import { ofRun } from '../by-run';
import { reportedMatrices } from '../counted-rows';
import { formatNumber } from '../format';
import { differencesFrom } from '../recomputed';
import type { FindWarnings } from './context';
import { warning } from './context';

/** Values that readers of files have compared with the matrix already, and said so. */
const SAID = 'contradicts-confusion';

/** Scores that do not follow from the confusion matrix of their own file. */
export const recomputedDiffers: FindWarnings = ({ facts, readings }) =>
  reportedMatrices(facts, readings)
    .flatMap(matrix => differencesFrom(matrix, ofRun(facts.metrics.table, matrix.run).values))
    .filter(
      ({ value }) =>
        !facts.problems.some(({ code, place }) => code === SAID && samePlace(place, value.place)),
    )
    .map(({ value, matrix, nearest }) =>
      warning(
        `\`${value.name}\` is reported as ${formatNumber(value.value)}; recomputed from the confusion matrix in line ${matrix.place.range.start.line + 1} of ${relativeTo(facts.manifest.root, matrix.place.file)} it is ${formatNumber(nearest)}. Write both from the same predictions.`,
        value.place,
      ),
    );

type At = Parameters<typeof warning>[1];

function samePlace(a: At, b: At): boolean {
  return (
    a?.file === b?.file &&
    a?.range.start.line === b?.range.start.line &&
    a?.range.start.column === b?.range.start.column
  );
}
