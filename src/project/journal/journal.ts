import type { BuildOrBuyAnswers } from '../../base/build-or-buy';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import { dayOf } from '../act';
import type { Engine } from '../engine';
import { report } from '../report';
import { readText } from '../text';
import { BUILD_OR_BUY_PATH, buildOrBuyText } from './build-or-buy';
import { JOURNAL_PATH, newEntry } from './entry';
import { storyOf } from './story';

/** A document that the host writes, or appends to: nothing is written here. */
export interface Draft {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** What to append to a project's journal for a new entry; `stage` is an id. */
export function draftEntry(
  { manifests, ports }: Engine,
  file: string,
  { stage, before }: { readonly stage: string; readonly before?: string | undefined },
): Result<Draft, string> {
  const content = manifests.get(file)?.content;
  if (!content?.ok) return fail(`${file} cannot be read.`);
  const { manifest, lifecycle } = content;
  const title = lifecycle?.stages.find(({ id }) => id === stage)?.title ?? stage;
  const day = dayOf(new Date(ports.clock.now()));
  const text = newEntry(before, { day, stage: title, project: manifest.name });
  return ok({ path: `${manifest.root}/${JOURNAL_PATH}`, text });
}

/** The journal of a project as one story. */
export async function exportJournal(engine: Engine, file: string): Promise<Result<Draft, string>> {
  const content = engine.manifests.get(file)?.content;
  const view = await report(engine, file);
  if (!content?.ok || !view) return fail(`${file} cannot be read.`);
  const { manifest, lifecycle } = content;
  const path = `${manifest.root}/${JOURNAL_PATH}`;
  const journal = await readText(engine.ports.files, path);
  if (!journal.ok) return fail(`There is no journal to export: ${JOURNAL_PATH}: ${journal.failure.message}.`);
  const stages = lifecycle?.stages.map(({ title }) => title) ?? [];
  return ok({
    path,
    text: storyOf({ project: manifest.name, stages, journal: journal.value.text, report: view }),
  });
}

/** The document that a questionnaire leads to. */
export function draftBuildOrBuy(
  { manifests, ports }: Engine,
  file: string,
  answers: BuildOrBuyAnswers,
): Result<Draft, string> {
  const content = manifests.get(file)?.content;
  if (!content?.ok) return fail(`${file} cannot be read.`);
  const { name, root } = content.manifest;
  const text = buildOrBuyText(name, answers, dayOf(new Date(ports.clock.now())));
  return ok({ path: `${root}/${BUILD_OR_BUY_PATH}`, text });
}
