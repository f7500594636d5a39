import type { ProposedSplit } from '../../manifest/propose/proposal';
import { splitWord } from '../../metrics/names';
import { extensionOf, folderOf, nameOf } from '../paths';
import type { Survey } from './survey';

/** The splits that lie together, and what else was seen. */
export interface SplitsFound {
  readonly splits: readonly ProposedSplit[];
  readonly notes: readonly string[];
}

/** Files that differ in the word of their split alone: `data/train_v2.csv`, `data/test_v2.csv`. */
interface Candidates {
  readonly folder: string;
  readonly paths: ReadonlyMap<string, string>;
  /** What stands in the names beside the split. */
  readonly rest: string;
}

const TABLES = new Set(['.csv', '.tsv', '.parquet', '.jsonl']);
const ORDER = ['train', 'validation', 'test'];
/** Where a project has several, those that a model is trained on come first. */
const STAGES = ['processed', 'final', 'prepared', 'features', 'interim', 'raw', 'external'];

/** Data files, else folders, that are named like splits and lie together: at least two of them. */
export function findSplits(survey: Survey): SplitsFound {
  const tables = survey.files.filter(path => TABLES.has(extensionOf(path)));
  const ofFiles = best(candidatesIn(tables), 'by its name');
  if (ofFiles.splits.length > 0 || ofFiles.notes.length > 0) return ofFiles;
  const filled = survey.folders.filter(folder => survey.files.some(file => file.startsWith(`${folder}/`)));
  return best(candidatesIn(filled), 'the folder, by its name');
}

function candidatesIn(paths: readonly string[]): readonly Candidates[] {
  const groups = new Map<string, { folder: string; rest: string; paths: Map<string, string> }>();
  for (const path of paths) {
    const named = splitIn(path);
    if (!named) continue;
    const folder = path.includes('/') ? folderOf(path) : '';
    const key = `${folder}\n${named.rest}\n${extensionOf(path)}`;
    const group = groups.get(key) ?? { folder, rest: named.rest, paths: new Map<string, string>() };
    if (!group.paths.has(named.split)) group.paths.set(named.split, path);
    groups.set(key, group);
  }
  return [...groups.values()].filter(group => group.paths.size > 1);
}

/** The one word of a name that names a split; labels apart from their features (`y_train.csv`) are no table of a split. */
function splitIn(path: string): { readonly split: string; readonly rest: string } | undefined {
  const name = nameOf(path);
  const words = name.slice(0, name.length - extensionOf(name).length).split(/[\s_.-]+/);
  const splits = words.filter(word => splitWord(word) !== undefined);
  const [only] = splits;
  const split = only === undefined || splits.length > 1 ? undefined : splitWord(only);
  const rest = words.filter(word => word !== only);
  if (split === undefined || rest.some(word => /^(y|labels?|targets?)$/i.test(word))) return undefined;
  return { split, rest: rest.join('_') };
}

function best(candidates: readonly Candidates[], why: string): SplitsFound {
  const [first, second] = [...candidates].sort((a, b) => rank(a) - rank(b) || a.rest.length - b.rest.length);
  if (!first) return { splits: [], notes: [] };
  if (second && rank(first) === rank(second) && first.rest.length === second.rest.length) {
    const note = `Splits lie in ${shown(first)} and in ${shown(second)}; name those that count under data.splits.`;
    return { splits: [], notes: [note] };
  }
  const splits = ORDER.flatMap(name => {
    const value = first.paths.get(name);
    return value === undefined ? [] : [{ name, value, why }];
  });
  return { splits, notes: [] };
}

/** Smaller is better: the folder's stage, then how many splits there are. */
function rank({ folder, paths }: Candidates): number {
  const stage = STAGES.findIndex(word => folder.toLowerCase().split('/').includes(word));
  return (stage < 0 ? 1.5 : stage) * ORDER.length - paths.size;
}

const shown = ({ folder }: Candidates): string => (folder === '' ? 'the root' : `${folder}/`);
