import { canonicalName, lastPart } from '../../metrics/names';
import { reportedValues, whereabouts } from '../counted-rows';
import { surenessOf } from '../certainty';
import { formatNumber } from '../format';
import type { FindWarnings } from './context';
import { warning } from './context';

/** An area of 0.5 under the ROC curve is what guessing gives. */
const CHANCE = 0.5;

/** Is a ROC AUC better than guessing? */
export const noBetterThanChance: FindWarnings = ({ facts, readings }) =>
  reportedValues(facts, readings).flatMap(value => {
    if (canonicalName(lastPart(value.name)) !== 'roc_auc' || !(value.value >= 0 && value.value <= 1))
      return [];
    const { certainty } = surenessOf(facts.metrics.table, value);
    const label = `\`${value.name}\`${whereabouts({ ...(value.split !== undefined && { split: value.split }) })}`;
    const is = `${label} is ${formatNumber(value.value)}`;
    if (value.value === CHANCE)
      return [warning(`${is}, which is chance: what a model that ranks rows at random scores.`, value.place)];
    if ('none' in certainty) return [];
    if (certainty.low > CHANCE || certainty.high < CHANCE) return [];
    return [
      warning(`${is}, and its 95 % interval ${certainty.text} includes 0.5, which is chance.`, value.place),
    ];
  });
