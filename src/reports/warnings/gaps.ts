import { canonicalName } from '../../metrics/names';
import type { Certainty } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber } from '../format';
import { certaintyOf } from '../predictions/figure';
import { splitTable, type SplitGap } from '../split-values';
import type { FindWarnings } from './context';
import { warning } from './context';

/** Training ahead of the test set by more than this is worth a word. */
const WIDE = 0.05;

/** Sources round what they report; predictions of another model give another gap. */
const ROUNDING = 0.001;

/** Metrics that are much better on the training rows than on others. */
export const trainTestGap: FindWarnings = ({ facts, readings }) =>
  splitTable(facts, readings).flatMap(({ label, gap }) => {
    if (!gap || !(gap.ahead > WIDE) || !gap.isShare) return [];
    const certainty = certaintyIn(facts, label, gap);
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

/** The interval of the gap; where its source gives no counts, that of the same gap in the predictions. */
function certaintyIn(
  { predictions }: ReportFacts,
  label: string,
  { figure, ahead, from, to }: SplitGap,
): Certainty {
  if (!('none' in figure.certainty) || predictions.state !== 'read') return figure.certainty;
  const same = predictions.evaluation.gaps.find(
    ({ metric, first, second }) => metric === canonicalName(label) && first === from && second === to,
  );
  const isOfThese = same && Math.abs(Math.abs(same.value) - ahead) < ROUNDING;
  return isOfThese ? certaintyOf(same) : figure.certainty;
}
