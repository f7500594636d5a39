import type { Parsed, Result } from '../base/result';
import { buildEvidence } from '../manifest/build/evidence';
import { didYouMean, nearest } from '../base/nearest';
import { read } from '../manifest/read/read';
import { problemsOf, report, startReading } from '../manifest/read/report';
import type { Reading } from '../manifest/read/report';
import { readYaml } from '../manifest/read/yaml';
import type { Located } from '../manifest/schema/types';
import { NO_VOCABULARY } from '../manifest/vocabulary';
import type { Vocabulary } from '../manifest/vocabulary';
import { RULE_WORDS } from './model';
import type { Criterion, Lifecycle, RuleWord, Stage } from './model';
import { patchCriteria, patchStages } from './patch';
import type { CriterionPatch, StagePatch } from './patch';
import { EXTENSION, LIFECYCLE } from './schema';
import type { CriterionTree, LifecycleTree, StageTree } from './schema';

/** The lifecycle that another one extends, or why it cannot be had. */
export type Base = Result<Lifecycle, string>;

/**
 * Reads a lifecycle, built in or a user's own, and recovers from its mistakes as the manifest does.
 *
 * @param file absolute path, with `/` as separator
 * @param base what its `extends` names (see {@link extendedBy})
 */
export function parseLifecycle(
  file: string,
  text: string,
  vocabulary: Vocabulary = NO_VOCABULARY,
  base?: Base,
): Parsed<Lifecycle> {
  const reading = startReading(file, text.replace(/^\uFEFF/, ''), vocabulary);
  const tree = readTree(reading);
  if (tree.extends && !base?.ok) reportBase(reading, tree.extends, base);
  const start = tree.extends && base?.ok ? base.value : undefined;
  const value = build(reading, tree, { start, extends: tree.extends !== undefined });
  return { value, problems: problemsOf(reading) };
}

function readTree(reading: Reading): LifecycleTree {
  const root = readYaml(reading);
  const schema = root.entries.some(({ name }) => name === 'extends') ? EXTENSION : LIFECYCLE;
  return (root.entries.length > 0 ? read(reading, schema, root, '')?.value : undefined) ?? {};
}

