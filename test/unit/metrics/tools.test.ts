import { describe, expect, test } from 'vitest';
import { readMetrics } from '../../../src/metrics/read';
import { draw } from './draw';

const parse = (file: string, text: string): ReturnType<typeof readMetrics> =>
  readMetrics(`/p/${file}`, new TextEncoder().encode(text));
const read = (file: string, value: unknown): string[] => draw(parse(file, JSON.stringify(value)));
const series = (file: string, value: unknown): unknown =>
  parse(file, JSON.stringify(value)).value.series?.map(one => [
    one.name,
    one.split,
    [...one.steps],
    [...one.values],
  ]);

describe('Hugging Face', () => {
  const log_history = [
    { step: 10, epoch: 1, loss: 2.5 },
    { step: 10, epoch: 1, eval_accuracy: 0.6 },
    { step: 20, epoch: 2, loss: 1.5 },
    { step: 20, epoch: 2, eval_accuracy: 0.7 },
    { step: 20, epoch: 2, loss: 1.25 },
    { step: 20, epoch: 2, train_runtime: 12 },
  ];

  test('the trainer’s state: entries of one step lie apart, a resumed run repeats steps', () => {
    const state = { best_model_checkpoint: 'out/checkpoint-20', log_history };
    expect(read('trainer_state.json', state).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'loss = 1.25 step 20',
      'eval_accuracy = 0.7 step 20',
      'train_runtime = 12 step 20',
      'information repeated-steps',
    ]);
    expect(series('trainer_state.json', state)).toEqual([
      ['loss', undefined, [10, 20], [2.5, 1.25]],
      ['eval_accuracy', undefined, [10, 20], [0.6, 0.7]],
    ]);
    expect(parse('trainer_state.json', JSON.stringify(state)).value.runs[0]?.params).toEqual({
      best_model_checkpoint: 'out/checkpoint-20',
    });
  });

  test('bare NaN, as a loss that exploded', () => {
    const text = '{"log_history": [{"step": 1, "eval_loss": NaN}]}';
    expect(draw(parse('trainer_state.json', text))).toEqual(['eval_loss = NaN step 1  1:43']);
  });

  test('a model card’s index: a run for each result, values with words', () => {
    const card = [
      '---',
      'license: mit',
      'model-index:',
      '- name: beans',
      '  results:',
      '  - task: { type: image-classification }',
      '    dataset: { name: Beans, type: beans, split: test }',
      '    metrics:',
      '    - { type: accuracy, value: 0.9 }',
      '    - { type: reward, value: "20.0 +/- 1.2" }',
      '    - { type: rank, value: first }',
      '---',
      '# Beans',
    ];
    const expected = [
      'accuracy @test = 0.9  9:32',
      'reward @test = 20  10:30',
      'information no-number  11:28',
    ];
    expect(draw(parse('README.md', card.join('\n')))).toEqual(expected);
    expect(draw(parse('README.md', card.join('\r\n')))).toEqual(expected);
  });

  test.each([
    ['# No front matter\n', 'information no-metrics  1:1'],
    ['---\na: [\n---\n', 'error bad-yaml  3:1'],
    ['---\nmodel-index: 3\n---\n', 'warning bad-model-index  2:14'],
    ['---\nmodel-index: [{ name: a }]\n---\n', 'warning bad-model-index  2:15'],
    ['---\nlicense: mit\n---\n', 'warning no-metrics  1:1'],
  ])('a card that has none: %j', (text, expected) => {
    expect(draw(parse('README.md', text))).toEqual([expected]);
  });

  test('evaluation results', () => {
    const yaml = '- dataset: { id: org/data, task_id: hard }\n  value: 0.412\n  date: "2026-01-02"\n';
    const parsed = parse('.eval_results/a.yaml', yaml);
    expect(draw(parsed)).toEqual(['hard = 0.412  2:10']);
    expect(parsed.value.runs).toMatchObject([{ name: 'org/data', time: '2026-01-02' }]);
  });

  test('results of the language model harness keep their filters in their names', () => {
    const results = {
      results: { arc_easy: { alias: 'arc_easy', 'acc,none': 0.25, 'acc_stderr,none': 'N/A' } },
      versions: { arc_easy: 1 },
      'n-shot': { arc_easy: 5 },
      config: { model: 'hf' },
    };
    expect(read('results.json', results).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'arc_easy.acc,none = 0.25',
    ]);
    expect(parse('results.json', JSON.stringify(results)).value.runs).toMatchObject([
      { name: 'hf', params: { 'n-shot.arc_easy': '5', 'versions.arc_easy': '1' } },
    ]);
  });
});

