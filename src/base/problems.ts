import type { Problem } from './result';

/** Problems that leave so little of a manifest that what is shown of the project means nothing. */
const FATAL: ReadonlySet<string> = new Set([
  'bad-yaml',
  'empty',
  'not-a-mapping',
  'too-large',
  'unknown-lifecycle',
  'lifecycle-not-read',
]);

/** Does this problem keep the manifest from being used at all? */
export function isFatal({ code, severity }: Problem): boolean {
  return severity === 'error' && FATAL.has(code);
}

const SEVERITIES = ['error', 'warning', 'information'] as const;

/** The problem to mend first: the most severe, among those one that makes the rest meaningless, then the first by place. */
export function worstProblem(problems: readonly Problem[]): Problem | undefined {
  const weight = (problem: Problem): number =>
    SEVERITIES.indexOf(problem.severity) * 2 + (isFatal(problem) ? 0 : 1);
  return [...problems].sort((a, b) => weight(a) - weight(b))[0];
}
