import type { Cell, Figure } from '../../src/reports/document';
import { METHODS, type MethodId } from '../../src/reports/methods';
import type { Folds } from './actions';
import { el, prose } from './dom';
import { fold } from './fold';

/** How a table's figures were computed, as notes below it: each is said once, and letters lead to it where not all are alike. */
export interface Notes {
  /** The letters of the notes that hold for a figure; none where every note holds for every figure. */
  letters(figure: Figure): string;
  /** Some figures have letters. */
  readonly marked: boolean;
  readonly all: readonly Note[];
}

interface Note {
  readonly key: string;
  readonly text: string;
  readonly method?: MethodId;
}

export function notesOf(cells: readonly Cell[]): Notes {
  const figures = cells.filter(isFigure);
  const known = new Map<string, Note>();
  for (const figure of figures) for (const note of notesOn(figure)) known.set(note.key, note);
  // Formulas first: where there are many of them they are folded away together.
  const notes = [...known.values()];
  const all = [...notes.filter(({ method }) => method), ...notes.filter(({ method }) => !method)];
  const areAlike = figures.every(figure => notesOn(figure).length === all.length);
  const letterOf = new Map(all.map(({ key }, index) => [key, letter(index)]));
  return {
    all,
    marked: !areAlike,
    letters: figure =>
      areAlike
        ? ''
        : notesOn(figure)
            .flatMap(({ key }) => letterOf.get(key) ?? [])
            .join(', '),
  };
}

function isFigure(cell: Cell): cell is Figure {
  return typeof cell === 'object' && cell.kind === 'figure';
}

/** A figure without a value has nothing to explain but why. */
function notesOn({ certainty, method, value, text }: Figure): readonly Note[] {
  if (value === undefined && text === '—') return [];
  const how: readonly Note[] =
    method === undefined ? [] : [{ key: `value ${method}`, text: 'Value', method }];
  return [...how, ...sure(certainty)];
}

function sure(certainty: Figure['certainty']): readonly Note[] {
  if ('none' in certainty)
    return [{ key: `none ${certainty.none}`, text: `No interval: ${certainty.none}.` }];
  const { method, level } = certainty;
  return [{ key: `interval ${method} ${level}`, text: `${Math.round(level * 100)} % interval`, method }];
}

/** a, b, … z, aa, ab … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** So many formulas are folded away together. */
const MANY = 4;
/** More notes than this stand in two columns where there is room. */
const LONG = 8;

/** The notes in words; a formula unfolds. */
export function noteList(notes: Notes, key: string, folds: Folds): HTMLElement | undefined {
  if (notes.all.length === 0) return undefined;
  const items = notes.all.map(({ text, method }, index) => {
    const mark = notes.marked && el('sup', {}, letter(index));
    return el(
      'li',
      {},
      mark,
      method ? methodNote(text, method, `${key} ${index}`, folds) : el('span', {}, text),
    );
  });
  const formulas = notes.all.filter(({ method }) => method).length;
  if (formulas < MANY) return listOf(items);
  const folded = fold(folds, key, [`How they are computed: ${formulas} notes`], () => [
    listOf(items.slice(0, formulas)),
  ]);
  return listOf([el('li', {}, folded), ...items.slice(formulas)]);
}

function listOf(items: readonly HTMLElement[]): HTMLElement {
  return el('ul', { class: items.length > LONG ? 'notes is-long' : 'notes' }, ...items);
}

function methodNote(text: string, id: MethodId, key: string, folds: Folds): HTMLElement {
  const method = METHODS[id];
  return fold(folds, key, [`${text}: ${method.title}`], () => [
    el('p', {}, ...prose(method.text)),
    el('p', {}, ...prose(method.source)),
  ]);
}
