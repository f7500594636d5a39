import { isFraction } from '../../metrics/names';
import { reportedValues, whereabouts } from '../counted-rows';
import type { FindWarnings } from './context';
import { information } from './context';

/** Scores that lie between 0 and 1 by what they mean, and are written in percent: all in one sentence. */
export const percentScores: FindWarnings = ({ facts, readings }) => {
  const inPercent = reportedValues(facts, readings).filter(
    ({ name, value }) => isFraction(name) && value > 1 && value <= 100,
  );
  const [first] = inPercent;
  if (!first) return [];
  const names = inPercent
    .slice(0, 4)
    .map(
      value =>
        `\`${value.name}\`${whereabouts({ ...(value.split !== undefined && { split: value.split }) })} is ${value.raw}`,
    );
  const more = inPercent.length > names.length ? `, and ${inPercent.length - names.length} more` : '';
  return [
    information(
      `${names.join(', ')}${more}: that is percent, where others write fractions. Write targets the same way.`,
      first.place,
    ),
  ];
};
