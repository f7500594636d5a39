import type { Built } from './build-outcomes';
import type { Remark, Score, SliceBlock } from './evaluation';
import type { Context } from './evaluate/context';
import { isBinary } from './evaluate/quick';
import { areGrouped } from './evaluate/replicate';

/** What is taken for granted of rows that have weights or belong together. */
export function assumedOf(subset: Uint32Array, context: Context): readonly string[] {
  return [
    context.weights &&
      'Weights count in every figure but the largest error and the list of worst errors; numbers of rows count each row once.',
    areGrouped(subset, context) &&
      'Rows that belong together are drawn together for every interval, and tests go by how much groups vary.',
  ].filter(one => typeof one === 'string');
}

/** Under so many groups drawing them says little of how others would be. */
const FEW_GROUPS = 10;

/** Of an evaluation whose intervals are drawn from a few groups. */
export function fewGroups(groups: number | undefined, rows: number): readonly Remark[] {
  if (groups === undefined || groups >= FEW_GROUPS || groups >= rows) return [];
  return [
    {
      severity: 'warning',
      code: 'few-groups',
      message: `The rows belong to ${groups} group${groups === 1 ? '' : 's'}: intervals that are drawn from fewer than ${FEW_GROUPS} are too narrow.`,
    },
  ];
}

/** Under so many rows of a class a share of them says little. */
const FEW_POSITIVES = 100;
const FEW_IN_SLICE = 30;

/** What the figures themselves cast doubt on. */
export function remarksOn(
  { outcomes }: Built,
  subset: Uint32Array,
  scores: readonly Score[],
  slices: readonly SliceBlock[],
): readonly Remark[] {
  return [
    ...(isBinary(outcomes) ? classRemarks(outcomes.truth, outcomes.positive, subset) : []),
    ...turned(scores),
    ...nearZero(outcomes.kind === 'numbers' ? outcomes.truth : undefined, subset),
    ...smallSlices(slices),
  ];
}

function classRemarks(truth: Int32Array, positive: number, subset: Uint32Array): readonly Remark[] {
  const positives = subset.reduce((sum, row) => sum + Number(truth[row] === positive), 0);
  if (positives === 0 || positives === subset.length)
    return [
      {
        severity: 'error',
        code: 'one-class',
        message: `Only one class occurs in ${subset.length.toLocaleString('en-US')} rows, so nothing tells whether the model can tell classes apart.`,
      },
    ];
  const rare = Math.min(positives, subset.length - positives);
  if (rare >= FEW_POSITIVES) return [];
  const what = positives === rare ? 'positive' : 'negative';
  return [
    {
      severity: 'warning',
      code: 'few-rows',
      message: `${rare} ${what} row${rare === 1 ? '' : 's'} of ${subset.length.toLocaleString('en-US')}: every figure that counts them is wide open.`,
    },
  ];
}

/** An area clearly below that of chance is one above it, of the other class. */
function turned(scores: readonly Score[]): readonly Remark[] {
  const area = scores.find(({ metric }) => metric === 'roc_auc');
  if (!area || !isBelowChance(area)) return [];
  return [
    {
      severity: 'error',
      code: 'score-turned',
      message: `The ROC AUC is ${area.value.toFixed(3)}, below that of chance: the scores may be those of the other class; see \`data.target.positive\`.`,
    },
  ];
}

/** Where no pair at all is ordered right there is no interval. */
function isBelowChance({ value, n, interval }: Score): boolean {
  return interval ? interval.high < 0.5 : value === 0 && n >= FEW_FOR_AREA;
}

/** Under so many rows an area of 0 may well be chance. */
const FEW_FOR_AREA = 10;

const SMALL = 0.01;

/** A relative error explodes where the truth is close to 0. */
function nearZero(truth: Float64Array | undefined, subset: Uint32Array): readonly Remark[] {
  if (!truth || subset.length === 0) return [];
  const sizes = Float64Array.from(subset, row => Math.abs(truth[row] ?? NaN)).sort();
  const middle = sizes[sizes.length >> 1] ?? NaN;
  const near = sizes.filter(size => size < SMALL * middle).length;
  if (near === 0) return [];
  return [
    {
      severity: 'warning',
      code: 'mape-near-zero',
      message: `${near.toLocaleString('en-US')} true value${near === 1 ? ' is' : 's are'} less than 1 % of the median in size, so MAPE says little; WAPE does not suffer from that.`,
    },
  ];
}

function smallSlices(slices: readonly SliceBlock[]): readonly Remark[] {
  const small = slices.flatMap(({ column, slices: rows }) =>
    rows.filter(({ n }) => n < FEW_IN_SLICE).map(({ value, n }) => `${column} = ${value} (${n})`),
  );
  if (small.length === 0) return [];
  const shown = small.slice(0, 3).join(', ') + (small.length > 3 ? ` and ${small.length - 3} more` : '');
  return [
    {
      severity: 'information',
      code: 'few-rows',
      message: `Slices of fewer than ${FEW_IN_SLICE} rows say little by themselves: ${shown}.`,
    },
  ];
}
