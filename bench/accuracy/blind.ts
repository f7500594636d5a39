import { readFileSync } from 'node:fs';
import { join, normalize, relative, resolve } from 'node:path';

/**
 * Counts findings against the labels of `blind.json`: `blind.ts FINDINGS.json FOLDER SET`. A file counts as flagged when
 * one of the label's rules reports in it; files whose label is arguable are left out of its row.
 */
interface Blind {
  readonly labels: Readonly<Record<string, { readonly title: string; readonly rules: readonly string[] }>>;
  readonly sets: readonly { readonly name: string; readonly files: readonly Labelled[] }[];
}

interface Labelled {
  readonly repository: string;
  readonly file: string;
  readonly labels: readonly { readonly label: string; readonly certain: boolean; readonly why: string }[];
}

interface Findings {
  readonly root?: string;
  readonly findings: readonly { readonly rule: string; readonly file: string }[];
}

type Outcome = 'TP' | 'FP' | 'FN' | 'TN';
type Counts = Readonly<Record<Outcome, number>>;

const [findingsFile = '', folder = '', wanted = ''] = process.argv.slice(2);
if (findingsFile === '') {
  console.error('usage: blind.ts FINDINGS.json FOLDER SET');
  process.exit(2);
}
const { labels, sets } = read<Blind>(join(import.meta.dirname, 'blind.json'));
const { root = folder, findings } = read<Findings>(findingsFile);
const files = sets.find(({ name }) => name === wanted)?.files ?? [];
const rulesIn = new Map<string, Set<string>>();
for (const { file, rule } of findings) {
  const key = normalize(relative(resolve(folder), resolve(root, file)));
  rulesIn.set(key, (rulesIn.get(key) ?? new Set()).add(rule));
}

const rows = Object.keys(labels).map(label => ({ label, ...countsOf(label) }));
console.log('| label | TP | FP | FN | TN |\n|---|---|---|---|---|');
for (const row of rows) console.log(line(labels[row.label]?.title ?? row.label, row));
console.log(line('**all**', total(rows)));
for (const label of Object.keys(labels))
  for (const file of files)
    if (/^F/.test(outcome(label, file) ?? ''))
      console.log(outcome(label, file), label, file.repository, file.file);

function countsOf(label: string): Counts {
  const outcomes = files.map(file => outcome(label, file));
  const count = (of: Outcome): number => outcomes.filter(one => one === of).length;
  return { TP: count('TP'), FP: count('FP'), FN: count('FN'), TN: count('TN') };
}

function outcome(label: string, file: Labelled): Outcome | undefined {
  const own = file.labels.filter(one => one.label === label);
  const present = own.some(({ certain }) => certain);
  if (own.length > 0 && !present) return undefined;
  const reported = rulesIn.get(normalize(join(file.repository.replace('/', '+'), file.file)));
  const flagged = labels[label]?.rules.some(rule => reported?.has(rule)) ?? false;
  if (present) return flagged ? 'TP' : 'FN';
  return flagged ? 'FP' : 'TN';
}

function total(all: readonly Counts[]): Counts {
  const sum = (of: Outcome): number => all.reduce((so, counts) => so + counts[of], 0);
  return { TP: sum('TP'), FP: sum('FP'), FN: sum('FN'), TN: sum('TN') };
}

function line(title: string, { TP, FP, FN, TN }: Counts): string {
  return `| ${[title, TP, FP, FN, TN].join(' | ')} |`;
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
