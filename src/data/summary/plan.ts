/** What is looked for in a table, fixed before its rows are read, so that all files of a project are looked at alike. */
export interface Plan {
  /** Columns by which rows are compared: those that all compared files have, without target, identifiers and labels. */
  readonly compared: readonly string[];
  readonly target?: string;
  readonly time?: string;
  readonly groups: readonly string[];
  readonly annotators: readonly string[];
  /** Columns that say nothing of a class: identifiers, annotators' labels, the split. */
  readonly notFeatures: readonly string[];
}

/** A text that is the same for the same plan. */
export function planKey(plan: Plan): string {
  return JSON.stringify([
    plan.compared,
    plan.target ?? null,
    plan.time ?? null,
    plan.groups,
    plan.annotators,
    plan.notFeatures,
  ]);
}
