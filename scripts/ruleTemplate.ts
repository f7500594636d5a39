import type { RuleGroup } from '../src/base/groups';

/** What a new rule is, before anybody has thought about it. */
export interface NewRule {
  readonly group: RuleGroup;
  /** `fit-before-split`. */
  readonly id: string;
  /** `A14`. */
  readonly code: string;
  /** The version that will bring it. */
  readonly since: string;
}

/** The sections of every rule's page, in this order. The document test asks for them. */
export const PAGE_SECTIONS: readonly string[] = [
  'What it does',
  'Why it is bad',
  'Examples',
  'What to write instead',
  'Fix',
  'Known gaps',
];

/** `fit-before-split` → `fitBeforeSplit`: the name under which a rule's file exports it. */
export function exportName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A rule that compiles and finds nothing. */
export function ruleText({ group, id, code, since }: NewRule): string {
  return `import type { Span } from '../../base/place';
import { defineRule } from '../contract';

/** One root cause: what \`find\` saw and \`word\` needs. */
interface Match {
  readonly span: Span;
}

export const ${exportName(id)} = defineRule<Match>({
  id: '${id}',
  code: '${code}',
  group: '${group}',
  stage: 'evaluation',
  severity: 'warning',
  tier: 'probable',
  since: '${since}',

  find(_program) {
    // Query the program for the facts that may make the rule true.
    return [];
  },

  // What must be left alone, by a name that says why; \`merge\` makes one match per root cause where there are more.
  guards: {},

  word(match) {
    return {
      span: match.span,
      message: 'TODO: what is wrong, which number cannot be believed, and what to do.',
      path: [],
    };
  },
});
`;
}

/** Its page: the blocks under Examples are the test, and fail until the rule does what they say. */
export function pageText({ id }: NewRule): string {
  return `# \`${id}\`

TODO: one sentence that says what the rule reports.

## What it does

TODO: the flow that it looks for, in words.

## Why it is bad

TODO: which number becomes untrue, and by how much where it was measured.

## Examples

\`\`\`py
raise NotImplementedError('the smallest program that is wrong')  # expect: ${id}
\`\`\`

## What to write instead

\`\`\`py
raise NotImplementedError('the same program, right')
\`\`\`

## Fix

TODO: what the quick fix changes and why that is safe; or that there is none, and why. A pair of blocks \`py before\`
and \`py after\` tests it.

## Known gaps

TODO: what it does not see, as \`# missing: ${id}\`, and where it is wrong, as \`# spurious: ${id}\`.
`;
}