function build(reading: Reading, tree: LifecycleTree, known: Known): Lifecycle {
  const [stageTrees, groupTrees] = [tree.stages?.value ?? [], tree.groups?.value ?? []];
  const stages = buildStages(reading, stageTrees, 'stages', known);
  const groups = buildStages(reading, groupTrees, 'groups', known);
  reportTwins(
    reading,
    [...stageTrees, ...groupTrees].map(stage => stage.value.id),
  );
  reportReturns(reading, tree, stages);
  const id = tree.id?.value ?? reading.file.slice(reading.file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return {
    id,
    title: tree.title?.value ?? id,
    summary: tree.summary?.value ?? known.start?.summary ?? '',
    stages,
    groups,
    pitfalls: buildPitfalls(reading, tree, known),
    rulesOfThumb: tree.rules_of_thumb
      ? tree.rules_of_thumb.value.map(({ value }) => value)
      : (known.start?.rulesOfThumb ?? []),
    ruleStages: { ...known.start?.ruleStages, ...ruleStagesOf(reading, tree, stages) },
  };
}

/** What a lifecycle's text says that it extends. */
export function extendedBy(text: string): string | undefined {
  const reading = startReading('', text.replace(/^\uFEFF/, ''), NO_VOCABULARY);
  const entry = readYaml(reading).entries.find(({ name }) => name === 'extends');
  const value = entry?.value.kind === 'scalar' ? entry.value.value : undefined;
  return typeof value === 'string' ? value : undefined;
}

interface Known {
  readonly start: Lifecycle | undefined;
  readonly extends: boolean;
}

function buildStages(
  reading: Reading,
  trees: readonly StageTree[],
  path: 'stages' | 'groups',
  known: Known,
): readonly Stage[] {
  const before = known.start?.[path] ?? [];
  const patches = trees.flatMap(({ value }, index): StagePatch[] => {
    if (!value.id) return [];
    const old = before.find(stage => stage.id === value.id?.value);
    reportMove(reading, value, before, { what: 'stage', known });
    return [
      {
        id: value.id.value,
        drop: value.drop?.value ?? false,
        criteria: buildCriteria(reading, value.criteria?.value ?? [], `${path}[${index}].criteria`, {
          before: old?.criteria ?? [],
          known,
        }),
        ...(value.title && { title: value.title.value }),
        ...(value.returns_to && { returnsTo: value.returns_to.value }),
        ...(value.after && { after: value.after.value }),
      },
    ];
  });
  return patchStages(before, patches);
}

function buildPitfalls(reading: Reading, tree: LifecycleTree, known: Known): Lifecycle['pitfalls'] {
  const before = known.start?.pitfalls ?? [];
  return patchCriteria(
    before,
    buildCriteria(reading, tree.pitfalls?.value ?? [], 'pitfalls', { before, known }),
  );
}

function buildCriteria(
  reading: Reading,
  trees: readonly CriterionTree[],
  path: string,
  { before, known }: { readonly before: readonly Criterion[]; readonly known: Known },
): readonly CriterionPatch[] {
  reportTwins(
    reading,
    trees.map(criterion => criterion.value.id),
  );
  return trees.flatMap(({ value }, i) => {
    reportMove(reading, value, before, { what: 'criterion', known });
    const isNew = value.drop?.value !== true && !before.some(({ id }) => id === value.id?.value);
    if (known.extends && isNew && value.id && !value.ask) reportUnasked(reading, value.id);
    return buildCriterion(reading, value, `${path}[${i}]`) ?? [];
  });
}

function buildCriterion(
  reading: Reading,
  value: CriterionTree['value'],
  path: string,
): CriterionPatch | undefined {
  if (!value.id) return undefined;
  const evidence = value.evidence && buildEvidence(reading, value.evidence, `${path}.evidence`);
  return {
    id: value.id.value,
    drop: value.drop?.value ?? false,
    ...(value.ask && { ask: value.ask.value }),
    ...(evidence ? { evidence } : value.evidence && { evidence: { kind: 'manual' } }),
    ...(value.help && { help: value.help.value }),
    ...(value.rule && { rule: value.rule.value }),
    ...(value.doc && { doc: value.doc.value }),
    ...(value.returns_to && { returnsTo: value.returns_to.value }),
    ...(value.after && { after: value.after.value }),
  };
}

function ruleStagesOf(
  reading: Reading,
  tree: LifecycleTree,
  stages: readonly Stage[],
): Lifecycle['ruleStages'] {
  const entries = (tree.rule_stages?.value ?? []).flatMap(({ name, key, content }) => {
    if (!isRuleWord(name)) reportName(reading, { value: name, range: key }, RULE_WORDS, 'word of a rule');
    else if (content && knownStage(reading, content, stages)) return [[name, content.value] as const];
    return [];
  });
  return Object.fromEntries(entries);
}

function reportReturns(reading: Reading, tree: LifecycleTree, stages: readonly Stage[]): void {
  for (const { value } of tree.stages?.value ?? []) {
    const criteria = value.criteria?.value ?? [];
    for (const at of [value.returns_to, ...criteria.map(criterion => criterion.value.returns_to)]) {
      if (at) knownStage(reading, at, stages);
    }
  }
}

function knownStage(reading: Reading, at: Located<string>, stages: readonly Stage[]): boolean {
  const ids = stages.map(stage => stage.id);
  if (ids.includes(at.value)) return true;
  reportName(reading, at, ids, 'stage');
  return false;
}

function reportName(reading: Reading, at: Located<string>, known: readonly string[], what: string): void {
  const near = nearest(at.value, known);
  const hint = near === undefined ? ` There are ${known.join(', ')}.` : didYouMean(near);
  const message = `There is no ${what} \`${at.value}\` here.${hint}`;
  report(reading, { code: `unknown-${what.split(' ')[0] ?? what}`, message, range: at.range });
}

function reportTwins(reading: Reading, ids: readonly (Located<string> | undefined)[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (id && seen.has(id.value)) {
      const message = `The id \`${id.value}\` is given twice. Manifests name it, so it must be unique.`;
      report(reading, { code: 'duplicate-id', message, range: id.range });
    }
    if (id) seen.add(id.value);
  }
}

function reportBase(reading: Reading, at: Located<string>, base: Base | undefined): void {
  const reason = base && !base.ok ? base.failure : 'it was not looked for';
  report(reading, {
    code: 'base-not-read',
    message: `The lifecycle \`${at.value}\` cannot be extended: ${reason}. Name a file in this project, or a built-in lifecycle.`,
    range: at.range,
  });
}

/** `drop` and `after` name what the extended lifecycle has. */
function reportMove(
  reading: Reading,
  { id, drop, after }: Pick<CriterionTree['value'], 'id' | 'drop' | 'after'>,
  before: readonly { readonly id: string }[],
  { what, known }: { readonly what: string; readonly known: Known },
): void {
  const ids = before.map(one => one.id);
  const named = [...(drop?.value === true && id ? [id] : []), ...(after ? [after] : [])];
  if (!known.extends || !known.start) return;
  for (const at of named) if (!ids.includes(at.value)) reportName(reading, at, ids, what);
}

function reportUnasked(reading: Reading, id: Located<string>): void {
  report(reading, {
    code: 'missing-field',
    severity: 'warning',
    message: `\`${id.value}\` is new here, and asks nothing: write \`ask\`, or the id of a criterion that the extended lifecycle has.`,
    range: id.range,
  });
}

const isRuleWord = (name: string): name is RuleWord => (RULE_WORDS as readonly string[]).includes(name);
