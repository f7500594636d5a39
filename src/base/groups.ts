/** The groups of rules: slugs in settings, manifests and folders. The letter is the first of a rule's code. */
export const RULE_GROUPS = {
  leakage: { letter: 'A', title: 'Leakage into training or features' },
  'test-misuse': { letter: 'B', title: 'Test-set misuse' },
  evaluation: { letter: 'C', title: 'Evaluation correctness' },
  splits: { letter: 'D', title: 'Splitting: time, groups, mechanics' },
  training: { letter: 'E', title: 'Training correctness' },
  reproducibility: { letter: 'F', title: 'Reproducibility' },
  notebook: { letter: 'G', title: 'Notebook state' },
  'data-handling': { letter: 'H', title: 'Data handling' },
  deployment: { letter: 'I', title: 'Deployment and security' },
  lifecycle: { letter: 'J', title: 'Lifecycle' },
} as const satisfies Record<string, { letter: string; title: string }>;

export type RuleGroup = keyof typeof RULE_GROUPS;
