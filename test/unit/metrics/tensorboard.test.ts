import { describe, expect, test } from 'vitest';
import { readMetrics } from '../../../src/metrics/read';
import { draw } from './draw';
import type { Message } from './support/protobuf';
import { crc, double, float, integer, little, message, text } from './support/protobuf';

const CASTAGNOLI = 0x82f63b78;
const FILE = '/p/runs/first/events.out.tfevents.1700000000.host';

function masked(bytes: Message): Message {
  const value = crc(CASTAGNOLI, bytes);
  return little((((value >>> 15) | (value << 17)) + 0xa282ead8) >>> 0, 4);
}

function record(event: Message): Message {
  const head = little(event.length, 8);
  return [...head, ...masked(head), ...event, ...masked(event)];
}

const event = (step: number, ...parts: readonly Message[]): Message =>
  record([...double(1, 1_700_000_000 + step), ...integer(2, step), ...parts.flat()]);
const simple = (tag: string, value: number): Message => message(5, message(1, text(1, tag), float(2, value)));
const tensor = (tag: string, type: number, content: Message): Message =>
  message(5, message(1, text(1, tag), message(8, integer(1, type), message(2), message(4, content))));
const f32 = (value: number): Message => [...new Uint8Array(Float32Array.of(value).buffer)];

const START = event(0, text(3, 'brain.Event:2'));

const read = (...parts: readonly Message[]): ReturnType<typeof readMetrics> =>
  readMetrics(FILE, Uint8Array.from(parts.flat()));

describe('event files of TensorBoard', () => {
  test('scalars of PyTorch and of TensorFlow 2, over steps', () => {
    const parsed = read(
      START,
      event(1, simple('loss', 0.5), tensor('accuracy', 1, f32(0.25))),
      event(2, simple('loss', 0.1), tensor('accuracy', 1, f32(0.75))),
    );
    expect(draw(parsed)).toEqual(['loss = 0.1 step 2  1:1', 'accuracy = 0.75 step 2  1:1']);
    expect(parsed.value.series?.map(({ name, steps, values }) => [name, [...steps], [...values]])).toEqual([
      ['loss', [1, 2], [0.5, 0.1]],
      ['accuracy', [1, 2], [0.25, 0.75]],
    ]);
    expect(parsed.value.runs).toMatchObject([{ name: 'first', time: '2023-11-14T22:13:20.000Z' }]);
  });

  test('what is not finite stays what it is', () => {
    expect(draw(read(event(1, simple('a', NaN)), event(1, simple('b', -Infinity))))).toEqual([
      'a = NaN step 1  1:1',
      'b = -Infinity step 1  1:1',
    ]);
  });

  test('a run that was started again replaces its later steps', () => {
    const restart = event(2, message(7, integer(1, 1)));
    const parsed = read(
      event(1, simple('loss', 3)),
      event(2, simple('loss', 2)),
      event(3, simple('loss', 1)),
      restart,
      event(2, simple('loss', 5)),
    );
    expect([...(parsed.value.series?.[0]?.values ?? [])]).toEqual([3, 5]);
  });

  test('images and vectors are said, not dropped', () => {
    const image = message(5, message(1, text(1, 'picture'), message(4, integer(1, 8))));
    const vector = message(
      5,
      message(1, text(1, 'weights'), message(8, integer(1, 1), message(2, message(2, integer(1, 3))))),
    );
    const { problems } = read(event(1, image, vector, simple('loss', 1)));
    expect(problems.map(({ message: said }) => said)).toEqual([
      '2 summaries are no scalar (images, histograms, texts), and not read.',
    ]);
  });

  test('cut short at any byte, it keeps the records that are whole', () => {
    const parts = [START, event(1, simple('loss', 0.5)), event(2, simple('loss', 0.25))];
    const whole = Uint8Array.from(parts.flat());
    const ends = parts.map((_, at) => parts.slice(0, at + 1).flat().length);
    for (let length = 1; length < whole.length; length++) {
      const { value, problems } = readMetrics(FILE, whole.subarray(0, length));
      const expected = ends.filter(end => end <= length).length - 1;
      expect(value.values.map(one => one.value)).toEqual(expected > 0 ? [[0.5, 0.25][expected - 1]] : []);
      expect(problems.map(({ code }) => code)).toEqual(
        [ends.includes(length) ? 'no-metrics' : 'cut-short'].slice(
          ends.includes(length) && expected > 0 ? 1 : 0,
        ),
      );
    }
  });

  test('a changed byte is found by its checksum', () => {
    const bytes = Uint8Array.from([START, event(1, simple('loss', 0.5))].flat());
    bytes[bytes.length - 6] = 7;
    const { value, problems } = readMetrics(FILE, bytes);
    expect(value.values).toEqual([]);
    expect(problems).toMatchObject([{ code: 'damaged', severity: 'warning' }]);
  });
});
