import type { Place } from '../../base/place';
import { relativeTo } from '../../evidence/words';
import type { Notice } from '../document';
import { plural } from '../format';
import type { FindWarnings } from './context';
import { information } from './context';

/** More are counted, and not told. */
const MOST_FINDINGS = 5;

/** Leakage, and other misuse of the test set, in the code of the project: a score that looks good may be one of these. */
export const leaksInCode: FindWarnings = ({ facts: { leaks = [], manifest } }) => {
  const told = leaks.slice(0, MOST_FINDINGS).map(({ severity, message, place }): Notice => {
    return {
      severity: severity === 'hint' ? 'information' : severity,
      message: `${relativeTo(manifest.root, place.file)}, ${whereIn(place)}: ${message}`,
      place,
    };
  });
  const more = leaks.length - told.length;
  return more > 0
    ? [...told, information(`${plural(more, 'finding')} more of leakage and misuse of the test set in code.`)]
    : told;
};

/** In a notebook lines count from the top of their cell. */
function whereIn({ cell, range }: Place): string {
  const line = `line ${range.start.line + 1}`;
  return cell === undefined ? line : `cell ${cell + 1}, ${line}`;
}
