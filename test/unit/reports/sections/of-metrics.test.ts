import { describe, expect, test } from 'vitest';
import { drawSection } from '../draw-section';
import { reportOf } from '../report-of';

const section = (id: string, metrics: string, file: string, more = ''): readonly string[] =>
  drawSection(reportOf(metrics, { 'm.json': file }, more), id);

describe('baselines', () => {
  const file =
    '{"test": {"accuracy": 0.925, "recall": 0.8889, "roc_auc": 0.95, "log_loss": 0.2, "confusion_matrix": {"tp": 40, "fp": 10, "fn": 5, "tn": 145}}}';

  test('are answers that need no model, by the counts of the classes', () => {
    const lines = section('baselines', 'accuracy: { min: 0.9 }\nroc_auc: {}\nlog_loss: {}', file);
    expect(lines[0]).toBe('4 comparisons.');
    // 155 of 200 rows are negative: 0.775, and 0.775² + 0.225² = 0.65125 by guessing.
    expect(lines[2]).toMatch(
      /^accuracy \(test\) \| Majority class, by the confusion matrix \| 0\.775 .*\| yes$/,
    );
    expect(lines[2]).toContain('| 0.6667 (it is a ratio');
    expect(lines[3]).toMatch(/Stratified guess, by the confusion matrix \| 0\.6513 /);
    expect(lines[4]).toMatch(/^roc_auc \(test\) \| Prior, by the confusion matrix \| 0\.5 /);
    // -(0.775 ln 0.775 + 0.225 ln 0.225) = 0.5332
    expect(lines[5]).toMatch(
      /^log_loss \(test\) \| Prior, by the confusion matrix \| 0\.5332 .*\| yes, perhaps by luck$/,
    );
  });

  test('are the manifest’s own, and the run before, unless it saw another test set', () => {
    const runs = (digest: string): string =>
      `[{"name": "new", "date": "2026-03-01", "test_sha256": "${digest}", "test_recall": {"correct": 45, "n": 50}},` +
      ' {"name": "old", "date": "2026-02-01", "test_sha256": "aaaabbbbccccdddd", "test_recall": {"correct": 40, "n": 50}}]';
    const same = section('baselines', 'recall: { baseline: 0.95, split: test }', runs('aaaabbbbccccdddd'));
    expect(same[0]).toBe('1 of 2 comparisons lost.');
    expect(same[2]).toMatch(/\| The manifest \| 0\.95 \(the manifest states it\) .*\| no$/);
    expect(same[3]).toMatch(
      /\| The run before, old \| 0\.8 \[0\.670 – 0\.888, n 50\] .*0\.1 \[−0\.043 to 0\.242, n 50\].*perhaps by luck$/,
    );
    const other = section('baselines', 'recall: { split: test }', runs('eeeeffff00001111'));
    expect(other[2]).toContain('Not comparable: test sets aaaabbbbcccc and eeeeffff0000');
  });

  test('say what would bring them', () => {
    expect(section('baselines', 'f1: {}', '{"f1": 0.9}')[0]).toMatch(/^missing: No metric has anything/);
  });
});

