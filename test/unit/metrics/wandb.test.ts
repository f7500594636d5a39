import { describe, expect, test } from 'vitest';
import { readMetrics } from '../../../src/metrics/read';
import { draw } from './draw';
import type { Message } from './support/protobuf';
import { crc, integer, little, message, text } from './support/protobuf';

const ZLIB = 0xedb88320;
const FILE = '/p/wandb/offline-run-20260102_030405-ab12/run-ab12.wandb';
const HEADER = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0];
const BLOCK = 32 * 1024;

/** Lays records out in blocks, cut where a block ends. */
function log(...records: readonly Message[]): Uint8Array {
  const bytes = [...HEADER];
  for (const record of records) {
    let [rest, isFirst] = [record, true];
    do {
      if (BLOCK - (bytes.length % BLOCK) < 7) bytes.push(...little(0, BLOCK - (bytes.length % BLOCK)));
      const room = BLOCK - (bytes.length % BLOCK) - 7;
      const data = rest.slice(0, room);
      rest = rest.slice(room);
      const kind = isFirst ? (rest.length === 0 ? 1 : 2) : rest.length === 0 ? 4 : 3;
      bytes.push(...little(crc(ZLIB, [kind, ...data]), 4), ...little(data.length, 2), kind, ...data);
      isFirst = false;
    } while (rest.length > 0);
  }
  return Uint8Array.from(bytes);
}

const item = (key: readonly string[], json: string): Message =>
  message(1, ...key.map(part => text(2, part)), text(16, json));
const history = (step: number, ...items: readonly Message[]): Message =>
  message(2, ...items, message(2, integer(1, step)));
const RUN = message(
  17,
  text(1, 'ab12'),
  message(4, message(1, text(1, 'lr'), text(16, '0.01')), message(1, text(1, 'model'), text(16, '"resnet"'))),
  text(8, 'quiet-lake-7'),
  message(17, integer(1, 1_700_000_000)),
);

const read = (...records: readonly Message[]): ReturnType<typeof readMetrics> =>
  readMetrics(FILE, log(...records));

describe('offline runs of Weights & Biases', () => {
  test('name, configuration, time and metrics over steps', () => {
    const parsed = read(
      RUN,
      history(0, item(['train/loss'], '2.5'), item(['_runtime'], '1')),
      history(1, item(['train/loss'], '1.5'), item(['eval', 'bleu'], '28.7')),
    );
    expect(parsed.value.runs).toMatchObject([
      {
        id: 'ab12',
        name: 'quiet-lake-7',
        time: '2023-11-14T22:13:20.000Z',
        params: { lr: '0.01', model: 'resnet' },
      },
    ]);
    expect(draw(parsed)).toEqual(['train/loss = 1.5 step 1  1:1', 'eval.bleu = 28.7 step 1  1:1']);
    expect(parsed.value.series).toMatchObject([{ run: 'ab12', name: 'train/loss' }]);
  });

  test.each([
    ['no exit: it goes on', [], 'RUNNING'],
    ['exit 0', [message(18, integer(1, 0))], 'FINISHED'],
    ['exit 1', [message(18, integer(1, 1))], 'FAILED'],
  ])('%s', (_, exit, status) => {
    expect(read(RUN, ...exit).value.runs).toMatchObject([{ tracked: { status } }]);
  });

  test('older clients write one key, and the step among the items', () => {
    const old = message(
      2,
      message(1, text(1, 'acc'), text(16, '0.5')),
      message(1, text(1, '_step'), text(16, '9')),
    );
    expect(draw(read(old))).toEqual(['acc = 0.5 step 9  1:1']);
  });

  test('bare NaN and Infinity, and a summary alone', () => {
    const summary = message(3, item(['best'], '0.9'));
    expect(draw(read(history(0, item(['a'], 'NaN'), item(['b'], '-Infinity')), summary))).toEqual([
      'a = NaN step 0  1:1',
      'b = -Infinity step 0  1:1',
      'best = 0.9  1:1',
    ]);
  });

  test.each([
    [1, 'lower'],
    [2, 'higher'],
    [0, undefined],
  ])('the goal of a metric says which way it is better: %i', (goal, better) => {
    const parsed = read(history(0, item(['odd'], '1')), message(12, text(1, 'odd'), integer(8, goal)));
    expect(parsed.value.values[0]?.better).toBe(better);
  });

  test('a summary that says something else than the last step is told', () => {
    const summary = message(3, item(['loss'], '0.5'), item(['acc'], '0.7'));
    const parsed = read(
      history(0, item(['loss'], '0.5')),
      history(1, item(['loss'], '0.9'), item(['acc'], '0.7')),
      summary,
    );
    expect(draw(parsed)).toEqual([
      'loss = 0.9 step 1  1:1',
      'acc = 0.7 step 1  1:1',
      'information summary-differs  1:1',
    ]);
    expect(parsed.problems[0]?.message).toMatch(/`loss` \(0\.5, last 0\.9\)/);
  });

  test('the size of a picture is no metric', () => {
    const picture = [item(['sample', '_type'], '"image-file"'), item(['sample', 'width'], '32')];
    expect(draw(read(history(0, ...picture, item(['loss'], '1'))))).toEqual(['loss = 1 step 0  1:1']);
  });

  test('records longer than a block', () => {
    const long = 'x'.repeat(70_000);
    const config = message(5, message(1, text(1, 'notes'), text(16, `"${long}"`)));
    const parsed = read(RUN, config, history(3, item(['loss'], '4')));
    expect(draw(parsed)).toEqual(['loss = 4 step 3  1:1']);
    expect(parsed.value.runs[0]?.params['notes']).toBe(long);
  });

  test('cut short at any byte it never throws, and says so', () => {
    const whole = log(RUN, history(0, item(['loss'], '2')), history(1, item(['loss'], '1')));
    for (let length = HEADER.length + 1; length < whole.length; length++) {
      const { problems } = readMetrics(FILE, whole.subarray(0, length));
      expect(
        problems.map(({ code }) => code).filter(code => code !== 'cut-short' && code !== 'no-metrics'),
      ).toEqual([]);
    }
    expect(draw(readMetrics(FILE, whole.subarray(0, whole.length - 3)))).toEqual([
      'loss = 2 step 0  1:1',
      'information cut-short  1:1',
    ]);
  });

  test('a damaged block is left out, the next one is read', () => {
    const filler = history(0, item(['noise'], `"${'y'.repeat(BLOCK)}"`));
    const whole = log(history(0, item(['early'], '1')), filler, history(2, item(['late'], '3')));
    whole[20] = 255;
    expect(draw(readMetrics(FILE, whole))).toEqual(['late = 3 step 2  1:1', 'warning damaged  1:1']);
  });

  test('another file by that name', () => {
    expect(draw(readMetrics(FILE, new TextEncoder().encode('hello')))).toEqual([
      'warning unknown-format  1:1',
    ]);
  });
});
