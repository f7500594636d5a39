/**
 * Programs that nobody writes and machines do: too deep to be kept in a fixture, and deep enough to overflow a parser or
 * an analysis that recurses on each level.
 */
const DEEP = 10_000;
const LONG = 50_000;

const repeat = (text: string, times: number): string => text.repeat(times);

/** Name → a thunk, so that a failing test does not print megabytes. */
export const PATHOLOGICAL: Readonly<Record<string, () => string>> = {
  'nested brackets': () => `x = ${repeat('(', DEEP)}1${repeat(')', DEEP)}\n`,
  'nested brackets that are never closed': () => `x = ${repeat('[', DEEP)}\ny = 1\n`,
  'brackets closed without being opened': () => `x = 1${repeat(')', DEEP)}\ny = 1\n`,
  'nested dictionaries': () => `x = ${repeat('{1: ', DEEP)}1${repeat('}', DEEP)}\n`,
  'nested calls': () => `x = ${repeat('f(', DEEP)}1${repeat(')', DEEP)}\n`,
  'nested subscripts': () => `x = ${repeat('a[', DEEP)}1${repeat(']', DEEP)}\n`,
  'nested lambdas': () => `x = ${repeat('lambda: ', DEEP)}1\n`,
  'nested conditional expressions': () => `x = ${repeat('1 if a else ', DEEP)}2\n`,
  'unary minus': () => `x = ${repeat('-', LONG)}1\n`,
  'repeated not': () => `x = ${repeat('not ', LONG)}a\n`,
  'a chain of attributes': () => `x = a${repeat('.b', LONG)}\n`,
  'a chain of calls': () => `x = a${repeat('.fit(X)', LONG)}\n`,
  'a long sum': () => `x = 1${repeat(' + 1', LONG)}\n`,
  'a long power, which binds to the right': () => `x = 2${repeat(' ** 2', DEEP)}\n`,
  'a long comparison': () => `x = 1${repeat(' < 1', LONG)}\n`,
  'a long disjunction': () => `x = a${repeat(' or a', LONG)}\n`,
  'a long list': () => `x = [${repeat('1, ', 100_000)}]\n`,
  'a chain of assignments': () => `${repeat('x = ', LONG)}1\n`,
  'nested blocks': () =>
    `${Array.from({ length: 1000 }, (_, i) => `${repeat(' ', i)}if a:`).join('\n')}\n${repeat(' ', 1000)}b\n`,
  'nested functions': () =>
    `${Array.from({ length: 1000 }, (_, i) => `${repeat(' ', i)}def f${i}():`).join('\n')}\n${repeat(' ', 1000)}pass\n`,
  'a long chain of elif': () => `if a: pass\n${repeat('elif b: pass\n', DEEP)}`,
  'many decorators': () => `${repeat('@d\n', DEEP)}def f(): pass\n`,
  'many functions that call the next': () =>
    Array.from({ length: 2000 }, (_, i) => `def f${i}(x):\n    return f${i + 1}(x), f${i + 1}(x)\n`).join(
      '',
    ) + 'f0(1)\n',
  'nested loops over a growing value': () =>
    `x = []\n${Array.from({ length: 60 }, (_, i) => `${repeat(' ', i)}for i${i} in x:`).join('\n')}\n${repeat(' ', 60)}x = [x, x]\n`,
  'nested f-strings': () => `x = ${repeat('f"{', 200)}1${repeat('}"', 200)}\n`,
  'a line of a million characters': () => `x = "${repeat('a', 1_000_000)}"\n`,
  'many short lines': () => repeat('x = x\n', LONG),
  'many splits of one another': () =>
    `from sklearn.model_selection import train_test_split\n${repeat('a, b = train_test_split(a)\n', 2000)}`,
};
