/** CPU time of one program that only machines write: `<number>` → milliseconds; without a number, the names. */
import { NO_DECLARATIONS } from '../../src/base/declarations';
import { scriptSource } from '../../src/base/source';
import { lint } from '../../src/rules/lint';
import { PATHOLOGICAL } from '../../test/support/pathological';
import { answer, cpu } from './sources';

const SPLIT =
  'from sklearn.model_selection import train_test_split\nimport pandas as pd\ndf = pd.read_csv("a.csv")\n';
const lines = (count: number, line: (i: number) => string): string =>
  SPLIT + Array.from({ length: count }, (_, i) => line(i)).join('\n');

const PROGRAMS: Readonly<Record<string, () => string>> = {
  ...PATHOLOGICAL,
  'a line of ten million characters': () => `x = "${'a'.repeat(10_000_000)}"\n`,
  '5,000 columns, each of the one before': () => lines(5000, i => `df["c${i + 1}"] = df["c${i}"] + 1`),
  '5,000 columns, each of a statistic': () =>
    lines(5000, i => `df["c${i}"] = df["c${i}"] - df["c${i}"].mean()`),
  '2,000 branches over one table': () =>
    lines(2000, i => `if flag(${i}):\n    df = df[df.a > ${i}]\nelse:\n    df["c${i}"] = ${i}`),
  'two hundred functions that change a table': () =>
    lines(200, i => `def f${i}(t):\n    t["c${i}"] = t.a.mean()\n    return t\n`) +
    Array.from({ length: 2000 }, (_, i) => `df = f${i % 200}(df)\n`).join(''),
};

const [index] = process.argv.slice(2);
if (index === undefined) process.stdout.write(JSON.stringify(Object.keys(PROGRAMS)));
else {
  const text = Object.values(PROGRAMS)[Number(index)]?.() ?? '';
  const before = cpu();
  lint(scriptSource('/a.py', text), { severities: new Map(), declarations: NO_DECLARATIONS });
  answer(cpu() - before);
}
