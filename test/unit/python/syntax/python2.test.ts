import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/python/syntax/parse';

describe('Python 2', () => {
  it.each([
    ['print "a", b', { values: [{ value: 'a' }, { id: 'b' }] }],
    ['print x', { values: [{ id: 'x' }] }],
    ['print "%d" % x,', { values: [{ op: '%' }] }],
    ['print not x', { values: [{ op: 'not' }] }],
    ['exec code in scope', { values: [{ ops: ['in'] }] }],
    ['raise ValueError, "message"', { value: { elements: [{ id: 'ValueError' }, { value: 'message' }] } }],
    ['x = 0777', { value: { type: 'int', value: 511 } }],
    ['x = 10L', { value: { type: 'int', value: 10 } }],
    ['x = a <> b', { value: { ops: ['!='] } }],
    ["x = ur'a'", { value: { type: 'str' } }],
  ])('%s is known', (text, expected) => {
    const { module, problems } = parse(`${text}\n`);
    expect(problems).toEqual([]);
    expect(module.body).toHaveLength(1);
    expect(module.body[0]).toMatchObject(expected);
  });

  const HANDLER = 'try:\n    x\nexcept IOError, error:\n    y\n';

  it('names the exception behind the comma when the file is of Python 2', () => {
    const handler = { type: { id: 'IOError' }, name: 'error' };
    expect(parse(`${HANDLER}print "a"\n`).module.body[0]).toMatchObject({ handlers: [handler] });
  });

  it('catches both when it is not', () => {
    const handler = { type: { elements: [{ id: 'IOError' }, { id: 'error' }] }, name: undefined };
    expect(parse(`${HANDLER}print("a")\n`).module.body[0]).toMatchObject({ handlers: [handler] });
  });
});
