import type { FitFact } from '../../python/flow/facts';
import type { OrderTaint } from '../../python/flow/rows/order';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { Taints } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { withKeyword } from '../fixes/keywords';
import { onePer } from '../grounds/onePer';
import type { SplitNumber } from '../grounds/splitNumbers';
import { numberAt, perSplit, splitNumbers, stepsOf } from '../grounds/splitNumbers';
import { distinctSteps, named } from '../wording';

/** Rows that stand class by class, or by the value of the target, were cut into blocks. */
interface Match {
  readonly order: OrderTaint;
  /** A score over blocks; or a fit that keeps its last rows for validation. */
  readonly cut: SplitNumber | FitFact;
  readonly carried: Taints;
}

export const orderedDataUnshuffled = defineRule<Match>({
  id: 'ordered-data-unshuffled',
  code: 'D9',
  group: 'splits',
  stage: 'evaluation',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return [...blocks(program), ...lastRows(program)];
  },

  guards: {
    'not in blocks': ({ cut }) => 'assigns' in cut && cut.assigns !== 'in-order',
    'shuffled in between': ({ carried }) => taintsOf(carried, 'order').some(({ how }) => how === 'shuffled'),
    // Of a series the last stretch is held out on purpose.
    'in the order of time': ({ carried }) => taintsOf(carried, 'lag').length > 0,
  },

  merge(matches) {
    const scores = matches.flatMap(match => ('assigns' in match.cut ? [{ ...match, one: match.cut }] : []));
    const fits = matches.filter(match => !('assigns' in match.cut));
    return onePer([...perSplit(scores), ...fits], match => siteKey(match.order.site));
  },

  word({ order, cut }, program) {
    const [number, place] = numberOf(program, cut);
    return {
      span: place.span,
      message:
        `${ORDERS[order.how]} (${named(order.label)}, ${program.whereIs(order.site)}), and ` +
        `the held-out part is a block of them: it has other classes or values than the training part, and ${number} says ` +
        'little about either. Shuffle before the split, or stratify it.',
      path: distinctSteps([
        { span: order.site, note: 'the rows come into this order' },
        ...('assigns' in cut ? stepsOf(cut, 'they are cut into blocks') : [place]),
      ]),
      scores: 'assigns' in cut ? [cut.number.site] : [],
    };
  },

  fix({ cut }, program) {
    if (!('assigns' in cut) || cut.split?.label !== 'train_test_split') return undefined;
    const edit = withKeyword(program, cut.split.site, 'shuffle', 'True');
    return edit && { title: 'Shuffle before splitting', safe: false, edits: [edit] };
  },
});

const ORDERS: Readonly<Record<OrderTaint['how'], string>> = {
  sorted: 'The rows stand in the order of the target',
  'by-class': 'The rows stand class by class',
  'added-last': 'The rows that were made of a rare class stand last',
  shuffled: 'The rows are shuffled',
};

function blocks(program: Program): Match[] {
  return splitNumbers(program).flatMap(cut =>
    ordersOf(cut.target, cut.targetColumn).map(order => ({
      order,
      cut,
      carried: unite(cut.target, cut.shared),
    })),
  );
}

/** `fit(X, y, validation_split=0.2)` keeps the last rows, and shuffles only the others. */
function lastRows(program: Program): Match[] {
  return program
    .all('fit')
    .filter(fit => fit.keepsLast)
    .flatMap(fit =>
      ordersOf(fit.target.taints, fit.target.column).map(order => ({
        order,
        cut: fit,
        carried: unite(fit.target.taints, fit.taints),
      })),
    );
}

/** Orders that are orders of the target: of arrays by what they hold, of tables by the column. */
function ordersOf(target: Taints, column: string | undefined): OrderTaint[] {
  return taintsOf(target, 'order').filter(order => {
    if (order.column === undefined) return order.how === 'by-class' || order.how === 'added-last';
    return order.how !== 'shuffled' && order.column === column;
  });
}

function numberOf(program: Program, cut: Match['cut']): readonly [string, SpanStep] {
  if ('assigns' in cut) {
    const span = cut.split?.site ?? cut.number.site;
    return [numberAt(program, cut), { span, note: 'they are cut into blocks' }];
  }
  return ['what it reports on it', { span: cut.site, note: 'the last rows are held out here' }];
}
