import { canonicalName, lastPart } from '../../metrics/names';
import { reportedValues, whereabouts } from '../counted-rows';
import { surenessOf } from '../certainty';
import { formatNumber } from '../format';
import type { FindWarnings } from './context';
import { warning } from './context';

/** An area of 0.5 under the ROC curve is what guessing gives; of two models that are alike each wins half of the pairs. */
const CHANCE = 0.5;
const AT_CHANCE: Readonly<Record<string, string>> = {
  roc_auc: 'what a model that ranks rows at random scores',
  win_rate: 'what one of two models that are alike scores',
};

/** Is a ROC AUC better than guessing, or a share of wins than a coin? */
export const noBetterThanChance: FindWarnings = ({ facts, readings }) =>
  reportedValues(facts, readings).flatMap(value => {
    const what = AT_CHANCE[canonicalName(lastPart(value.name))];
    if (what === undefined || !(value.value >= 0 && value.value <= 1)) return [];
    const { certainty } = surenessOf(facts.metrics.table, value);
    const label = `\`${value.name}\`${whereabouts({ ...(value.split !== undefined && { split: value.split }) })}`;
    const is = `${label} is ${formatNumber(value.value)}`;
    if (value.value === CHANCE) return [warning(`${is}, which is chance: ${what}.`, value.place)];
    if ('none' in certainty) return [];
    if (certainty.low > CHANCE || certainty.high < CHANCE) return [];
    return [
      warning(`${is}, and its 95 % interval ${certainty.text} includes 0.5, which is chance.`, value.place),
    ];
  });