describe('results', () => {
  test('tell of each class, of all, and what is taken for what', () => {
    const file =
      '{"labels": ["cat", "dog", "owl"], "accuracy": 0.8, "confusion_matrix": [[8, 2, 0], [3, 7, 0], [0, 1, 9]]}';
    const lines = section('results', 'accuracy: { min: 0.5 }', file);
    expect(lines).toContain('[heatmap: Confusion matrix]');
    expect(lines).toContain(
      'dog | 10 (it is a count) | 0.7 [0.397 – 0.892, n 10] | 0.7 [0.397 – 0.892, n 10] | 0.7 [0.451 – 0.869, n 13]',
    );
    expect(lines.find(line => line.startsWith('Matthews'))).toContain('0.7012');
    expect(lines).toContain('dog | cat | 3 (it is a count) | 0.3 [0.108 – 0.603, n 10]');
    expect(lines[0]).toBe('1 score, and a confusion matrix of 3 classes.');
  });

  test('tell of classes by scikit-learn’s report where there is no matrix, and say which average is which', () => {
    const row = (p: number, r: number, f: number, n: number): string =>
      `{"precision": ${p}, "recall": ${r}, "f1-score": ${f}, "support": ${n}}`;
    const file = `{"a": ${row(0.5, 0.9, 0.643, 10)}, "b": ${row(0.95, 0.679, 0.792, 28)}, "macro avg": ${row(0.725, 0.789, 0.717, 38)}}`;
    const lines = section('results', 'f1_macro: { min: 0.5 }', file);
    expect(lines).toContain(
      'f1_macro | 0.717 (the source gives no counts) | 0 – 1 | harmonic mean of precision and recall; all classes count alike',
    );
    expect(lines).toContain(
      'a | 10 (it is a count) | 0.5 (the source gives no counts) | 0.9 [0.596 – 0.982, n 10] | 0.643 (the source gives no counts)',
    );
  });

  test('of a language model have the intervals of their stated errors', () => {
    const file =
      '{"results": {"arc": {"acc,none": 0.6, "acc_stderr,none": 0.05}}, "versions": {"arc": 1}, "n-shot": {"arc": 5}, "config": {"model": "hf"}}';
    const lines = section('results', 'acc: {}', file, 'task: llm\n');
    expect(lines).toContain('n-shot.arc: 5');
    expect(lines).toContain('arc | acc,none | 0.6 [0.502 – 0.698] | answers that match');
  });

  test('of a language model say how often it wins, what its judge is worth, and what is not stated', () => {
    const scores = { win_rate: 0.61, judge_score: 4.1, refusal_rate: 0.03, n: 200 };
    const drawn = (more: object): string =>
      section('results', 'win_rate: {}', JSON.stringify({ ...scores, ...more }), 'task: llm\n').join('\n');
    const bare = drawn({});
    expect(bare).toContain('win_rate | 0.61 [0.541 – 0.675, n 200] | pairwise wins');
    expect(bare).toContain('refusal_rate | 0.03 [0.014 – 0.064, n 200] | refusals and harm');
    expect(bare).toContain('Agreement of the judge with people: not stated: write it as `judge_agreement`');
    expect(bare).toContain('Cost: not stated: write it as `cost_per_task`');
    expect(bare).toMatch(/Contamination: not known/);
    const whole = drawn({ judge_agreement: 0.81, cost_per_task: 0.012, latency_ms: 900 });
    expect(whole).toContain(
      'judge_agreement | 0.81 (the source gives no counts) | agreement of a judge with people',
    );
    expect(whole).not.toMatch(/not stated: write/);
  });
});

describe('splits', () => {
  test('stand side by side with their gap and its interval', () => {
    const file =
      '{"train": {"recall": {"correct": 95, "n": 100}, "mae": 1.5}, "test": {"recall": {"correct": 40, "n": 50}, "mae": 2}}';
    const lines = section('splits', 'recall: { min: 0.5 }', file);
    expect(lines).toEqual([
      '2 metrics on two splits or more; the widest gap is that of `recall`, 0.15 between train and test.',
      'Metric | train | test | Gap',
      'recall | 0.95 [0.888 – 0.978, n 100] | 0.8 [0.670 – 0.888, n 50] | 0.15 [0.043 to 0.283, n 50]',
      'mae | 1.5 (the source gives no counts) | 2 (the source gives no counts) | −0.5 (the source gives no counts)',
    ]);
    const warned = drawSection(reportOf('recall: { min: 0.5 }', { 'm.json': file }), 'warnings');
    expect(warned[1]).toContain(
      '`recall` is 0.15 better on train than on test (95 % interval 0.043 to 0.283)',
    );
  });
});

describe('slices', () => {
  const file =
    '{"test": {"recall": {"correct": 180, "n": 220}, "by_country": {"SE": {"recall": {"correct": 30, "n": 50}}, "NO": {"recall": {"correct": 70, "n": 75}}, "DK": {"recall": {"correct": 80, "n": 95}}}}}';

  test('are held against the rest, with p values adjusted by Holm, and against the margin', () => {
    const lines = section('slices', 'recall: { split: test }', file, 'fairness: { margin: 0.05 }\n');
    expect(lines[0]).toBe(
      '3 slices; 1 behind the whole by more than 0.05; 2 different from the rest beyond chance.',
    );
    expect(lines.slice(3)).toEqual([
      'country is SE | 0.6 [0.462 – 0.724, n 50] | −0.2824 [−0.426 to −0.146, n 50] | 0.000016 (it is a p value) | 0.218, more than allowed',
      'country is DK | 0.8421 [0.756 – 0.902, n 95] | 0.04211 [−0.063 to 0.141, n 95] | 0.42 (it is a p value) | −0.0239, within the margin',
      'country is NO | 0.9333 [0.853 – 0.971, n 75] | 0.1747 [0.073 to 0.259, n 75] | 0.0029 (it is a p value) | −0.115, within the margin',
    ]);
  });

  test('with few rows have no test, and are told among the remarks', () => {
    const few =
      '{"recall": {"correct": 90, "n": 100}, "slices": [{"site": "a", "recall": {"correct": 2, "n": 3}}]}';
    const view = reportOf('recall: {}', { 'm.json': few });
    expect(drawSection(view, 'slices').at(-1)).toContain('| no test |');
    expect(drawSection(view, 'warnings')).toContain(
      'information: A slice has fewer than 30 rows, too few to be told from the whole: site is a (3).',
    );
  });
});

