import { marked } from 'marked';

/**
 * A rule's page, `src/rules/<group>/<id>.md`, read as a list of examples. Each fenced block of Python is one:
 *
 *     ```py             reports exactly where it is marked, and nowhere else
 *     ```py before      followed by ```py after: the fix turns the one into the other
 *     ```ipynb          a notebook; `# %% [2]`, `# %% [ ]` and `# %% [markdown]` lines begin its cells; after the bracket
 *                       stand the cell's tags, and `fails` for one whose stored output is an error
 *
 * A mark is a comment at the end of a line: `# expect: fit-before-split` (reported here), `# missing: …` (ought to be
 * reported here and is not yet) or `# spurious: …` (is reported here and ought not to be). Marks are taken out before
 * the code is linted. A faulty page is data: its faults are sentences in `problems`.
 */
export interface RulePage {
  readonly title: string | undefined;
  /** Headings of the second level, in order. */
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
  readonly problems: readonly string[];
}

export interface Example {
  readonly kind: 'script' | 'before' | 'after' | 'notebook';
  /** The page's line, from 1, on which the code's first line stands. */
  readonly line: number;
  /** Without marks. */
  readonly code: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly kind: 'expect' | 'missing' | 'spurious';
  readonly rule: string;
  /** Line of the code, from 0. */
  readonly line: number;
}

/** A finding as far as examples care. */
export interface Report {
  readonly rule: string;
  /** Line of the code, from 0. */
  readonly line: number;
  readonly message: string;
}

const KINDS: Readonly<Record<string, Example['kind']>> = {
  py: 'script',
  'py before': 'before',
  'py after': 'after',
  ipynb: 'notebook',
  'ipynb before': 'before',
  'ipynb after': 'after',
};

export function parseRulePage(text: string): RulePage {
  const examples: Example[] = [];
  const sections: string[] = [];
  const problems: string[] = [];
  let title: string | undefined;
  let line = 1;
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading' && token['depth'] === 1) title ??= String(token['text']);
    if (token.type === 'heading' && token['depth'] === 2) sections.push(String(token['text']));
    if (token.type === 'code') readFence(String(token['lang'] ?? ''), String(token['text']), line);
    else if (/^[ \t]+```/m.test(token.raw))
      problems.push(`${line}: a block inside another element is not run: move it out`);
    line += token.raw.split('\n').length - 1;
  }
  pairProblems(examples).forEach(problem => problems.push(problem));
  return { title, sections, examples, problems };

  function readFence(info: string, code: string, at: number): void {
    const kind = KINDS[info.trim()];
    if (kind) examples.push({ kind, line: at + 1, ...takeMarks(code) });
    else if (/^(py|ipy)/.test(info))
      problems.push(`${at}: \`${info}\` is not run: write py or ipynb, alone or with before or after`);
  }
}

/** A whole script with marks, as an example of its own; one that begins with a cell is a notebook. */
export function scriptExample(text: string): Example {
  const example = takeMarks(text);
  return { kind: isNotebook(example) ? 'notebook' : 'script', line: 1, ...example };
}

/** Does it begin with a cell? */
export function isNotebook({ code }: Pick<Example, 'code'>): boolean {
  return CELL.test(code.split('\n')[0] ?? '');
}

/** What is wrong with an example, given what was reported; each sentence begins with the page's line. */
export function judge(example: Example, reports: readonly Report[]): string[] {
  const rest = [...reports];
  const take = (mark: Mark): Report | undefined => {
    const index = rest.findIndex(report => report.rule === mark.rule && report.line === mark.line);
    return index < 0 ? undefined : rest.splice(index, 1)[0];
  };
  const fromMarks = example.marks.flatMap(mark => {
    const problem = markProblem(mark, take(mark));
    return problem ? [{ line: mark.line, problem }] : [];
  });
  const unexpected = rest.map(report => ({
    line: report.line,
    problem: `${report.rule} is reported here without a mark: ${report.message}`,
  }));
  return [...fromMarks, ...unexpected]
    .sort((a, b) => a.line - b.line)
    .map(({ line, problem }) => `${example.line + line}: ${problem}`);
}

