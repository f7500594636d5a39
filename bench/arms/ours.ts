/** CPU time of parsing, analysis and all rules: `<rounds> <paths…>` → cold, warm, bytes. */
import { NO_DECLARATIONS } from '../../src/base/declarations';
import { lint } from '../../src/rules/lint';
import { answer, bytesOf, cpu, sourcesIn, timed } from './sources';

const [rounds = '1', ...paths] = process.argv.slice(2);
const sources = sourcesIn(paths);
const options = { severities: new Map(), declarations: NO_DECLARATIONS };
const pass = (): void => {
  for (const source of sources) lint(source, options);
};
const before = cpu();
pass();
const cold = cpu() - before;
timed(Number(rounds), pass);
answer(cold, timed(Number(rounds), pass), bytesOf(sources));
