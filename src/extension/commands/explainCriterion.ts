import type { App } from '../app';
import { explainRule } from './explainRule';
import { criterionOf } from './target';

/** Shows the page of the rule that explains a criterion. */
export async function explainCriterion(app: App, argument: unknown): Promise<void> {
  const rule = criterionOf(app.projects, argument)?.criterion.rule;
  if (rule !== undefined) await explainRule(app, rule);
}
