import { describe, expect, test } from 'vitest';
import type { PredictionsRequest } from '../../../src/predictions/request';
import { parquetFile } from './parquet-file';
import { evaluated, evaluation, fixture, scoresIn } from './evaluated';

/** Ten rows of two classes: of these, 8 are predicted right. */
const ROWS = [
  [1, 0.9],
  [1, 0.8],
  [1, 0.4],
  [0, 0.7],
  [0, 0.3],
  [0, 0.2],
  [0, 0.1],
  [1, 0.6],
  [0, 0.45],
  [0, 0.05],
] as const;

const csv = (rows: readonly (readonly (string | number)[])[], header = 'y_true,y_score', by = ','): string =>
  [header, ...rows.map(row => row.join(by))].join('\n');

const codesIn = ({
  remarks,
}: {
  readonly remarks: readonly { readonly code: string }[];
}): readonly string[] => remarks.map(({ code }) => code);

describe('the same rows however they are written', () => {
  const json = ROWS.map(([y, score]) => `{"y_true": ${y}, "y_score": ${score}}`).join('\n');
  test.each([
    ['a.csv', csv(ROWS)],
    ['crlf.csv', csv(ROWS).replace(/\n/g, '\r\n')],
    ['bom.csv', `\ufeff${csv(ROWS)}`],
    [
      'semicolon.csv',
      csv(
        ROWS.map(([y, s]) => [y, String(s).replace('.', ',')]),
        'Y-True;Y Score',
        ';',
      ),
    ],
    ['a.tsv', csv(ROWS, 'y_true\ty_score', '\t')],
    ['a.jsonl', json],
    ['floats.csv', csv(ROWS.map(([y, s]) => [`${y}.0`, s]))],
    ['truths.csv', csv(ROWS.map(([y, s]) => [y === 1 ? 'True' : 'False', s]))],
    ['words.csv', csv(ROWS.map(([y, s]) => [y === 1 ? ' yes' : 'no ', s]))],
    ['int64.parquet', parquetFile(ROWS)],
  ])('%s', async (name, content) => {
    const of = await evaluation({ [name]: content });
    expect(of.task).toBe('binary');
    expect(of.rows).toMatchObject({ read: 10, used: 10 });
    expect(of.scores.find(({ metric }) => metric === 'accuracy')?.counts).toEqual({ successes: 8, n: 10 });
    expect(scoresIn(of)['roc_auc']).toBeCloseTo(21 / 24, 12);
  });
});

describe('what cannot be told is said', () => {
  test.each<readonly [string, string, Partial<PredictionsRequest>, RegExp]>([
    ['no truth', 'id,score\n1,0.2\n', {}, /no column says what is true.*It has id, score/],
    ['no prediction', 'label,x\n1,2\n0,3\n', {}, /no column says what was predicted/],
    [
      'a column that is not there',
      csv(ROWS),
      { columns: { y_true: ['y_tru'] } },
      /no column `y_tru`.*Did you mean `y_true`/,
    ],
    ['no row with both', 'y_true,y_pred\n,1\n1,\n', {}, /no row has both/],
    ['nothing', '', {}, /empty/],
    ['no table', 'y_true,y_pred\n"1,2\n', {}, /never closed/],
    ['a ranking without queries', csv(ROWS), { task: 'ranking' }, /needs the column of the query/],
  ])('%s', async (_, content, request, reason) => {
    const result = await evaluated({ 'p.csv': content }, request);
    expect(result.ok ? '' : result.failure.reason).toMatch(reason);
  });

  test('a file that is not there, and one that goes away', async () => {
    const result = await evaluated({ 'p.csv': csv(ROWS) }, { files: ['gone.csv'] });
    expect(result).toMatchObject({ ok: false, failure: { file: 'gone.csv', reason: 'it is not there' } });
  });

  test('when it is stopped, nothing is told', async () => {
    const result = await evaluated({ 'p.csv': csv(ROWS) }, {}, { cancelled: true });
    expect(result).toMatchObject({
      ok: false,
      failure: { reason: expect.stringMatching(/stopped/) as string },
    });
  });

  test('which class is positive, where names do not tell', async () => {
    const cats = csv(ROWS.map(([y, s]) => [y === 1 ? 'cat' : 'dog', s]));
    const of = await evaluation({
      'p.csv': `${cats
        .replace('y_score', 'y_pred')
        .replace(/0\.[5-9]/g, 'cat')
        .replace(/0\.\d+/g, 'dog')}`,
    });
    expect(of.assumptions.join(' ')).toMatch(/Which of `cat`, `dog` is positive is not said/);
    expect(scoresIn(of)).not.toHaveProperty('recall');
    const said = await evaluation({ 'p.csv': cats }, { positive: 'cat' });
    expect(said.binary).toMatchObject({ positive: 'cat', negative: 'dog', positives: 4 });
  });
});

