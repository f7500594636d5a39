import { evidence, fields, flag, list, map, text } from '../manifest/schema/types';
import type { Read } from '../manifest/schema/types';

const id = text({ format: 'id' });
const stageId = text({ format: 'id', refers: 'stage' });
const criterionId = text({ format: 'id', refers: 'criterion' });
const stage = text({ refers: 'stage' });

/** `whole`: nothing may be missing; in a lifecycle that extends another, what is not said stays as it is there. */
const criterionFields = (whole: boolean) =>
  fields({
    id: {
      type: criterionId,
      doc: 'Its id, by which manifests name it.',
      required: true,
      examples: ['decision'],
    },
    ask: {
      type: text(),
      doc: 'A short question or imperative.',
      required: whole,
      examples: ['Which decision does it support?'],
    },
    help: { type: text(), doc: 'One line of help.' },
    rule: {
      type: text({ refers: 'rule' }),
      doc: 'The rule that explains it.',
      examples: ['fit-before-split'],
    },
    doc: { type: text(), doc: 'The document that explains it.', examples: ['manifest.md#problem'] },
    returns_to: { type: stage, doc: 'The stage that work goes back to when it fails after the sign-off.' },
    evidence: {
      type: evidence,
      doc: 'What answers it; a person ticks it unless said.',
      examples: ['{ field: problem.decision }'],
    },
    after: {
      type: text({ refers: 'criterion' }),
      doc: 'With `extends`: the criterion that a new one stands behind.',
    },
    drop: { type: flag, doc: 'With `extends`: removes the criterion.' },
  });

const stageFields = (whole: boolean) =>
  fields({
    id: {
      type: stageId,
      doc: 'Its id, by which manifests name it.',
      required: true,
      examples: ['data-collection'],
    },
    title: { type: text(), doc: 'Its name in the tracker.', required: whole, examples: ['Data collection'] },
    returns_to: { type: stage, doc: 'The stage that work goes back to when this one is reopened.' },
    criteria: {
      type: list(criterionFields(whole)),
      doc: 'What it asks.',
      required: whole,
      examples: ['[{ id: sources, ask: Where from? }]'],
    },
    after: { type: stage, doc: 'With `extends`: the stage that a new one stands behind.' },
    drop: { type: flag, doc: 'With `extends`: removes the stage.' },
  });

const lifecycleFields = (whole: boolean) =>
  fields({
    id: { type: id, doc: 'Its id.', required: true, examples: ['our-lifecycle'] },
    title: { type: text(), doc: 'Its name.', required: true, examples: ['How we work'] },
    summary: { type: text(), doc: 'Whom it suits.' },
    extends: {
      type: text({ refers: 'lifecycle' }),
      doc: 'A lifecycle to start from, built in or a file: stages and criteria of the same id change it, others are added.',
      examples: ['nine-stage', './base.yaml'],
    },
    rule_stages: {
      type: map('word of a rule', stage, { refers: 'rule-word' }),
      doc: 'Which stage the words of rules mean.',
    },
    stages: {
      type: list(stageFields(whole)),
      doc: 'The stages in order.',
      required: whole,
      examples: ['[{ id: idea, title: Idea, criteria: [] }]'],
    },
    groups: { type: list(stageFields(whole)), doc: 'Groups of criteria beside the stages.' },
    pitfalls: {
      type: list(criterionFields(whole)),
      doc: 'What commonly goes wrong: shown as a warning while its evidence is not met, and counted nowhere. `ask` states it.',
    },
    rules_of_thumb: { type: list(text()), doc: 'Sayings that are shown as they are.' },
  });

/** A lifecycle, built in or a user's own, written down once. */
export const LIFECYCLE = lifecycleFields(true);

/** A lifecycle that changes another. */
export const EXTENSION = lifecycleFields(false);

export type LifecycleTree = Read<typeof LIFECYCLE>['value'];
export type StageTree = NonNullable<LifecycleTree['stages']>['value'][number];
export type CriterionTree = NonNullable<StageTree['value']['criteria']>['value'][number];
