import { chanceTexts } from '../../evidence/ledger/chance';
import { formatNumber, plural } from '../format';
import type { FindWarnings } from './context';
import { information, warning } from './context';

/** The test set, looked at again and again, is no test set any more. */
export const repeatedLooks: FindWarnings = ({ facts: { ledger, manifest } }) => {
  const { looks, budget, chance } = ledger;
  const range = manifest.fields.get('data.test_looks')?.range;
  const place = range && { file: manifest.file, range };
  const worth = chanceTexts(chance)
    .map(text => ` ${text}`)
    .join('');
  if (budget !== undefined && looks.length > budget) {
    return [
      warning(
        `The test set was looked at ${plural(looks.length, 'time')}, and ${formatNumber(budget)} ${budget === 1 ? 'was' : 'were'} allowed.${worth}`,
        place,
      ),
    ];
  }
  return looks.length < 2
    ? []
    : [
        information(
          `The test set was looked at ${plural(looks.length, 'time')}: the best of several looks is lucky.${worth}`,
          place,
        ),
      ];
};
