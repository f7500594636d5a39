import type { Parsed } from '../base/result';
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
import { LIFECYCLE } from './schema';
import type { CriterionTree, LifecycleTree, StageTree } from './schema';

/**
 * Reads a lifecycle, built in or a user's own, and recovers from its mistakes as the manifest does.
 *
 * @param file absolute path, with `/` as separator
 */
export function parseLifecycle(
  file: string,
  text: string,
  vocabulary: Vocabulary = NO_VOCABULARY,
): Parsed<Lifecycle> {
  const reading = startReading(file, text.replace(/^\uFEFF/, ''), vocabulary);
  const root = readYaml(reading);
  const tree = (root.entries.length > 0 ? read(reading, LIFECYCLE, root, '')?.value : undefined) ?? {};
  reportExtends(reading, tree);
  const stages = buildStages(reading, tree.stages?.value ?? [], 'stages');
  const groups = buildStages(reading, tree.groups?.value ?? [], 'groups');
  reportTwins(
    reading,
    [...(tree.stages?.value ?? []), ...(tree.groups?.value ?? [])].map(stage => stage.value.id),
  );
  reportReturns(reading, tree, stages);
  const id = tree.id?.value ?? file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  const value: Lifecycle = {
    id,
    title: tree.title?.value ?? id,
    summary: tree.summary?.value ?? '',
    stages,
    groups,
    ruleStages: ruleStagesOf(reading, tree, stages),
  };
  return { value, problems: problemsOf(reading) };
}

function buildStages(reading: Reading, trees: readonly StageTree[], path: string): readonly Stage[] {
  return trees.flatMap(({ value }, index): Stage[] => {
    const id = value.id?.value;
    if (id === undefined) return [];
    const at = `${path}[${index}].criteria`;
    const criteria = (value.criteria?.value ?? []).flatMap(
      (tree, i) => buildCriterion(reading, tree, `${at}[${i}]`) ?? [],
    );
    reportTwins(
      reading,
      (value.criteria?.value ?? []).map(criterion => criterion.value.id),
    );
    const returnsTo = value.returns_to?.value;
    return [{ id, title: value.title?.value ?? id, criteria, ...(returnsTo !== undefined && { returnsTo }) }];
  });
}

function buildCriterion(reading: Reading, { value }: CriterionTree, path: string): Criterion | undefined {
  if (!value.id) return undefined;
  const evidence = value.evidence && buildEvidence(reading, value.evidence, `${path}.evidence`);
  return {
    id: value.id.value,
    ask: value.ask?.value ?? value.id.value,
    // Evidence that cannot be read must not pass for met: a person has to look.
    evidence: evidence ?? { kind: 'manual' },
    ...(value.help && { help: value.help.value }),
    ...(value.rule && { rule: value.rule.value }),
    ...(value.doc && { doc: value.doc.value }),
    ...(value.returns_to && { returnsTo: value.returns_to.value }),
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
  report(reading, { code: `unknown-${what === 'stage' ? 'stage' : 'word'}`, message, range: at.range });
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

function reportExtends(reading: Reading, tree: LifecycleTree): void {
  if (!tree.extends) return;
  report(reading, {
    code: 'not-supported-yet',
    message: `\`extends\` is not supported yet: nothing is taken from \`${tree.extends.value}\`. Copy its stages into this file.`,
    range: tree.extends.range,
  });
}

const isRuleWord = (name: string): name is RuleWord => (RULE_WORDS as readonly string[]).includes(name);
