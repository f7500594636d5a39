import type { CriterionEntry, StageEntry } from '../model';
import { didYouMean, nearest } from '../../base/nearest';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import type { CriterionTree, ManifestTree, StageTree } from '../schema/manifest';
import type { Named, Located } from '../schema/types';
import { wordsOf } from './declarations';
import { buildEvidence } from './evidence';
import { parseWeeks } from './weeks';

export function buildStages(
  reading: Reading,
  tree: ManifestTree,
  lifecycle: string,
): ReadonlyMap<string, StageEntry> {
  const known = reading.vocabulary.stagesOf?.(lifecycle);
  const entries = (tree.stages?.value ?? []).map(stage => {
    if (known && !known.has(stage.name)) reportUnknown(reading, 'stage', stage, [...known.keys()]);
    return buildStage(reading, stage, known?.get(stage.name));
  });
  return new Map(entries.map(entry => [entry.id, entry]));
}

function buildStage(
  reading: Reading,
  stage: Named<Located<StageTree>>,
  known: readonly string[] | undefined,
): StageEntry {
  const content = stage.content?.value ?? {};
  const criteria = (content.criteria?.value ?? []).map(criterion => {
    const own = criterion.content?.value;
    if (known && !known.includes(criterion.name) && !own?.ask)
      reportUnknown(reading, 'criterion', criterion, known);
    return buildCriterion(reading, criterion, `stages.${stage.name}.criteria.${criterion.name}`);
  });
  const signedOff = signedOffOf(content);
  const weeks = content.weeks && parseWeeks(content.weeks.value);
  return {
    id: stage.name,
    range: stage.key,
    criteria: new Map(criteria.map(criterion => [criterion.id, criterion])),
    ...(signedOff && { signedOff }),
    ...(weeks && { weeks }),
  };
}

function buildCriterion(
  reading: Reading,
  { name, key, content }: Named<Located<CriterionTree>>,
  path: string,
): CriterionEntry {
  const tree = content?.value ?? {};
  const evidence = tree.evidence && buildEvidence(reading, tree.evidence, `${path}.evidence`);
  const by = wordsOf(tree.by).join(', ');
  if (tree.done && by === '') reportNobody(reading, tree.done, path);
  return {
    id: name,
    range: key,
    drop: tree.drop?.value ?? false,
    ...(tree.files && { files: wordsOf(tree.files) }),
    ...(tree.ask && { ask: tree.ask.value }),
    ...(tree.help && { help: tree.help.value }),
    ...(evidence && { evidence }),
    ...(tree.done && { done: { on: tree.done.value, by, ...(tree.note && { note: tree.note.value }) } }),
    ...(tree.waived && { waived: tree.waived.value }),
  };
}

/** Signed off only with who and when; the missing half has been reported. */
function signedOffOf(stage: StageTree): StageEntry['signedOff'] {
  const signed = stage.signed_off;
  const by = wordsOf(signed?.value.by).join(', ');
  return signed?.value.on && by !== '' ? { on: signed.value.on.value, by, range: signed.range } : undefined;
}

function reportNobody(reading: Reading, done: Located<string>, path: string): void {
  report(reading, {
    code: 'missing-field',
    severity: 'warning',
    message: `\`${path}\` is ticked by nobody. Add \`by:\` with a name.`,
    range: done.range,
  });
}

function reportUnknown(
  reading: Reading,
  what: 'stage' | 'criterion',
  { name, key }: Named<unknown>,
  known: readonly string[],
): void {
  const near = nearest(name, known);
  const otherwise =
    what === 'criterion'
      ? ' Add `ask:` to make it a criterion of your own.'
      : ` There are ${known.join(', ')}.`;
  report(reading, {
    code: `unknown-${what}`,
    severity: 'warning',
    message: `The lifecycle has no ${what} \`${name}\` here.${near === undefined ? otherwise : didYouMean(near)}`,
    range: key,
    ...(near !== undefined && { fix: { title: `Rename to ${near}`, newText: near } }),
  });
}
