import { reportedValues } from '../counted-rows';
import { formatNumber } from '../format';
import { sliceName } from '../slice-name';
import type { FindWarnings } from './context';
import { information } from './context';

/** Under so few rows a slice says little. */
const FEW_ROWS = 30;

/** Slices whose numbers rest on hardly any rows: all in one sentence, by the smallest. */
export const smallSlices: FindWarnings = ({ facts, readings }) => {
  const small = reportedValues(facts, readings).flatMap(value => {
    const { slice, counts, place } = value;
    if (!slice || Object.hasOwn(slice, 'class') || !counts || counts.n >= FEW_ROWS) return [];
    return [{ name: sliceName(slice), n: counts.n, place }];
  });
  const byName = new Map(small.sort((a, b) => b.n - a.n).map(one => [one.name, one]));
  const smallest = [...byName.values()].sort((a, b) => a.n - b.n);
  const [first] = smallest;
  if (!first) return [];
  const names = smallest.slice(0, 5).map(({ name, n }) => `${name} (${formatNumber(n)})`);
  const rest = smallest.length > names.length ? ` and ${smallest.length - names.length} more` : '';
  return [
    information(
      `${smallest.length === 1 ? 'A slice has' : `${smallest.length} slices have`} fewer than ${FEW_ROWS} rows, too few to be told from the whole: ${names.join(', ')}${rest}.`,
      first.place,
    ),
  ];
};
