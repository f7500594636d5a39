/** The tracker's rows of 10 projects of 200 criteria each. */
import { bundled, inTurn, runArm } from './measure';

const ROUNDS = 3;
const arm = bundled('tree');
const [[made = NaN, renewed = NaN, drawn = NaN] = []] = inTurn([() => runArm(arm, [])], ROUNDS);
console.log(`2,000 criteria: ${made.toFixed(1)} ms to make the rows`);
console.log(
  `one criterion changed: ${renewed.toFixed(1)} ms to take it in, ${drawn} row drawn again with what is below it`,
);
