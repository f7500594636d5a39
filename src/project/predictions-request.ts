import type { Files } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Manifest, PredictionsEntry } from '../manifest/model';
import { staysInside } from '../manifest/read/paths';
import type { Task } from '../predictions/evaluation';
import { TASKS } from '../predictions/evaluation';
import type { PredictionsRequest, StatedCosts } from '../predictions/request';
import type { Footprint } from './footprints';
import { tableFiles } from './table-files';

/** Files that could not even be found: which, and a clause why. */
export interface NotFound {
  readonly path: string;
  readonly reason: string;
}

/** What the host is asked to evaluate, from what the manifest says of predictions, target, costs and slices. */
export async function predictionsRequest(
  files: Files,
  manifest: Manifest,
  entry: PredictionsEntry,
  footprint: Footprint,
): Promise<Result<PredictionsRequest, NotFound>> {
  const found = async (path: string): Promise<Result<readonly string[], NotFound>> => {
    // Beside the project nobody tells of changes.
    const watched = staysInside(path) ? footprint.files : files;
    const table = await tableFiles(watched, manifest.root, path);
    if (!table.ok) return fail({ path, reason: table.failure });
    for (const file of table.value) footprint.look(file);
    return table;
  };
  const own = await found(entry.path);
  if (!own.ok) return own;
  const truth = entry.truth && (await found(entry.truth.path));
  if (truth && !truth.ok) return truth;
  const rival = entry.rival?.path === undefined ? undefined : await found(entry.rival.path);
  if (rival && !rival.ok) return rival;
  return ok({
    ...stated(manifest, entry),
    files: own.value,
    ...(entry.truth &&
      truth && { truth: { files: truth.value, on: entry.truth.on, ...columnOf(entry.truth) } }),
    ...(entry.rival && { rival: { ...rivalOf(entry.rival), ...(rival && { files: rival.value }) } }),
  });
}

function columnOf({ column }: NonNullable<PredictionsEntry['truth']>): { readonly column?: string } {
  return column === undefined ? {} : { column };
}

function rivalOf({ name, y_pred: said, y_score: score }: NonNullable<PredictionsEntry['rival']>) {
  return {
    name,
    ...(said !== undefined && { y_pred: said }),
    ...(score !== undefined && { y_score: score }),
  };
}

function stated(manifest: Manifest, entry: PredictionsEntry): Omit<PredictionsRequest, 'files'> {
  const { declarations } = manifest;
  const { target } = declarations;
  const task = taskIn(entry.task ?? manifest.fields.get('task')?.text);
  const positive = entry.positive ?? target?.positive;
  const costs = costsIn(manifest);
  const { columns, scores, roles, threshold, season, coverage } = entry;
  return {
    columns: { ...columns, ...(scores.length > 0 && { scores }) },
    splitRoles: roles,
    slices: words(manifest, 'data.slices'),
    groups: declarations.groups,
    ...(task && { task }),
    ...(positive !== undefined && { positive }),
    ...(target && { target: target.column }),
    ...(threshold !== undefined && { threshold }),
    ...(season !== undefined && { season }),
    ...(coverage !== undefined && { coverage }),
    ...(costs && { costs }),
  };
}

const taskIn = (text: string | undefined): Task | undefined => TASKS.find(task => task === text);

/** A list is one text, joined by commas. */
function words({ fields }: Manifest, path: string): readonly string[] {
  const text = fields.get(path)?.text ?? '';
  return text.split(',').flatMap(word => (word.trim() === '' ? [] : [word.trim()]));
}

/** `problem.cost`, where it has a number for both kinds of error. */
function costsIn({ fields }: Manifest): StatedCosts | undefined {
  const cost = (kind: string): number => Number.parseFloat(fields.get(`problem.cost.${kind}`)?.text ?? '');
  const [falsePositive, falseNegative] = [cost('false_positive'), cost('false_negative')];
  if (!(falsePositive >= 0 && falseNegative >= 0) || falsePositive + falseNegative === 0) return undefined;
  const unit = fields.get('problem.cost.unit')?.text;
  return { falsePositive, falseNegative, ...(unit !== undefined && { unit }) };
}
