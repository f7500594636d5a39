import { describe, expect, test } from 'vitest';
import { drawSection } from '../draw-section';
import { reportOf } from '../report-of';

const draw = (metrics: string, content: string, more = '', file = 'm.json'): readonly string[] => {
  const view = reportOf(metrics, { [file]: content }, more);
  return [...drawSection(view, 'results'), ...drawSection(view, 'warnings')];
};

describe('values of files of metrics', () => {
  test.each([
    ['regression', '{"mae": 3, "rmse": 2.5, "r2": 0.4}', /RMSE 2\.5 is less than MAE 3/],
    ['regression', '{"rmse": 2, "mse": 5}', /RMSE 2 is not the root of MSE 5/],
    ['regression', '{"r2": -0.1}', /`r2` is −0\.1: no better than always the mean \(0\)/],
    ['regression', '{"r2": 1.2}', /`r2` is 1\.2, above 1, where it cannot lie/],
    ['forecasting', '{"mase": 1.3}', /`mase` is 1\.3: no better than repeating the last season \(1\)/],
    ['clustering', '{"silhouette_score": 1.4}', /`silhouette_score` is 1\.4, outside of −1 to 1/],
    ['clustering', '{"ari": 0}', /`ari` is 0: no better than chance \(0\)/],
    [
      'clustering',
      '{"v_measure": 0.9, "homogeneity_score": 0.5, "completeness_score": 0.5}',
      /V-measure 0\.9 is not the harmonic mean of homogeneity 0\.5 and completeness 0\.5/,
    ],
    ['ranking', '{"ndcg@10": -0.2}', /`ndcg@10` is -0\.2, outside of 0 to 1/],
    ['llm', '{"perplexity": 0.5}', /`perplexity` is 0\.5, below 1/],
  ])('%s: %s', (task, content, expected) => {
    expect(draw('x: { min: 0 }', content, `task: ${task}\n`).join('\n')).toMatch(expected);
  });

  test.each([
    ['regression', '{"mae": 2, "rmse": 2.5, "mse": 6.25, "r2": 0.4}'],
    [
      'clustering',
      '{"silhouette": 0.4, "ari": 0.6, "v_measure": 0.5, "homogeneity_score": 0.5, "completeness_score": 0.5}',
    ],
    ['ranking', '{"ndcg@10": 0.8, "mrr": 0.5, "map@10": 0.4}'],
    ['forecasting', '{"mase": 0.8, "smape": 12.5, "wape": 0.1}'],
    ['binary', '{"accuracy": 93.1}'],
  ])('that may well be are left alone: %s', (task, content) => {
    const text = draw('x: { min: 0 }', content, `task: ${task}\n`).join('\n');
    expect(text).not.toMatch(/cannot lie|no better than|cannot be on|is not the/);
  });

  test('say where they can lie and what no skill would score', () => {
    const text = draw('x: { min: 0 }', '{"clusters": {"silhouette_score": 0.4}, "NDCG@5": 0.5}').join('\n');
    expect(text).toMatch(/silhouette_score \| 0\.4.*\| −1 – 1 \| 0, clusters that overlap \|/);
    expect(text).toMatch(/NDCG@5 \| 0\.5.*\| 0 – 1 \| — \| gain of the ranking/);
  });

  test('of two models with one name nothing is compared', () => {
    const text = draw('x: { min: 0 }', '{"a": {"mae": 3, "rmse": 4}, "b": {"mae": 1, "rmse": 2}}').join('\n');
    expect(text).not.toMatch(/cannot be/);
  });
});

describe('curves', () => {
  const points = [
    { fpr: 0, tpr: 0, threshold: 'inf' },
    { fpr: 0.2, tpr: 0.7, threshold: 0.5 },
    { fpr: 1, tpr: 1, threshold: 0 },
  ];

  test('that a file holds are drawn, without points that are no numbers', () => {
    const content = JSON.stringify({ roc: [...points, { fpr: 'x', tpr: 1, threshold: 0 }] });
    const view = reportOf('x: { min: 0 }', { 'm.json': '{"x": 1}', 'roc.json': content });
    const chart = view.sections
      .find(({ id }) => id === 'results')
      ?.blocks.find(block => block.kind === 'chart' && block.id === 'file-curve-1');
    if (chart?.kind !== 'chart' || chart.chart.kind !== 'lines') throw new Error('There is no curve.');
    expect(chart.chart.lines[0]).toMatchObject({ name: 'ROC curve', x: [0, 0.2, 1], y: [0, 0.7, 1] });
    expect(chart.text).toContain('the 3 points of roc.json');
  });

  test('of training are drawn for each split, with the best step', () => {
    const log = [
      '{"step": 1, "train": {"loss": 0.9}, "validation": {"loss": 1.0}}',
      '{"step": 2, "train": {"loss": 0.5}, "validation": {"loss": 0.7}}',
      '{"step": 3, "train": {"loss": 0.2}, "validation": {"loss": 0.8}}',
    ].join('\n');
    const text = draw('loss: { max: 1, split: validation }', log, '', 'log.jsonl').join('\n');
    expect(text).toMatch(/train \| 3 \| 0\.2 \| 0\.2 \| 3/);
    expect(text).toMatch(/validation \| 3 \| 0\.8 \| 0\.7 \| 2/);
  });
});
