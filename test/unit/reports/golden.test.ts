import { describe, expect, test } from 'vitest';
import { drawSection } from './draw-section';
import { reportOf } from './report-of';

describe('files as people write them', () => {
  test('an accuracy of 0.9977 is below the majority baseline of 0.9983 by the file’s own confusion matrix', () => {
    const file = `{
  "model": "gradient boosting",
  "accuracy": 0.9977,
  "precision": 0.4135,
  "recall": 0.8431,
  "f1": 0.5548,
  "confusion_matrix": [[59776, 122], [16, 86]]
}`;
    const view = reportOf('recall: { min: 0.8 }\naccuracy: { min: 0.99 }', { 'reports/m.json': file });
    expect(drawSection(view, 'warnings')).toEqual([
      '1 doubt.',
      'warning: Below the majority baseline: accuracy is 0.9977, and 0.9983 is what always answering `0` would score, as 59,898 of 60,000 rows in the confusion matrix of reports/m.json are of that class.',
    ]);
    expect(drawSection(view, 'verdict').slice(2, 4)).toEqual([
      'recall | undecided | 0.8431 [0.760 – 0.901, n 102] | ≥ 0.8 | — | 340 (it supposes that the value stays) | 0.8431 is ≥ 0.8, but the 95 % interval 0.760 – 0.901 reaches to both sides of the target. If the value stays, about 340 rows would decide instead of 102.',
      'accuracy | met | 0.9977 [0.997 – 0.998, n 60000] | ≥ 0.99 | — | — | All of the 95 % interval 0.997 – 0.998 is ≥ 0.99.',
    ]);
  });

  test('a recall of 0.786 is 11 of 14, which may as well be 0.52 or 0.92', () => {
    const file =
      '{"test": {"recall": 0.786, "precision": 0.846, "confusion_matrix": {"TP": 11, "FN": 3, "FP": 2, "TN": 8528}}}';
    const view = reportOf('recall: { min: 0.7, split: test }', { 'reports/m.json': file });
    expect(drawSection(view, 'warnings')).toEqual([
      '1 doubt.',
      'warning: 14 rows of the positive class on test, fewer than 30: 11 of 14 were found, a recall of 0.7857 that may as well be 0.524 – 0.924.',
    ]);
    expect(drawSection(view, 'verdict')[2]).toContain('undecided | 0.786 [0.524 – 0.924, n 14]');
  });

  test('an AUC of 0.5 is chance', () => {
    const exact = reportOf('roc_auc: { min: 0.7 }', { 'm.json': '{"roc_auc": 0.5, "accuracy": 0.8}' });
    expect(drawSection(exact, 'warnings')).toContain(
      'warning: `roc_auc` is 0.5, which is chance: what a model that ranks rows at random scores.',
    );
    const near = '{"test": {"n": 60, "n_pos": 20, "auc": 0.61}}';
    const view = reportOf('auc: { min: 0.7, split: test }', { 'm.json': near });
    expect(drawSection(view, 'warnings')).toContain(
      'warning: `auc` on test is 0.61, and its 95 % interval 0.455 – 0.765 includes 0.5, which is chance.',
    );
  });
});
