import { describe, expect, it } from 'vitest';
import type { LargeFiles, OpenFile } from '../../../src/base/ports';
import { fail, ok } from '../../../src/base/result';
import { createHistory, historyRemarks } from '../../../src/metrics/history';
import { readPath } from '../../../src/metrics/read-path';
import { csvStream } from '../../../src/metrics/readers/csv-stream';
import { jsonlStream } from '../../../src/metrics/readers/jsonl';
import { readAtOnce } from '../../../src/metrics/stream';
import type { Series } from '../../../src/metrics/table';
import { memoryFiles } from '../project/memory-files';
import { draw } from './draw';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (text: string): string[] => draw(readAtOnce(csvStream('/p/log.csv'), bytes(text)));
const jsonl = (text: string): string[] => draw(readAtOnce(jsonlStream('/p/log.jsonl'), bytes(text)));

describe('a history', () => {
  const place = { file: '/p/m', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } } };
  const after = (
    most: number,
    steps: readonly number[],
    valueOf = (step: number, _at: number) => step / 4,
  ) => {
    const history = createHistory('r', most);
    const values: unknown[] = [];
    const series: Series[] = [];
    for (const [at, step] of steps.entries()) {
      const value = valueOf(step, at);
      history.add({ name: 'loss', step, value, source: () => ({ raw: `${value}`, place }) });
    }
    history.finish({
      value: ({ value, step }) => values.push([value, step]),
      series: one => series.push(one),
    });
    return {
      values,
      steps: [...(series[0]?.steps ?? [])],
      said: historyRemarks(history)
        .map(({ message }) => message)
        .join(),
    };
  };

  it('keeps one of several steps where there are too many, and always the last', () => {
    const { values, steps, said } = after(
      8,
      Array.from({ length: 101 }, (_, step) => step),
    );
    expect(values).toEqual([[25, 100]]);
    expect(steps.length).toBeLessThanOrEqual(9);
    expect([steps[0], steps.at(-1)]).toEqual([0, 100]);
    expect(new Set(steps.slice(1, -1).map((step, at) => step - (steps[at] ?? 0))).size).toBe(1);
    expect(said).toMatch(/one in 16 is/);
  });

  it('puts steps in order, and of equal ones takes the later', () => {
    const { values, steps, said } = after(100, [3, 1, 2, 3, 1]);
    expect({ values, steps, said }).toEqual({ values: [[0.75, 3]], steps: [1, 2, 3], said: '' });
  });

  it.each([
    ['one after the other', [1, 1, 1, 2, 2], 3],
    ['in a run that was resumed', [1, 2, 3, 2, 3, 4], 2],
    ['of the last step alone', [5, 5], 1],
  ])('counts values that another one of their step stands for: %s', (_, steps, replaced) => {
    const { said } = after(100, steps, (__, at) => at);
    expect(said).toMatch(replaced === 1 ? /^One value is/ : new RegExp(`^${replaced} values are`));
  });
});

describe('a table that is read in pieces', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'steps',
      'step,loss,val_acc\n0,2,\n1,nan,0.5\n',
      ['loss = NaN step 1  3:1', 'acc @validation = 0.5 step 1  3:1'],
    ],
    [
      'a split in each row',
      'epoch,split,auc\n1,val,0.5\n1,train,0.75\n',
      ['auc @validation = 0.5 step 1  2:1', 'auc @train = 0.75 step 1  3:1'],
    ],
    [
      'a metric a row',
      'step,metric,value\n0,loss,2\n1,loss,1\n1,val_loss,3\n',
      ['loss = 1 step 1  3:1', 'loss @validation = 3 step 1  4:1'],
    ],
    ['predictions', 'epoch,y_true,y_pred\n1,0,1\n', ['warning no-metrics  1:1']],
    ['no step', 'a,b\n1,2\n', ['warning no-metrics  1:1']],
    ['a row that is too long: what came before', 'step,loss\n0,2\n1,1,7\n', ['warning long-row  3:1']],
    ['a quote that is never closed', 'step,loss\n0,"2\n', ['warning open-quote  2:1']],
    ['nothing', '', ['warning empty  1:1']],
  ])('%s', (_, text, drawn) => {
    expect(csv(text)).toEqual(drawn);
  });
});

