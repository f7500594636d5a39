import type { Certainty, Cell, Figure, TableBlock } from '../reports/document';

/** What a cell says, in one line: `0.93 (0.814 – 0.976, n = 43)`. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell.kind !== 'figure') return cell.text;
  const detail = figureDetail(cell);
  return detail === undefined ? cell.text : `${cell.text} (${detail})`;
}

/** How sure a figure is: its interval, and the rows that it rests on. */
export function figureDetail({ certainty, n }: Figure): string | undefined {
  const parts = [
    isInterval(certainty) ? certainty.text : undefined,
    n === undefined ? undefined : `n = ${n.toLocaleString('en-US')}`,
  ].filter(part => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

export function isInterval(certainty: Certainty): certainty is Extract<Certainty, { low: number }> {
  return 'low' in certainty;
}

/** What stands below a table: its own note, how sure its intervals are, why there are none, and what is left out. */
export function tableNotes({ note, rows, more = 0 }: TableBlock): readonly string[] {
  const figures = rows
    .flatMap(({ cells }) => cells.filter(isFigure))
    .filter(({ value }) => value !== undefined);
  const certainties = figures.map(({ certainty }) => certainty);
  const levels = new Set(certainties.filter(isInterval).map(({ level }) => Math.round(level * 100)));
  const reasons = new Set(certainties.flatMap(one => (isInterval(one) ? [] : [one.none])));
  return [
    note,
    levels.size > 0 && `Intervals: ${[...levels].join(', ')} %.`,
    reasons.size > 0 && `No interval where none is shown: ${[...reasons].join('; ')}.`,
    more > 0 && `${more.toLocaleString('en-US')} more ${more === 1 ? 'row is' : 'rows are'} left out.`,
  ].filter(line => line !== undefined && line !== false);
}

function isFigure(cell: Cell): cell is Figure {
  return typeof cell !== 'string' && cell.kind === 'figure';
}
