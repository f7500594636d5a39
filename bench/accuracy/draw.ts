import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Draws findings at random for people to judge: `draw.ts FINDINGS.json FOLDER SEED COUNT [--json]`. No repository gives
 * more than an eighth of them, and a program that lies twice in a repository is drawn once.
 */
interface Spot {
  readonly file: string;
  readonly cell?: number;
  readonly line: number;
  readonly note: string;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly cell?: number;
  readonly start: { readonly line: number };
  readonly path: readonly Spot[];
}

const read = new Map<string, string>();
const [findingsFile = '', folder = '', seed = '1', count = '100', ...flags] = process.argv.slice(2);
const { findings } = JSON.parse(readFileSync(findingsFile, 'utf8')) as { findings: readonly Finding[] };
const drawn = draw(distinct(findings), Number(seed), Number(count));
if (flags.includes('--json')) console.log(JSON.stringify(drawn.map(row), null, 2));
else drawn.forEach((finding, i) => console.log(sheet(finding, i + 1)));

function draw(all: readonly Finding[], from: number, wanted: number): readonly Finding[] {
  const random = mulberry32(from);
  const left = [...all];
  const taken: Finding[] = [];
  const perRepository = new Map<string, number>();
  while (taken.length < wanted && left.length > 0) {
    const [finding] = left.splice(Math.floor(random() * left.length), 1);
    if (!finding) break;
    const repository = repositoryOf(finding.file);
    const already = perRepository.get(repository) ?? 0;
    if (already >= wanted / 8) continue;
    perRepository.set(repository, already + 1);
    taken.push(finding);
  }
  return taken;
}

/** Copies of one program give the same rule, message and line. */
function distinct(all: readonly Finding[]): readonly Finding[] {
  const byText = new Map<string, Finding>();
  for (const finding of all) {
    const key = [finding.rule, finding.message, repositoryOf(finding.file), codeAt(finding)].join('\n');
    if (!byText.has(key)) byText.set(key, finding);
  }
  return [...byText.values()];
}

function codeAt({ file, cell, start }: Finding): string {
  return linesOf(file, cell)[start.line - 1]?.trim() ?? '';
}

function repositoryOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function row({ rule, file, cell, start }: Finding): object {
  const repository = repositoryOf(file);
  return {
    repository: repository.replace('+', '/'),
    file: file.slice(repository.length + 1),
    ...(cell === undefined ? {} : { cell }),
    line: start.line,
    rule,
  };
}

function sheet(finding: Finding, number: number): string {
  const { rule, severity, message, file, cell, start, path } = finding;
  const spots = [{ file, cell, line: start.line, note: 'THE FINDING' }, ...path];
  const shown = spots.map(
    spot => `  ${spot.note}${spot.cell === undefined ? '' : ` [cell ${spot.cell}]`}\n${excerpt(file, spot)}`,
  );
  return `\n#${number} ${rule} (${severity})  ${file}${cell === undefined ? '' : ` cell ${cell}`} line ${start.line}\n${message}\n${shown.join('\n')}`;
}

function excerpt(
  file: string,
  { cell, line }: { readonly cell?: number | undefined; readonly line: number },
): string {
  const lines = linesOf(file, cell);
  const from = Math.max(0, line - 3);
  return lines
    .slice(from, line + 2)
    .map((text, i) => `    ${from + i + 1 === line ? '>' : ' '} ${from + i + 1}: ${text}`)
    .join('\n');
}

function linesOf(file: string, cell: number | undefined): readonly string[] {
  const text = read.get(file) ?? readFileSync(join(folder, file), 'utf8');
  read.set(file, text);
  if (cell === undefined) return text.split(/\r?\n/);
  const notebook = JSON.parse(text) as {
    cells?: { source: string | string[] }[];
    worksheets?: { cells: { source?: string | string[]; input?: string | string[] }[] }[];
  };
  const found = (notebook.cells ?? notebook.worksheets?.flatMap(sheet => sheet.cells))?.[cell];
  const source = found?.source ?? (found && 'input' in found ? found.input : undefined) ?? '';
  return (Array.isArray(source) ? source.join('') : source).split(/\r?\n/);
}

/** A small generator of random numbers in [0, 1), the same everywhere. */
function mulberry32(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
