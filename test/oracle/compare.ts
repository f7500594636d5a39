import { parse } from '../../src/python/syntax/parse';
import type { Oracle } from './dump';
import { dumpModule } from './dump';

/** The first difference between our tree and CPython's, given as `dump.py` writes it; `undefined` when there is none. */
export function difference(text: string, expected: string, oracle: Oracle): string | undefined {
  const { module, problems } = parse(text);
  const [problem] = problems;
  if (problem) return `CPython accepts it, we report at ${problem.start}: ${problem.message}`;
  const actual = dumpModule(text, module, oracle);
  if (actual === expected) return undefined;
  return firstDifference(expected.split('\n'), actual.split('\n'));
}

function firstDifference(expected: readonly string[], actual: readonly string[]): string {
  let line = 0;
  while (expected[line] === actual[line]) line++;
  const context = expected.slice(Math.max(0, line - 3), line);
  return [...context.map(text => `  ${text}`), `CPython: ${expected[line]}`, `ours:    ${actual[line]}`].join(
    '\n',
  );
}