describe('lines of JSON', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a log',
      '{"step": 0, "loss": 2}\n{"step": 1, "loss": 1, "eval": {"val_f1": 0.5}}\n',
      ['loss = 1 step 1  2:21', 'eval.f1 @validation = 0.5 step 1  2:43'],
    ],
    ['of another tracker', '{"_step": 3, "_runtime": 9, "loss": NaN}\r\n', ['loss = NaN step 3  1:37']],
    ['with texts in it', '{"epoch": 1, "phase": "a", "auc": "0.5"}\n', ['auc = 0.5 step 1  1:35']],
    ['of a split', '{"epoch": 1, "split": "test", "auc": 0.5}\n', ['auc @test = 0.5 step 1  1:38']],
    [
      'runs',
      '{"model": "rf", "f1": 0.5}\n\n{"model": "svm", "f1": 0.75}\n',
      ['rf: f1 = 0.5  1:23', 'svm: f1 = 0.75  3:24'],
    ],
    [
      'a line that is none',
      '{"step": 0, "loss": 2}\nhello\n{"step": 1, "loss": 1}\n',
      ['loss = 1 step 1  3:21', 'warning bad-json  2:1'],
    ],
    [
      'one that is cut short',
      '{"step": 0, "loss": 2}\n{"step": 1, "lo',
      ['loss = 2 step 0  1:21', 'information cut-short  2:13'],
    ],
    ['predictions', '{"step": 0, "y_true": 1, "y_pred": 0}\n', ['warning no-metrics  2:1']],
    [
      'rows of data',
      '{"a": 1}\n'.repeat(1001),
      [
        ...Array.from({ length: 1000 }, (_, at) => `log.jsonl ${at + 1}: a = 1  ${at + 1}:7`),
        'warning no-metrics  1002:1',
      ],
    ],
  ])('%s', (_, text, drawn) => {
    expect(jsonl(text)).toEqual(drawn);
  });
});

describe('a file that is too large to be read at once', () => {
  const whole = bytes('step,loss\n0,2\n1,1\n');
  const tooLarge = { kind: 'too-large', message: 'it is too large' } as const;
  const files = { ...memoryFiles({}), read: () => Promise.resolve(fail(tooLarge)) };
  /** Reads fail as often as the file is written to meanwhile. */
  const largeOf = (size: number, writes = 0): LargeFiles => {
    let left = writes;
    const changed = { kind: 'unreadable', message: 'it changed while it was read' } as const;
    const file: OpenFile = {
      size,
      stamp: '',
      read: (start, end) => Promise.resolve(left-- > 0 ? fail(changed) : ok(whole.slice(start, end))),
      fingerprint: () => Promise.resolve(ok('')),
      close: () => Promise.resolve(),
    };
    return { open: () => Promise.resolve(ok(file)) };
  };

  it('is read in pieces, once more where it was written to', async () => {
    for (const writes of [0, 2]) {
      const read = await readPath({ files, large: largeOf(whole.length, writes) }, '/p/log.csv');
      expect(read.ok && draw(read.value)).toEqual(['loss = 1 step 1  3:1']);
    }
    const never = await readPath({ files, large: largeOf(whole.length, 99) }, '/p/log.csv');
    expect(never).toMatchObject({ ok: false, failure: { message: 'it changed while it was read' } });
  });

  it('is not read where its format has to be there whole, or nobody can read pieces', async () => {
    const read = await readPath({ files, large: largeOf(500 << 20) }, '/p/metrics.json');
    expect(read.ok && draw(read.value)).toEqual(['warning too-large  1:1']);
    expect(await readPath({ files }, '/p/log.csv')).toEqual(fail(tooLarge));
  });

  it('is given up when that is wished', async () => {
    const read = await readPath(
      { files, large: largeOf(9), cancellation: { cancelled: true } },
      '/p/log.csv',
    );
    expect(read).toMatchObject({
      ok: false,
      failure: { message: 'its reading was stopped; refresh to read it' },
    });
  });
});