function markProblem(mark: Mark, found: Report | undefined): string | undefined {
  if (mark.kind === 'missing') {
    return found && `${mark.rule} is reported now: change \`missing\` to \`expect\` (${found.message})`;
  }
  if (found) return undefined;
  return mark.kind === 'spurious'
    ? `${mark.rule} is no longer reported: remove \`spurious\``
    : `${mark.rule} is not reported here`;
}

const MARK = /[ \t]*#\s*(expect|missing|spurious):\s*([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*$/;

function takeMarks(text: string): { code: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const lines = text.split('\n').map((source, line) => {
    let rest = source;
    for (let found = MARK.exec(rest); found; found = MARK.exec(rest)) {
      const kind = found[1] as Mark['kind'];
      for (const rule of (found[2] ?? '').split(/\s*,\s*/)) marks.push({ kind, rule, line });
      rest = rest.slice(0, found.index);
    }
    return rest;
  });
  return { code: lines.join('\n'), marks };
}

function pairProblems(examples: readonly Example[]): string[] {
  return examples.flatMap((example, index) => {
    if (example.kind === 'before' && examples[index + 1]?.kind !== 'after')
      return [`${example.line}: before without after`];
    if (example.kind === 'after' && examples[index - 1]?.kind !== 'before')
      return [`${example.line}: after without before`];
    return [];
  });
}

/** The pairs that show a fix. */
export function fixPairs(page: RulePage): { readonly before: Example; readonly after: Example }[] {
  return page.examples.flatMap((before, index) => {
    const after = page.examples[index + 1];
    return before.kind === 'before' && after?.kind === 'after' ? [{ before, after }] : [];
  });
}

/** A cell of an `ipynb` example. */
export interface ExampleCell {
  readonly type: 'code' | 'markdown';
  readonly executionCount: number | null;
  readonly tags?: readonly string[];
  /** Its stored output is an error. */
  readonly fails?: true;
  readonly source: string;
  /** Line of the example on which the cell's first line stands. */
  readonly line: number;
}

const CELL = /^# %% \[(\d+| |markdown)\]((?: [\w-]+)*)\s*$/;

/** Splits the code of an `ipynb` example at its `# %% [n]` lines. */
export function cellsOf(code: string): ExampleCell[] {
  const lines = code.split('\n');
  const starts = lines.flatMap((line, index) => (CELL.test(line) ? [index] : []));
  return starts.map((start, index) => {
    const [, label = '', words = ''] = CELL.exec(lines[start] ?? '') ?? [];
    const tags = words.split(' ').filter(word => word !== '' && word !== 'fails');
    return {
      type: label === 'markdown' ? 'markdown' : 'code',
      executionCount: /\d/.test(label) ? Number(label) : null,
      ...(tags.length > 0 && { tags }),
      ...(/\bfails\b/.test(words) && { fails: true }),
      source: lines
        .slice(start + 1, starts[index + 1])
        .join('\n')
        .trimEnd(),
      line: start + 1,
    };
  });
}

const ERROR = { output_type: 'error', ename: 'NameError', evalue: '', traceback: [] };

/** The same cells as the text of a notebook file. */
export function notebookJson(cells: readonly ExampleCell[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', language: 'python', display_name: 'Python 3' } },
    cells: cells.map((cell, index) =>
      cell.type === 'markdown'
        ? { cell_type: 'markdown', id: `c${index}`, metadata: {}, source: cell.source }
        : {
            cell_type: 'code',
            id: `c${index}`,
            metadata: { tags: cell.tags ?? [] },
            outputs: cell.fails ? [ERROR] : [],
            execution_count: cell.executionCount,
            source: cell.source,
          },
    ),
  });
}
