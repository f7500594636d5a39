import type { Finding } from '../base/finding';
import type { Place, Position } from '../base/place';

/** Orders text by UTF-16 units: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By file, cell and start; findings of one place by their rule. */
export function byPlace(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place) || byText(a.rule, b.rule);
}

function comparePlaces(a: Place, b: Place): number {
  return (
    byText(a.file, b.file) ||
    (a.cell ?? -1) - (b.cell ?? -1) ||
    comparePositions(a.range.start, b.range.start)
  );
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
