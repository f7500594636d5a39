import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalIn, wholeIn } from '../../../src/base/decimal';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decimal = (text: string): number => decimalIn(bytes(`7${text}7`), 1, text.length + 1);
const isSame = (text: string): boolean => {
  const read = decimal(text);
  return Number.isNaN(read) || Object.is(read, Number(text));
};
const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });

describe('a decimal number in bytes', () => {
  it('is that of Number() to the last bit, or left to it: any decimal', () => {
    const parts = fc.tuple(digits(1, 12), digits(0, 12), fc.integer({ min: -30, max: 30 }), fc.boolean());
    fc.assert(
      fc.property(parts, ([whole, part, exponent, isNegative]) =>
        isSame(`${isNegative ? '-' : ''}${whole}.${part}e${exponent}`),
      ),
      { numRuns: 20_000 },
    );
  });

  it('is that of Number() to the last bit, or left to it: any double', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, value => isSame(String(value)) && isSame(value.toPrecision(17))),
      { numRuns: 20_000 },
    );
  });

  it('is nearly always read, where it is of the size of a metric', () => {
    const texts = Array.from({ length: 20_000 }, (_, at) =>
      String(Math.abs(Math.sin(at + 1)) * 10 ** (at % 6)),
    );
    const left = texts.filter(text => Number.isNaN(decimal(text)));
    expect(left.length).toBeLessThan(20);
    expect(texts.every(isSame)).toBe(true);
  });

  it('is as near to the middle of two doubles as can be, and still rounded right', () => {
    const halves = Array.from({ length: 2_000 }, (_, at) => 2 ** 53 + 1 + 2 * at);
    const texts = halves.flatMap(half =>
      [-1, 0, 1].map(by => `${BigInt(half - 1) + 1n}.${by < 0 ? '0' : by}`),
    );
    expect(texts.every(isSame)).toBe(true);
    expect(texts.map(text => `${text.replace('.', '')}e-1`).every(isSame)).toBe(true);
  });

  it.each(['0', '-0', '0.0', '5.', '.5', '-.5', '1e5', '1E+05', '1.5e-05', '007', '1234567890123456', '0.1'])(
    '%s is one',
    text => {
      expect(decimal(text)).toBe(Number(text));
    },
  );

  it.each([
    '',
    '-',
    '.',
    '-.',
    '+1',
    '1e',
    '1e+',
    '1.2.3',
    '--1',
    '1,5',
    ' 1',
    '1 ',
    'nan',
    'inf',
    '0x1',
    '1_0',
    'e5',
  ])('“%s” is left to others', text => {
    expect(decimal(text)).toBeNaN();
  });

  it('is whole where that is asked for', () => {
    const whole = (text: string): number => wholeIn(bytes(text), 0, text.length);
    expect(whole('1700000000000')).toBe(1700000000000);
    for (const text of ['', '-1', '1.0', '1234567890123456']) expect(whole(text)).toBeNaN();
  });
});
