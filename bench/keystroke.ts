/**
 * A keystroke: parsing, analysis and all rules of each notebook or script, against pyright's parser of the same text. Once
 * as one types, with what the version before left; once from nothing, as when a file is opened.
 */
import { bundled, inTurn, pathsGiven, ratio, runArm } from './measure';

const ROUNDS = 5;
const typing = bundled('typing');
const ours = bundled('ours');
const parser = bundled('pyrightParser');
for (const path of pathsGiven()) {
  const arms = [
    () => runArm(typing, ['400', path]),
    () => runArm(ours, ['60', path]),
    () => runArm(parser, ['60', path]),
  ];
  const [[typed = NaN, slow = NaN] = [], [, opened = NaN] = [], [, theirs = NaN] = []] = inTurn(arms, ROUNDS);
  const said = (label: string, ms: number): string => `${label} ${ms.toFixed(2)} ms (${ratio(ms, theirs)})`;
  console.log(
    `${path}: ${said('typed', typed)}, ${said('95 % within', slow)}, ${said('from nothing', opened)}; ` +
      `pyright's parser ${theirs.toFixed(2)} ms`,
  );
}
