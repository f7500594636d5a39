import type { Severity } from '../../base/finding';
import type { Program } from '../../python/flow/program';
import type { MissingName } from '../../python/names/missing';
import { missingNames } from '../../python/names/missing';
import type { NotebookCell } from '../../python/names/model';
import { moveFor } from '../../python/names/move';
import { isAutomagic } from '../../python/names/predefined';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { isTemplate, wasNeverRun } from '../grounds/template';
import { listed } from '../listed';
import { moveUp } from './moveUp';
import { importThere, usualImport } from './usualImports';

/** Names that one cell reads too early, for one reason: the first, and the others. */
interface Match {
  readonly first: MissingName;
  readonly others: readonly MissingName[];
  /** Cells of the notebook were run. */
  readonly wasRun: boolean;
  /** Of cells, or a notebook, that nobody ran: so many further ones lack a name. */
  readonly more: number;
}

export const undefinedOnRestart = defineRule<Match>({
  id: 'undefined-on-restart',
  code: 'G1',
  group: 'notebook',
  stage: 'project',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    const notebook = program.notebook();
    if (!notebook) return [];
    const wasRun = !wasNeverRun(notebook);
    return missingNames(notebook).map(first => ({ first, others: [], wasRun, more: 0 }));
  },

  guards: {
    'the cell is marked to be skipped or to fail': ({ first }) =>
      first.cell.tags.some(tag => SET_ASIDE.test(tag)),
    'the cell shows its own error': ({ first }) => first.cell.failed,
    'comprehensions of Python 2 leave their variables behind': (_, program) =>
      program.notebook()?.python2 ?? false,
    'a reader is to put a value of his own there': ({ first }) =>
      !first.later && PLACEHOLDER.test(first.name),
    'IPython takes the line for a command': ({ first }, program) => isCommand(first, program),
    'cells are left to be filled in': ({ first }, program) =>
      isTemplate(program) || hasBlanks(first, program),
    'a sketch that nobody ran': ({ first }, program) => isSketch(first, program),
  },

  merge(matches, program) {
    const groups = new Map<string, Match>();
    for (const match of matches) {
      const { cell, later, deleted, through } = match.first;
      const where = later === undefined ? 'nowhere' : later.cell === cell ? 'here' : 'below';
      const key = [cell.cell, where, deleted?.start, through?.start].join();
      const same = groups.get(key);
      groups.set(key, same ? { ...same, others: [...same.others, match.first] } : match);
    }
    const found = [...groups.values()];
    if (wasNeverRun(program.notebook())) return found.length >= NOTES ? together(found) : found;
    return [
      ...found.filter(({ first }) => !wasLeft(first.cell)),
      ...together(found.filter(({ first }) => wasLeft(first.cell))),
    ];
  },

  word(match, program) {
    const { first } = match;
    return {
      span: first.through ?? first.span,
      severity: severityOf(match),
      message: messageOf(match, program),
      path: pathOf(first),
    };
  },

  fix({ first, others }, program) {
    const notebook = program.notebook();
    if (first.later && neverRan(first.cell, first.later.cell)) return undefined;
    if (others.some(other => other.later?.cell !== first.later?.cell)) return undefined;
    const move = notebook && moveFor(notebook, [first, ...others]);
    const edits = move && moveUp(program, move);
    if (!edits) return importThere([first, ...others], program);
    return { title: `Move the definition of \`${first.name}\` up to here`, safe: false, edits };
  },
});

/** From so many cells on, a notebook that nobody ran is a collection of pieces, and is told of once. */
const NOTES = 4;

/** One for all: the cells that lack a name are counted. */
function together(found: readonly Match[]): readonly Match[] {
  const [first] = found;
  return first ? [{ ...first, more: new Set(found.map(one => one.first.cell)).size - 1 }] : [];
}

/** It has neither a count nor anything to show: nobody has a number of it. */
function wasLeft({ executionCount, shows }: NotebookCell): boolean {
  return executionCount === null && shows !== true;
}

/** Is there, or may there be, something to look at below it? */
function shows({ executionCount, shows: isShown }: NotebookCell): boolean {
  return isShown ?? executionCount !== null;
}

/** IPython looks at a cell of one line before Python does: unless an operator follows, `rm[0]` is for the shell. */
function isCommand({ name, cell, span }: MissingName, program: Program): boolean {
  const line = program.textOf(cell).trim();
  const isFirst = program.textOf({ start: cell.start, end: span.start }).trim() === '';
  const rest = line.slice(name.length);
  return isAutomagic(name) && isFirst && !line.includes('\n') && /^\s*[^\s.!=()<>,+*/%^&|]/.test(rest);
}

/** Nobody ran it, and cells hold no more than what is to be done there. */
function hasBlanks({ cell, later }: MissingName, program: Program): boolean {
  const notebook = program.notebook();
  if (!notebook || later || !wasNeverRun(notebook)) return false;
  const empty = notebook.cells.filter(
    one => one !== cell && one.code.length === 0 && /^\s*#/.test(program.textOf(one)),
  );
  return empty.length >= TO_FILL_IN;
}

/** Cells that hold no more than a comment. */
const TO_FILL_IN = 3;

