import { expect, test } from 'vitest';
import { drawSection } from './draw-section';
import { reportOf } from './report-of';

const METRICS =
  'recall: { min: 0.85, baseline: 0.52, split: test }\nlatency_p95: { max: 120, unit: ms, kind: operational }';
const COST = 'problem: { cost: { false_positive: 4, false_negative: 125, unit: EUR } }\n';
const FILES: Readonly<Record<string, string>> = {
  'reports/metrics.json': `{
  "date": "2026-04-17", "params": {"depth": 6, "rate": 0.125}, "latency_p95": 87.5,
  "train": {"recall": 0.9312, "n": 811},
  "test": {"recall": 0.8571, "precision": 0.75, "roc_auc": 0.9134,
           "confusion_matrix": [[143, 8], [4, 24]], "by_country": {"SE": {"recall": 0.8125}}}
}`,
  'reports/old.csv': 'step,val_loss\n17,0.4321\n23,0.3987\n',
};

const drawn = (metrics: string, files: Readonly<Record<string, string>>, more: string): string => {
  const view = reportOf(metrics, files, more);
  return view.sections.flatMap(({ id }) => drawSection(view, id)).join('\n');
};

/** The text with each of its digits changed in turn, where it is part of a number. */
function mutants(text: string): readonly string[] {
  return [...text].flatMap((letter, at) => {
    if (!/\d/.test(letter) || /[A-Za-z_]\d*$/.test(text.slice(0, at))) return [];
    const other = letter === '9' ? '8' : String(Number(letter) + 1);
    return [`${text.slice(0, at)}${other}${text.slice(at + 1)}`];
  });
}

const report = drawn(METRICS, FILES, COST);

test.each(Object.entries(FILES))('any digit of %s changes the report', (file, text) => {
  expect(mutants(text).length).toBeGreaterThan(10);
  for (const mutant of mutants(text))
    expect(drawn(METRICS, { ...FILES, [file]: mutant }, COST), mutant).not.toBe(report);
});

test('any digit of targets, baselines and costs changes the report', () => {
  for (const mutant of mutants(METRICS)) expect(drawn(mutant, FILES, COST), mutant).not.toBe(report);
  for (const mutant of mutants(COST)) expect(drawn(METRICS, FILES, mutant), mutant).not.toBe(report);
});

test('the same files give the same report', () => {
  expect(drawn(METRICS, FILES, COST)).toBe(report);
});
