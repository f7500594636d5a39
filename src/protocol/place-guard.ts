import type { Place, Position, Range } from '../base/place';
import { isIndex, isObject, isString, optional } from './decode';

const isPosition = isObject<Position>({ line: isIndex, column: isIndex });
const isRange = isObject<Range>({ start: isPosition, end: isPosition });

/** Is this a place in a file? */
export const isPlace = isObject<Place>({ file: isString, cell: optional(isIndex), range: isRange });
