/** A keystroke: parsing and the whole analysis of each notebook or script, against pyright's parser of the same text. */
import { bundled, inTurn, pathsGiven, ratio, runArm } from './measure';

const ROUNDS = 5;
const ours = bundled('ours');
const parser = bundled('pyrightParser');
for (const path of pathsGiven()) {
  const arms = [ours, parser].map(arm => () => runArm(arm, ['60', path]));
  const [[, mine = NaN] = [], [, theirs = NaN] = []] = inTurn(arms, ROUNDS);
  console.log(
    `${path}: ${mine.toFixed(2)} ms ours, ${theirs.toFixed(2)} ms pyright's parser, ratio ${ratio(mine, theirs)}`,
  );
}