/** What is left out is marked, and nobody ran it: `dataset = ...`, `'/path/to/data'`. */
function isSketch({ cell, later }: MissingName, program: Program): boolean {
  return !later && wasLeft(cell) && LEFT_OUT.test(program.textOf(cell));
}

const LEFT_OUT = /(^|[=(])[ \t]*\.\.\.[ \t]*($|[)#])|["'][^"'\n]*path[_/]to[_/]|<(your|insert)/im;

const SET_ASIDE = /skip|raises-exception|no-?exec|expect-fail/i;
const PLACEHOLDER = /^x{2,}$|^your|^my_|token|api_?key|password|secret|placeholder/i;

/** Below: the parts are there, in another order. Nowhere, or only after itself: nobody can run this any more. */
function severityOf({ first: { cell, later }, wasRun, more }: Match): Severity {
  // No number was computed there: in a notebook that otherwise was run, such a cell is a leftover, or one of its snippets.
  if (more > 0 || wasLeft(cell)) return 'information';
  const severity = later && later.cell !== cell ? 'warning' : 'error';
  return wasRun && cell.executionCount === null ? LESS[severity] : severity;
}

const LESS = { error: 'warning', warning: 'information' } as const;

function messageOf(match: Match, program: Program): string {
  const { first, others, wasRun, more } = match;
  const many = others.length > 0;
  const names = listed([first, ...others].map(({ name }) => `\`${name}\``));
  const by = first.through ? ', in a function that is called here,' : '';
  const left = wasLeft(first.cell);
  const where = left && wasRun ? ', in a cell that was not run,' : by;
  const reason = left && !first.later && !first.deleted ? leftOver(many, wasRun) : reasonOf(match, program);
  const said = `${names} ${many ? 'are' : 'is'} read here${where} ${reason}`;
  if (more === 0) return said;
  const also = `So it is with names in ${more === 1 ? 'one more cell' : `${more} more cells`}`;
  return wasRun ? `${said} ${also}.` : `${said} ${also}: as it stands, this notebook does not run.`;
}

function leftOver(many: boolean, wasRun: boolean): string {
  const it = many ? 'them' : 'it';
  return (
    `but no cell of the notebook defines ${it}: whoever runs all cells is stopped here by a NameError. ` +
    (wasRun ? 'Delete the cell, or write the definition above it.' : 'Write the definition above this cell.')
  );
}

function reasonOf({ first, others }: Match, program: Program): string {
  const { cell, later, deleted } = first;
  const [it, is] = others.length > 0 ? ['them', 'are'] : ['it', 'is'];
  if (deleted) {
    return (
      `after \`del\` in ${program.whereIs(deleted)}: run from top to bottom, this cell ends in a NameError` +
      `${shows(cell) ? ', and what it shows was computed in another order' : ''}. Delete ${it} after the last use, or define ${it} again above.`
    );
  }
  const imports = [first, ...others].flatMap(one => usualImport(one, program) ?? []);
  if (imports.length > others.length) {
    return (
      `but no cell of the notebook imports ${it}: a fresh kernel stops here with a NameError. Write ` +
      `${listed(imports.map(line => `\`${line}\``))} above.`
    );
  }
  if (!later) {
    return (
      `but no cell of the notebook defines ${it}: a fresh kernel stops here with a NameError, so no number from ` +
      `here on can be computed again. The cell that defined ${it} may have been deleted: write the definition above this cell.`
    );
  }
  if (later.cell === cell) {
    const left = shows(cell)
      ? ', and what the cell shows came from a value that an earlier run had left behind'
      : '';
    return (
      `but first defined in this same cell, in ${program.whereIs(later.definition)}: a fresh kernel stops here with a ` +
      `NameError${left}. Define ${it} above.`
    );
  }
  if (neverRan(cell, later.cell)) {
    const gone = shows(cell) ? 'what this cell shows came from a definition that is gone, and ' : '';
    return (
      `but ${is} defined only further down, in ${program.whereIs(later.definition)}, in a cell that was not run: ` +
      `${gone}a fresh kernel stops here with a NameError. Write the definition above this cell.`
    );
  }
  const scattered = others.some(other => other.later?.cell !== later.cell);
  const shown = shows(cell) ? ', and what it shows was computed in another order' : '';
  return (
    `but ${is} defined only further down, ${scattered ? 'from' : 'in'} ${program.whereIs(later.definition)}${scattered ? ' on' : ''}: run from top to bottom, this cell ends ` +
    `in a NameError${shown}. Move the ${scattered ? 'definitions' : 'definition'} above this cell.`
  );
}

/** What another cell defines and never did cannot be what this cell has seen. */
function neverRan(reader: NotebookCell, definer: NotebookCell): boolean {
  return reader.executionCount !== null && definer.executionCount === null;
}

function pathOf({ span, through, later, deleted }: MissingName): readonly SpanStep[] {
  return [
    ...(deleted ? [{ span: deleted, note: 'the name is deleted here' }] : []),
    ...(through ? [{ span, note: 'the function reads the name here' }] : []),
    ...(later ? [{ span: later.definition, note: 'the name is first defined here' }] : []),
  ];
}
