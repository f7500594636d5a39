import type { Program } from '../../python/flow/program';
import type { MissingName } from '../../python/names/missing';
import type { SpanFix } from '../contract';

const MODULES =
  'codecs copy csv gc itertools json math os pickle random re shutil string sys ' +
  'time warnings joblib nltk requests scipy sklearn spacy torch torchvision cv2';

/** Modules by the names that everybody gives them. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['np', 'import numpy as np'],
  ['pd', 'import pandas as pd'],
  ['plt', 'import matplotlib.pyplot as plt'],
  ['sns', 'import seaborn as sns'],
  ['tf', 'import tensorflow as tf'],
  ['xgb', 'import xgboost as xgb'],
  ['lgb', 'import lightgbm as lgb'],
  ['nn', 'from torch import nn'],
  ['stats', 'from scipy import stats'],
  ...MODULES.split(' ').map(name => [name, `import ${name}`] as const),
]);

/** The import that a name waits for: it has the name of a module, and an attribute of it is read. */
export function usualImport(
  { name, span, later, deleted }: MissingName,
  program: Program,
): string | undefined {
  if (later || deleted || program.textOf({ start: span.end, end: span.end + 1 }) !== '.') return undefined;
  return USUAL.get(name);
}

/** Imports all of them at the beginning of the cell. */
export function importThere(names: readonly MissingName[], program: Program): SpanFix | undefined {
  const [first] = names;
  const imports = names.flatMap(one => usualImport(one, program) ?? []);
  if (!first || imports.length < names.length) return undefined;
  const { start } = first.cell;
  // A line with `%%` must be the first of its cell.
  if (/^\s*%%/.test(program.textOf(first.cell))) return undefined;
  return {
    title: imports.length === 1 ? `Write \`${imports.join('')}\` above` : 'Import them above',
    safe: false,
    edits: [{ span: { start, end: start }, newText: imports.map(line => `${line}\n`).join('') }],
  };
}
