import type { Evaluation, Score } from '../../predictions/evaluation';
import type { Block, Figure, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import { classBlocks, curveBlocks, labelBlocks } from '../predictions/class-blocks';
import { evaluationIn, fileLink, lacking, rowLink, scoreFigure, titleOf } from '../predictions/figure';
import { numberBlocks } from '../predictions/number-blocks';

const NUMBER = { isNumber: true } as const;

/** What follows from the single predictions: every figure with its interval, and what the rows look like. */
export function predictions(facts: ReportFacts): Section {
  const section = { id: 'predictions', title: 'Computed afresh from the predictions' };
  const found = evaluationIn(facts, 'Computing every figure afresh, with its interval,');
  if ('missing' in found) return lacking(section.id, section.title, found.missing);
  const { evaluation } = found;
  const { scope, task, binary, classes } = evaluation;
  const where = scope.split === undefined ? '' : ` of ${scope.split}`;
  const groups = scope.groups === undefined ? queriesIn(evaluation) : ` in ${plural(scope.groups, 'group')}`;
  return {
    ...section,
    summary: `${WORDS[task]}, ${plural(scope.n, 'row')}${where}${groups}.`,
    blocks: [
      facetBlock(facts, evaluation),
      ...remarkBlocks(evaluation),
      scoreTable(facts, evaluation),
      ...(classes ? classBlocks(classes) : []),
      ...(binary ? curveBlocks(binary) : []),
      ...labelBlocks(evaluation),
      ...numberBlocks(evaluation),
    ],
  };
}

const queriesIn = ({ ranking }: Evaluation): string =>
  ranking ? ` in ${formatNumber(ranking.queries)} queries` : '';

const WORDS: Readonly<Record<Evaluation['task'], string>> = {
  binary: 'Two classes',
  multiclass: 'Several classes',
  multilabel: 'Several labels a row',
  regression: 'Numbers',
  ranking: 'Rankings',
  forecasting: 'Forecasts',
  clustering: 'Clusters',
};

function facetBlock(facts: ReportFacts, evaluation: Evaluation): Block {
  const { roles, rows, assumptions } = evaluation;
  const by = { manifest: '', name: ', by its name', values: ', by its values' };
  const areStated = roles.some(role => role.by === 'manifest');
  return {
    kind: 'facts',
    facts: [
      { name: 'File', value: fileLink(facts, evaluation) },
      {
        name: 'Rows',
        value: `${formatNumber(rows.read)} read, ${formatNumber(rows.used)} with truth and prediction`,
      },
      ...(areStated ? [{ name: 'Columns', value: columnsText(roles) }] : []),
      ...roles.map(role => ({
        name: role.role,
        value: `${role.columns.map(column => `\`${column}\``).join(', ')}${by[role.by]}`,
      })),
      ...assumptions.map((value, at) => ({ name: at === 0 ? 'Taken for granted' : '', value })),
    ],
  };
}

function columnsText(roles: Evaluation['roles']): string {
  const all = roles.every(role => role.by === 'manifest');
  return `as the manifest says${all ? '' : ', where nothing else stands beside them'}`;
}

function remarkBlocks({ remarks }: Evaluation): readonly Block[] {
  if (remarks.length === 0) return [];
  return [
    {
      kind: 'notices',
      notices: remarks.map(({ severity, message, place }) => ({
        severity,
        message,
        ...(place && { place: rowLink(place).place }),
      })),
    },
  ];
}

/** The figure beside it tells the rows. */
function sameRows({ n, ...figure }: Figure): Figure {
  return n === 0 ? { ...figure, n } : figure;
}

/** Answers that need no model. */
const CONSTANT: Readonly<Partial<Record<Evaluation['task'], string>>> = {
  binary: 'answering the most frequent class, or the prior as probability,',
  multiclass: 'answering the most frequent class',
  regression: 'answering the mean of these rows',
  forecasting: 'answering the mean of these rows',
  clustering: 'a single cluster of all rows',
};

function scoreTable(facts: ReportFacts, evaluation: Evaluation): Block {
  const { scores, baselines } = evaluation;
  const source = fileLink(facts, evaluation);
  const constant = (score: Score) => baselines.find(({ metric }) => metric === score.metric);
  return {
    kind: 'table',
    id: 'predictions-scores',
    title: 'Figures with their intervals',
    columns: [
      { title: 'Figure' },
      { title: 'Value', ...NUMBER },
      ...(evaluation.ranking ? [{ title: 'Queries', ...NUMBER }] : []),
      ...(baselines.length > 0 ? [{ title: 'Always the same answer', ...NUMBER }] : []),
    ],
    rows: scores.map(score => {
      const baseline = constant(score);
      return {
        cells: [
          titleOf(score),
          scoreFigure(score, source),
          ...(evaluation.ranking ? [formatNumber(score.n)] : []),
          ...(baselines.length > 0 ? [baseline ? sameRows(scoreFigure(baseline)) : '—'] : []),
        ],
      };
    }),
    ...(baselines.length > 0 && {
      note: `The last column is what ${CONSTANT[evaluation.task] ?? 'the same answer for every row'} would score on the same rows.`,
    }),
  };
}