describe('rows that do not count', () => {
  test('a truth or a score that is missing or NaN', async () => {
    const of = await evaluation({ 'p.csv': csv([...ROWS, ['', 0.5], [1, 'NaN'], [0, '']]) });
    expect(of.rows).toMatchObject({ read: 13, used: 10, withoutLabel: 1, withoutPrediction: 2 });
    expect(of.remarks.map(({ code, place }) => [code, place?.row])).toContainEqual(['no-label', 12]);
    expect(of.remarks.map(({ code, place }) => [code, place?.row])).toContainEqual(['no-prediction', 13]);
  });

  test('text among scores has its row', async () => {
    const of = await evaluation({ 'p.csv': csv([...ROWS, [1, 'high']]) });
    const remark = of.remarks.find(({ code }) => code === 'not-a-number');
    expect(remark).toMatchObject({ place: { file: 'p.csv', row: 12 } });
    expect(remark?.message).toContain('`high`');
  });

  test('a truth in another file, by a key; rows without a partner are counted', async () => {
    const truth = { files: ['t.csv'], on: ['key'], column: 'is_fraud' };
    const rows = csv(
      ROWS.map(([, s], at) => [`k${at}`, s]),
      'key,score',
    );
    const targets = csv(
      [
        ...ROWS.map(([y], at) => [`k${at}`, y])
          .slice(1)
          .reverse(),
        ['z', 1],
      ],
      'key,is_fraud',
    );
    const of = await evaluation({ 'p.csv': rows, 't.csv': targets }, { truth });
    expect(of.rows).toMatchObject({ read: 10, used: 9, withoutLabel: 0, unmatched: 1, unmatchedTruth: 1 });
    expect(codesIn(of)).toContain('unmatched');
    expect(scoresIn(of)['roc_auc']).toBeCloseTo(15 / 18, 12);
    const twice = await evaluated({ 'p.csv': rows, 't.csv': `${targets}\nk3,1` }, { truth });
    expect(twice).toMatchObject({ ok: false, failure: { file: 't.csv', line: 12 } });
  });
});

