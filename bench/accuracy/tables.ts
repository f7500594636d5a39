import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Prints `triage.json` as the tables of `draws.md`; with `--sum` as those of `docs/accuracy.md`. */
type Verdict = 'right' | 'wrong' | 'arguable';

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

interface Row {
  readonly repository: string;
  readonly file: string;
  readonly cell?: number;
  readonly line: number;
  readonly rule: string;
  readonly first: Judgement;
  /** Absent as long as nobody has read it. */
  readonly second?: Judgement;
}

interface Draw {
  readonly seed: number;
  readonly note: string;
  readonly drawn: readonly Row[];
}

interface Triage {
  readonly commits: Readonly<Record<string, string>>;
  readonly draws: readonly Draw[];
}

/** How many draws, of those that two readers judged, the sum by rule takes: what the rules are today. */
const RECENT = 3;

const path = join(import.meta.dirname, 'triage.json');
const triage = JSON.parse(readFileSync(path, 'utf8')) as Triage;
if (process.argv.includes('--sum')) {
  const readTwice = triage.draws.filter(({ drawn }) => drawn.every(({ second }) => second));
  console.log(byDraw(triage.draws), '\n');
  console.log(byRule(readTwice.slice(-RECENT).flatMap(({ drawn }) => drawn)));
} else {
  for (const { seed, note, drawn } of triage.draws) {
    console.log(`\n### Seed ${seed}: ${note}\n\n${byRule(drawn)}\n${disagreements(drawn)}`);
    if (process.argv.includes('--all')) console.log(everything(drawn));
  }
}

function byDraw(draws: readonly Draw[]): string {
  const lines = draws.map(({ seed, note, drawn }) => line(`${seed}, ${note}`, drawn));
  return [head('draw'), ...lines].join('\n');
}

function byRule(rows: readonly Row[]): string {
  const rules = [...new Set(rows.map(({ rule }) => rule))].sort();
  const lines = rules.map(rule =>
    line(
      `\`${rule}\``,
      rows.filter(row => row.rule === rule),
    ),
  );
  return [head('rule'), ...lines, line('all', rows)].join('\n');
}

function head(of: string): string {
  return `| ${of} | drawn | first reader: right / arguable / wrong | second reader |\n|---|---|---|---|`;
}

function line(name: string, of: readonly Row[]): string {
  const count = (reader: 'first' | 'second', verdict: Verdict): number =>
    of.filter(row => row[reader]?.verdict === verdict).length;
  const cells = (['first', 'second'] as const).map(reader =>
    of.some(row => row[reader])
      ? `${count(reader, 'right')} / ${count(reader, 'arguable')} / ${count(reader, 'wrong')}`
      : 'not read yet',
  );
  return `| ${name} | ${of.length} | ${cells.join(' | ')} |`;
}

function disagreements(rows: readonly Row[]): string {
  const lines = rows.flatMap(row => {
    const { first, second, rule } = row;
    if (!second || first.verdict === second.verdict) return [];
    return [`| ${place(row)} | \`${rule}\` | ${said(first)} | ${said(second)} |`];
  });
  return ['\n| place | rule | first reader | second reader |\n|---|---|---|---|', ...lines].join('\n');
}

function everything(drawn: readonly Row[]): string {
  const lines = drawn.map(row => `| ${place(row)} | \`${row.rule}\` | ${said(row.first)} |`);
  return ['\n| place | rule | first reader |\n|---|---|---|', ...lines].join('\n');
}

function place({ repository, file, cell, line }: Row): string {
  return `${repository}: ${file}${cell === undefined ? '' : `, cell ${cell + 1}`}, line ${line}`;
}

function said({ verdict, reason }: Judgement): string {
  return `${verdict}: ${reason.replaceAll('|', '\\|')}`;
}