describe('history', () => {
  const run = (date: string, correct: number): string =>
    `{"name": "${date}", "date": "${date}", "recall": {"correct": ${correct}, "n": 100}}`;

  test('tells runs by their time, each with its interval', () => {
    const file = `[${run('2026-02-01', 80)}, ${run('2026-03-01', 90)}, ${run('2026-01-01', 70)}]`;
    const view = reportOf('recall: { min: 0.75 }', { 'm.json': file });
    expect(drawSection(view, 'history')).toEqual([
      '1 metric over runs.',
      '[lines: recall over runs]',
      'Run | Time | recall',
      '2026-03-01 | 2026-03-01 | 0.9 [0.826 – 0.945, n 100]',
      '2026-02-01 | 2026-02-01 | 0.8 [0.711 – 0.867, n 100]',
      '2026-01-01 | 2026-01-01 | 0.7 [0.604 – 0.781, n 100]',
    ]);
  });

  test('tells commits of a metric’s file with their subjects', () => {
    const point = (commit: string, time: number, value: number) => ({
      commit: commit.repeat(40),
      time,
      subject: `Train ${commit}`,
      value,
      raw: String(value),
    });
    const day = Date.UTC(2026, 4, 1);
    const points = [point('a', day, 0.7), point('b', day + 86_400_000, 0.8)];
    const file = '/p/m.json';
    const commits = {
      files: [{ file, metrics: [{ file, metric: 'f1', points }], unread: [], more: true }],
      unknown: [],
      more: 3,
    };
    const view = reportOf('f1: {}', { 'm.json': '{"f1": 0.8}' }, '', [], { commits });
    expect(drawSection(view, 'history')).toEqual([
      '1 metric over commits.',
      '[lines: f1 over commits]',
      'Commit | Time | f1 | Subject',
      'bbbbbbbb | 2026-05-02 | 0.8 (the source gives no counts) | Train b (m.json)',
      'aaaaaaaa | 2026-05-01 | 0.7 (the source gives no counts) | Train a (m.json)',
      'Not shown: older commits of m.json were left out; the commits of 3 further files.',
    ]);
  });

  test('says why nothing is known', () => {
    const commits = { files: [], unknown: [{ file: '/p/m.json', reason: 'there is no repository' }] };
    const view = reportOf('f1: {}', { 'm.json': '{"f1": 0.8}' }, '', [], { commits });
    expect(drawSection(view, 'history')[0]).toContain('nothing is known (there is no repository)');
  });
});

describe('running it', () => {
  test('says whether a quantile has requests enough, and what 1,000 predictions cost', () => {
    const file =
      '{"latency_p99": 80, "latency_p50": 20, "n_requests": 40, "price_per_hour": 3.6, "throughput": 100}';
    const lines = section('service', 'latency_p99: { max: 100, unit: ms, kind: operational }', file);
    expect(lines[2]).toBe(
      'latency_p99 | 80 ms (the source gives no counts) | ≤ 100 ms | met | It rests on 40 requests, and needs 100: it is the slowest one.',
    );
    expect(lines).toContain(
      'latency_p50 | 20 (the source gives no counts) | none in the manifest | — | It rests on 40 requests; 2 are the least.',
    );
    // 3.6 an hour for 360,000 predictions.
    expect(lines.at(-1)).toMatch(/^Cost per 1,000 predictions \| 0\.01 \(/);
  });
});

describe('what it is worth', () => {
  const file = '{"test": {"confusion_matrix": {"tp": 40, "fp": 10, "fn": 5, "tn": 145}, "saved": 12}}';
  const cost = 'problem: { cost: { false_positive: 4, false_negative: 120, unit: EUR } }\n';

  test('counts errors by the costs of the manifest', () => {
    const lines = section('business', 'saved: { kind: business, min: 10, expr: saved }', file, cost);
    expect(lines).toContain(
      'saved | 12 (it is computed from other values, none of which gives its counts) | ≥ 10 | met | `saved`',
    );
    expect(lines).toContain('Cost of 1,000 rows on test: 3,200 EUR [598.6 – 5,801, n 200]');
    // (40 × 120 − 10 × 4) / (10 × 4)
    expect(lines).toContain('Return on investment of acting on positive calls: 119 [59.81 – 235.8, n 50]');
    expect(lines).toContain('Break-even precision: 0.03226 (it follows from the costs)');
  });

  test('warns where the same answer for all is cheaper', () => {
    const cheap = 'problem: { cost: { false_alarm: 0.1, missed: 120 } }\n';
    expect(section('business', 'recall: {}', file, cheap)).toContain(
      'warning: By these costs it is cheaper to call all of them positive: 77.5 for 1,000 rows, against 3,005 with the model. Another threshold may do better.',
    );
  });
});
