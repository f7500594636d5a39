import * as vscode from 'vscode';
import type { App } from '../app';
import { criterionMarkdown, projectMarkdown, stageMarkdown } from '../tree/copy';
import { criterionOf, projectOf, stageOf } from './target';

/** Puts a criterion, a stage or a project onto the clipboard, as Markdown. */
export async function copyMarkdown({ projects }: App, argument: unknown): Promise<void> {
  const criterion = criterionOf(projects, argument)?.criterion;
  const stage = stageOf(projects, argument)?.stage;
  const project = projectOf(projects, argument);
  const text = criterion
    ? criterionMarkdown(criterion)
    : stage
      ? stageMarkdown(stage)
      : project && projectMarkdown(project);
  if (text !== undefined) await vscode.env.clipboard.writeText(`${text}\n`);
}
