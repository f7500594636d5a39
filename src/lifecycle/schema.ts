import { evidence, fields, list, map, text } from '../manifest/schema/types';
import type { Read } from '../manifest/schema/types';

const id = text({ format: 'id' });

const CRITERION = fields({
  id: { type: id, doc: 'Its id, by which manifests name it.', required: true, examples: ['decision'] },
  ask: {
    type: text(),
    doc: 'A short question or imperative.',
    required: true,
    examples: ['Which decision does it support?'],
  },
  help: { type: text(), doc: 'One line of help.' },
  rule: { type: text(), doc: 'The rule that explains it.', examples: ['fit-before-split'] },
  doc: { type: text(), doc: 'The document that explains it.', examples: ['manifest.md#problem'] },
  returns_to: { type: text(), doc: 'The stage that work goes back to when it fails after the sign-off.' },
  evidence: {
    type: evidence,
    doc: 'What answers it; a person ticks it unless said.',
    examples: ['{ field: problem.decision }'],
  },
});

const STAGE = fields({
  id: { type: id, doc: 'Its id, by which manifests name it.', required: true, examples: ['data-collection'] },
  title: { type: text(), doc: 'Its name in the tracker.', required: true, examples: ['Data collection'] },
  returns_to: { type: text(), doc: 'The stage that work goes back to when this one is reopened.' },
  criteria: {
    type: list(CRITERION),
    doc: 'What it asks.',
    required: true,
    examples: ['[{ id: sources, ask: Where from? }]'],
  },
});

/** A lifecycle, built in or a user's own, written down once. */
export const LIFECYCLE = fields({
  id: { type: id, doc: 'Its id.', required: true, examples: ['our-lifecycle'] },
  title: { type: text(), doc: 'Its name.', required: true, examples: ['How we work'] },
  summary: { type: text(), doc: 'Whom it suits.' },
  extends: { type: text(), doc: 'A lifecycle to start from. Not supported yet.' },
  rule_stages: { type: map('word of a rule', text()), doc: 'Which stage the words of rules mean.' },
  stages: {
    type: list(STAGE),
    doc: 'The stages in order.',
    required: true,
    examples: ['[{ id: idea, title: Idea, criteria: [] }]'],
  },
  groups: { type: list(STAGE), doc: 'Groups of criteria beside the stages.' },
});

export type LifecycleTree = Read<typeof LIFECYCLE>['value'];
export type StageTree = NonNullable<LifecycleTree['stages']>['value'][number];
export type CriterionTree = NonNullable<StageTree['value']['criteria']>['value'][number];