describe('what is odd', () => {
  test('scores outside of 0 to 1 are no probabilities', async () => {
    const of = await evaluation({ 'p.csv': csv(ROWS.map(([y, s]) => [y, s * 10 - 5])) });
    expect(codesIn(of)).toContain('score-outside');
    expect(of.calibration).toBeUndefined();
    expect(Object.keys(scoresIn(of))).toEqual(['roc_auc', 'average_precision', 'ks']);
    const cut = await evaluation({ 'p.csv': csv(ROWS.map(([y, s]) => [y, s * 10 - 5])) }, { threshold: 0 });
    expect(scoresIn(cut)['accuracy']).toBe(0.8);
  });

  test('ids that come twice, with the second row', async () => {
    const of = await evaluation({
      'p.csv': csv([...ROWS.map((row, at) => [at, ...row]), [3, 1, 0.9]], 'id,y_true,y_score'),
    });
    expect(of.remarks.find(({ code }) => code === 'duplicate-id')?.place?.row).toBe(12);
  });

  test('ids that repeat in a split, not those that begin anew in the next', async () => {
    const numbered = (split: string): string[] => ROWS.map((row, at) => [split, at, ...row].join(','));
    const lines = ['split,id,y_true,y_score', ...numbered('train'), ...numbered('test')];
    expect(codesIn(await evaluation({ 'p.csv': lines.join('\n') }))).not.toContain('duplicate-id');
    const again = await evaluation({ 'p.csv': [...lines, 'test,0,1,0.5'].join('\n') });
    expect(again.remarks.find(({ code }) => code === 'duplicate-id')?.message).toMatch(
      /^1 row repeats the id \(id\) of an earlier row of the same split/,
    );
  });

  test('a rival in a file of its own is joined by id and split', async () => {
    const file = (turn: number): string =>
      [
        'split,id,y_true,y_pred',
        ...['train', 'test'].flatMap(split =>
          Array.from({ length: 12 }, (_, id) => `${split},${id},${id % 2},${(id + (id < turn ? 1 : 0)) % 2}`),
        ),
      ].join('\n');
    const of = await evaluation(
      { 'p.csv': file(2), 'old.csv': file(5) },
      { rival: { name: 'old', files: ['old.csv'] } },
    );
    expect(of.rival).toMatchObject({ name: 'old' });
    expect(of.rival?.comparisons.find(({ metric }) => metric === 'accuracy')).toMatchObject({
      own: 10 / 12,
      rival: 7 / 12,
    });
  });

  test('scores of the other class', async () => {
    const of = await evaluation({
      'p.csv': fixture('binary.csv')
        .replace(/(\d+),1,/g, '$1,no,')
        .replace(/(\d+),0,/g, '$1,yes,'),
    });
    expect(codesIn(of)).toContain('score-turned');
  });

  test('one class only, numbers among words, classes that are never true', async () => {
    expect(codesIn(await evaluation({ 'p.csv': 'y_true,y_pred\n1,1\n1,0\n1,1\n' }))).toContain('one-class');
    expect(codesIn(await evaluation({ 'p.csv': 'y_true,y_pred\n1,1\nspam,spam\n0,1\n' }))).toContain(
      'mixed-labels',
    );
    const apart = await evaluation({ 'p.csv': 'y_true,y_pred\ncat,0\ndog,1\n' });
    expect(apart.remarks.find(({ code }) => code === 'labels-differ')).toMatchObject({
      severity: 'error',
      place: { row: 2 },
    });
  });

  test('rows that belong together are drawn together', async () => {
    const rows = ROWS.flatMap(([y, s], at) => [
      [`c${at}`, y, s],
      [`c${at}`, y, s],
    ]);
    const of = await evaluation({ 'p.csv': csv(rows, 'customer,y_true,y_score') }, { groups: ['customer'] });
    expect(of.scope.groups).toBe(10);
    expect(new Set(of.scores.map(({ interval }) => interval?.method))).toEqual(
      new Set(['cluster-bootstrap']),
    );
  });

  test('few groups are doubted, and what counts rows one by one is said', async () => {
    const rows = ROWS.map(([y, s], at) => [`c${at % 3}`, y, s, 2]);
    const of = await evaluation(
      { 'p.csv': csv(rows, 'customer,y_true,y_score,weight') },
      { groups: ['customer'] },
    );
    expect(of.remarks.map(({ message }) => message)).toContain(
      'The rows belong to 3 groups: intervals that are drawn from fewer than 10 are too narrow.',
    );
    expect(of.assumptions.filter(text => /^(Weights|Rows that belong)/.test(text))).toHaveLength(2);
    expect((await evaluation({ 'p.csv': csv(ROWS) })).assumptions.join()).not.toMatch(/Weights|Rows that/);
  });

  test('an interval without width is none: rows that are all right do not make it sure', async () => {
    const right = Array.from({ length: 12 }, (_, at) => [at % 2, at % 2 === 1 ? 0.9 : 0.1]);
    const { scores } = await evaluation({ 'p.csv': csv(right) });
    const widthless = scores.filter(({ interval }) => interval && interval.low === interval.high);
    expect(widthless).toEqual([]);
    for (const metric of ['roc_auc', 'f1', 'mcc'])
      expect(scores.find(score => score.metric === metric)).toMatchObject({
        value: 1,
        noInterval: expect.any(String),
      });
  });

  test('scores that order every pair wrong are still taken for turned', async () => {
    const turned = Array.from({ length: 12 }, (_, at) => [at % 2, at % 2 === 1 ? 0.1 : 0.9]);
    expect(codesIn(await evaluation({ 'p.csv': csv(turned) }))).toContain('score-turned');
  });

  test('of one class that alone occurs, rows that are called the other are in the matrix', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => [1, at / 20]);
    const { classes } = await evaluation({ 'p.csv': csv(rows) }, { positive: 1 });
    expect(classes).toMatchObject({
      labels: ['1', '0'],
      counts: [
        [10, 10],
        [0, 0],
      ],
    });
    expect(classes?.perClass[0]).toMatchObject({ precision: { value: 1 }, recall: { value: 0.5 } });
  });

  test('another model that says the same differs in nothing', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [at * 1.5, at + 1, at + 1]);
    const of = await evaluation(
      { 'p.csv': csv(rows, 'y_true,y_pred,old') },
      { task: 'regression', rival: { name: 'old', y_pred: 'old' } },
    );
    expect(of.rival?.comparisons.map(({ p }) => p)).toEqual([1, 1]);
  });

  test('a bootstrap never proves anything beyond its replicates', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [`c${at >> 1}`, at % 4 < 2 ? 0 : 1]).map(([c, y]) => [
      c ?? '',
      y ?? 0,
      y ?? 0,
      1 - Number(y),
    ]);
    const of = await evaluation(
      { 'p.csv': csv(rows, 'customer,y_true,y_pred,old') },
      { groups: ['customer'], rival: { name: 'old', y_pred: 'old' } },
    );
    const [comparison] = of.rival?.comparisons ?? [];
    expect(comparison?.test).toBe('paired-bootstrap');
    expect(comparison?.p).toBeCloseTo(2 / 1001, 12);
  });

  test('more classes than arguments that a call takes', async () => {
    const rows = Array.from({ length: 140_000 }, (_, at) => [`c${at}`, `c${at}`]);
    const { scores } = await evaluation({ 'p.csv': csv(rows, 'y_true,y_pred') });
    expect(scores[0]).toMatchObject({ metric: 'accuracy', value: 1 });
  }, 60_000);

  test('splits: the test set counts, and the gap is told', async () => {
    const rows = ROWS.flatMap(([y, s]) => [
      ['train', y, y],
      ['test', y, s],
    ]);
    const of = await evaluation({ 'p.csv': csv(rows, 'split,y_true,y_score') });
    expect(of.scope).toEqual({ split: 'test', n: 10 });
    expect(of.splits.map(({ role, n }) => [role, n])).toEqual([
      ['train', 10],
      ['test', 10],
    ]);
    expect(of.gaps.find(({ metric }) => metric === 'accuracy')).toMatchObject({
      value: expect.closeTo(0.2, 12) as number,
      interval: { method: 'newcombe' },
    });
  });
});