describe('training logs', () => {
  test('Lightning: train and validation on rows of their own, nan, a header that grew', () => {
    const csv = 'epoch,step,train_loss,val_loss\n0,9,0.5,\n0,9,,0.7\n1,19,nan,\n1,19,,0.6\n';
    expect(draw(parse('metrics.csv', csv))).toEqual([
      'loss @train = NaN step 19  4:6',
      'loss @validation = 0.6 step 19  5:7',
    ]);
  });

  test('Ultralytics pads its header', () => {
    const csv = '                  epoch,   metrics/mAP50(B)\n  0,  0.1\n  1,  0.2\n';
    expect(draw(parse('results.csv', csv))).toEqual(['metrics/mAP50(B) = 0.2 step 1  3:7']);
  });

  test('Keras: NA is nothing, and an appended run begins at 0 again', () => {
    const csv = 'epoch,accuracy,loss\n0,0.5,NA\n1,0.6,1.0\n0,0.7,0.9\n';
    const parsed = parse('training.csv', csv);
    expect(parsed.value.series?.map(({ name, values }) => [name, [...values]])).toEqual([
      ['accuracy', [0.7, 0.6]],
      ['loss', [0.9, 1]],
    ]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['repeated-steps']);
  });

  test('the history of Keras as JSON', () => {
    expect(series('history.json', { loss: [3, 2], val_loss: [4, 3] })).toEqual([
      ['loss', undefined, [0, 1], [3, 2]],
      ['loss', 'validation', [0, 1], [4, 3]],
    ]);
  });
});

describe('reports of other tools', () => {
  test('a run as MLflow’s REST interface gives it: NaN is text, numbers may be latest only', () => {
    const run = {
      info: { run_id: 'r1', run_name: 'first', start_time: 1_700_000_000_000 },
      data: {
        metrics: [
          { key: 'rmse', value: 0.7, timestamp: 1, step: 3 },
          { key: 'loss', value: 'NaN', step: 0 },
        ],
        params: [{ key: 'depth', value: '4' }],
      },
    };
    expect(read('run.json', { run }).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'rmse = 0.7 step 3',
      'loss = NaN step 0',
    ]);
    expect(parse('runs.json', JSON.stringify({ runs: [run] })).value.runs).toMatchObject([
      { id: 'r1', name: 'first', time: '2023-11-14T22:13:20.000Z', params: { depth: '4' } },
    ]);
  });

  test('what was exported from MLflow is no metric of a run', () => {
    const index = {
      system: { script: 'export_experiment.py', export_time: 1671260983 },
      info: { num_total_runs: 1, num_failed_runs: 0 },
      mlflow: { experiment: { experiment_id: '1', creation_time: 1671070664091 } },
    };
    expect(read('experiment.json', index)).toEqual(['warning no-metrics  1:1']);
  });

  test('an export of MLflow has all steps', () => {
    const mlflow = {
      info: { run_id: 'r1' },
      params: { depth: '4' },
      metrics: {
        loss: [
          { value: 2, step: 0 },
          { value: 1, step: 1 },
        ],
      },
    };
    expect(series('run.json', { mlflow })).toEqual([['loss', undefined, [0, 1], [2, 1]]]);
  });

  test('pytest: outcomes and duration', () => {
    const report = {
      created: 1_700_000_000,
      duration: 1.5,
      exitcode: 1,
      summary: { passed: 2, failed: 1, total: 3 },
      tests: [],
    };
    expect(read('report.json', report).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'passed = 2',
      'failed = 1',
      'total = 3',
      'duration = 1.5',
    ]);
  });

  test('Evidently, before 0.7 and since', () => {
    const old = {
      version: '0.4.40',
      metrics: [
        {
          metric: 'DataDriftTable',
          result: {
            drift_by_columns: {
              age: { stattest_name: 'K-S p_value', drift_score: 0.02, drift_detected: true },
            },
          },
        },
      ],
    };
    const parsed = parse('drift_report.json', JSON.stringify(old));
    expect(draw(parsed).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'DataDriftTable.drift_by_columns.age.drift_score = 0.02',
    ]);
    expect(parsed.value.runs[0]?.params).toMatchObject({
      'DataDriftTable.drift_by_columns.age.stattest_name': 'K-S p_value',
      'DataDriftTable.drift_by_columns.age.drift_detected': 'true',
    });
    const now = {
      metrics: [{ id: 'x', metric_name: 'ValueDrift(column=age)', config: {}, value: 0.3 }],
      tests: [],
    };
    expect(read('report.json', now).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'ValueDrift(column=age) = 0.3',
    ]);
  });

  test('deepchecks: values, conditions, and a check that could not run', () => {
    const suite = {
      name: 'Integrity',
      type: 'SuiteResult',
      results: [
        {
          type: 'CheckResult',
          check: { name: 'Duplicates', params: {} },
          value: { percent: 0.01 },
          conditions_results: [{ Status: 'PASS' }, { Status: 'FAIL' }],
        },
        { type: 'CheckFailure', check: { name: 'Drift' }, exception: 'no test data' },
      ],
    };
    const parsed = parse('suite.json', JSON.stringify(suite));
    expect(draw(parsed).map(line => line.replace(/ {2}.*/, ''))).toEqual([
      'Duplicates.percent = 0.01',
      'Duplicates.conditions.pass = 1',
      'Duplicates.conditions.fail = 1',
    ]);
    expect(parsed.value.runs).toMatchObject([{ name: 'Integrity', params: { Drift: 'no test data' } }]);
  });
});
