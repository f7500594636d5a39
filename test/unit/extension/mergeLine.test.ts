import { describe, expect, it } from 'vitest';
import { MERGE_LINE, withMergeLine } from '../../../src/extension/commands/mergeLine';

describe('the line of .gitattributes', () => {
  it.each([
    ['a new file', '', `${MERGE_LINE}\n`],
    ['a file that ends with a line', '*.png binary\n', `*.png binary\n${MERGE_LINE}\n`],
    ['a file that ends within one', '*.png binary', `*.png binary\n${MERGE_LINE}\n`],
    ['a file of Windows', '*.png binary\r\n', `*.png binary\r\n${MERGE_LINE}\r\n`],
  ])('is added to %s', (_, before, after) => {
    expect(withMergeLine(before)).toBe(after);
  });

  it.each([MERGE_LINE, `/${MERGE_LINE}`, '.holdout/history.jsonl -merge'])(
    'is not added where somebody has said it, or otherwise: %s',
    line => {
      expect(withMergeLine(`*.png binary\n${line}\n`)).toBeUndefined();
    },
  );
});
