/** Everything in the given folders, against ruff in WebAssembly with its default rules: cold and warm. */
import { bundled, inTurn, pathsGiven, ratio, runArm } from './measure';

const ROUNDS = 3;
const paths = pathsGiven();
const arms = ['ours', 'ruff'].map(arm => bundled(arm)).map(arm => () => runArm(arm, ['3', ...paths]));
const [[cold = NaN, warm = NaN, bytes = NaN] = [], [ruffCold = NaN, ruffWarm = NaN] = []] = inTurn(
  arms,
  ROUNDS,
);
const speed = (ms: number): string => `${(bytes / 1000 / ms).toFixed(2)} MB/s`;
console.log(`${(bytes / 1e6).toFixed(2)} MB`);
console.log(`warm: ${speed(warm)} ours, ${speed(ruffWarm)} ruff, speed ratio ${ratio(ruffWarm, warm)}`);
console.log(
  `cold: ${cold.toFixed(0)} ms ours, ${ruffCold.toFixed(0)} ms ruff, time ratio ${ratio(cold, ruffCold)}`,
);
