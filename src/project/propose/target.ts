import type { Files } from '../../base/ports';
import type { Proposed, ProposedSplit } from '../../manifest/propose/proposal';
import { namedTargets } from '../../manifest/propose/yaml-values';
import { csvCells } from '../../metrics/readers/csv-cells';
import { extensionOf } from '../paths';
import { readText } from '../text';
import type { Survey } from './survey';

const SETTINGS = /^((conf|config|configs)\/)?(params|config|settings|train|training|data)\.ya?ml$/;

/**
 * The column to be predicted, where the evidence for it is the only one: settings that call it so, or the one column that
 * the training split has and the test split lacks. Its name alone is no evidence.
 */
export async function findTarget(
  files: Files,
  { root, files: all }: Survey,
  splits: readonly ProposedSplit[],
): Promise<Proposed | undefined> {
  const [train, test] = ['train', 'test'].map(name => splits.find(split => split.name === name));
  const columns = train && (await headerOf(files, root, train.value));
  if (!train || !columns) return undefined;
  const found: Proposed[] = [];
  for (const path of all.filter(file => SETTINGS.test(file))) {
    const text = await readText(files, `${root}/${path}`);
    const named = text.ok ? namedTargets(text.value.text) : [];
    const there = named.filter(column => columns.includes(column));
    found.push(...there.map(value => ({ value, why: `named in ${path}, and a column of ${train.value}` })));
  }
  const others = test && (await headerOf(files, root, test.value));
  const lacking = others ? columns.filter(column => !others.includes(column)) : [];
  const [only] = lacking;
  if (test && only !== undefined && lacking.length === 1)
    found.push({ value: only, why: `the one column of ${train.value} that ${test.value} lacks` });
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined;
}

/** The columns of a text table; `undefined` where they cannot be told. */
async function headerOf(files: Files, root: string, path: string): Promise<readonly string[] | undefined> {
  if (!['.csv', '.tsv'].includes(extensionOf(path))) return undefined;
  const read = await readText(files, `${root}/${path}`);
  if (!read.ok) return undefined;
  const [line = ''] = read.value.text.split(/\r\n|\r|\n/, 1);
  return csvCells(line)[0]?.map(({ text }) => text);
}
