import type { Files } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import { newCard, renewedCard } from '../../exports/card/card';
import type { CardFacts } from '../../exports/card/facts';
import type { Manifest } from '../../manifest/model';
import type { ReportView } from '../../reports/view';
import type { Engine } from '../engine';
import type { Draft } from '../journal/journal';

/** A project's model card: a new one, or `before` with what Holdout wrote in it written again. */
export async function cardOf(
  { ports }: Engine,
  manifest: Manifest,
  view: ReportView,
  before: string | undefined,
): Promise<Result<Draft, string>> {
  const path = await pathOfCard(ports.files, manifest.root);
  const sources = { view, facts: factsOf(manifest), root: manifest.root };
  if (before === undefined || before.trim() === '') return ok({ path, text: newCard(sources) });
  const text = renewedCard(before, sources);
  return text.ok ? ok({ path, text: text.value }) : fail(text.failure);
}

const NEW_CARD = 'MODEL_CARD.md';
const IS_CARD = /^model[-_ ]?card\.md$/i;

/** The card that there is, at the root or among the documents; else where a new one goes. */
async function pathOfCard(files: Files, root: string): Promise<string> {
  for (const folder of [root, `${root}/docs`]) {
    const name = (await files.list(folder)).find(one => IS_CARD.test(one));
    if (name !== undefined) return `${folder}/${name}`;
  }
  return `${root}/${NEW_CARD}`;
}

const TABLE = /\.(csv|tsv|tab|parquet)$/i;

function factsOf({ fields, data }: Manifest): CardFacts {
  const field = (path: string): string | undefined => {
    const value = fields.get(path);
    return value?.filled ? value.text : undefined;
  };
  const paths = [field('data.splits.train'), field('data.splits.test'), data.table?.path];
  return { field, isTabular: paths.some(path => path !== undefined && TABLE.test(path)) };
}
