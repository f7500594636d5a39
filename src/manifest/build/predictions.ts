import type { PredictionsEntry } from '../model';
import type { ManifestTree } from '../schema/manifest';
import type { Located, Named } from '../schema/types';
import { wordsOf } from './declarations';
import { rolesIn } from './roles';

type Given = NonNullable<NonNullable<ManifestTree['data']>['value']['predictions']>;
type Tree = Extract<Given, { readonly value: object }>;

const ROLES = [
  'y_true',
  'y_pred',
  'weight',
  'group',
  'split',
  'slices',
  'id',
  'time',
  'horizon',
  'lower',
  'upper',
  'latency',
  'cost',
] as const;

/** A file of predictions; none without a path. A path alone leaves what its columns are to their names. */
export function predictionsOf(given: Given | undefined): PredictionsEntry | undefined {
  if (!given) return undefined;
  if (isPath(given)) return { path: given.value, columns: {}, scores: [], roles: rolesIn(undefined) };
  return stated(given);
}

const isPath = (given: Given): given is Located<string> => typeof given.value === 'string';

function stated(tree: Tree): PredictionsEntry | undefined {
  if (!tree.value.path) return undefined;
  const { path, task, positive, threshold, season, coverage, roles } = tree.value;
  const { columns, scores } = columnsOf(tree.value);
  const truth = truthOf(tree.value.truth);
  const rival = rivalOf(tree.value.rival);
  return {
    path: path.value,
    columns,
    scores,
    roles: rolesIn(roles),
    ...(task && { task: task.value }),
    ...(positive && { positive: positive.value }),
    ...(threshold && { threshold: threshold.value }),
    ...(season && { season: season.value }),
    ...(coverage && { coverage: coverage.value }),
    ...(truth && { truth }),
    ...(rival && { rival }),
  };
}

function columnsOf(tree: Tree['value']): Pick<PredictionsEntry, 'columns' | 'scores'> {
  const { columns: score, scores } = scoresOf(tree.y_score?.value);
  const stated: (readonly [string, readonly string[]])[] = [
    ...ROLES.map(role => [role, wordsOf(tree[role])] as const),
    ['y_score', score],
  ];
  return { columns: Object.fromEntries(stated.filter(([, words]) => words.length > 0)), scores };
}

type Scores = NonNullable<Tree['value']['y_score']>['value'];

/** One column, several in the order of labels, or one for each class. */
function scoresOf(score: Scores | undefined): {
  readonly columns: readonly string[];
  readonly scores: PredictionsEntry['scores'];
} {
  if (score === undefined) return { columns: [], scores: [] };
  if (typeof score === 'string') return { columns: [score], scores: [] };
  const parts: readonly (Located<string> | Named<Located<string>>)[] = score;
  return {
    columns: parts.flatMap(part => ('name' in part ? [] : [part.value])),
    scores: parts.flatMap(part =>
      'name' in part && part.content ? [{ class: part.name, column: part.content.value }] : [],
    ),
  };
}

function truthOf(truth: Tree['value']['truth']): PredictionsEntry['truth'] {
  const { path, y_true: column, on } = truth?.value ?? {};
  const keys = wordsOf(on);
  if (!path || keys.length === 0) return undefined;
  return { path: path.value, on: keys, ...(column && { column: column.value }) };
}

function rivalOf(rival: Tree['value']['rival']): PredictionsEntry['rival'] {
  if (!rival) return undefined;
  const { name, path, y_pred: said, y_score: score } = rival.value;
  if (!path && !said && !score) return undefined;
  return {
    name: name?.value ?? 'the other model',
    ...(path && { path: path.value }),
    ...(said && { y_pred: said.value }),
    ...(score && { y_score: score.value }),
  };
}
