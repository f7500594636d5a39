import { formatNumber } from '../format';
import { splitTable } from '../split-values';
import type { FindWarnings } from './context';
import { warning } from './context';

/** Training ahead of the test set by more than this is worth a word. */
const WIDE = 0.05;

/** Metrics that are much better on the training rows than on others. */
export const trainTestGap: FindWarnings = ({ facts, readings }) =>
  splitTable(facts, readings).flatMap(({ label, gap }) => {
    if (!gap || !(gap.ahead > WIDE) || !gap.isShare) return [];
    const { certainty } = gap.figure;
    const sure =
      'none' in certainty
        ? ''
        : certainty.low > 0 || certainty.high < 0
          ? ` (95 % interval ${certainty.text})`
          : ` (95 % interval ${certainty.text}, so it may be chance)`;
    return [
      warning(
        `\`${label}\` is ${formatNumber(gap.ahead)} better on ${gap.from} than on ${gap.to}${sure}: the model may know its training rows by heart.`,
        gap.place,
      ),
    ];
  });
