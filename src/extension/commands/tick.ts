import * as vscode from 'vscode';
import type { CriterionState } from '../../base/outcome';
import { commandName } from '../../contributes/commands';
import { act } from '../act';
import type { App } from '../app';
import { isTickable, isUntickable } from '../tree/criterion';
import type { Row } from '../tree/rows';
import { titleOf } from '../tree/words';
import { wordLoss } from './loss';
import { pickCriterion } from './pick';
import type { CriterionTarget } from './target';
import { criterionOf, projectOf } from './target';
import { whoActs, whoTicks } from './who';

/** Ticks a criterion that people answer, or that no machine can tell. */
export async function tick(app: App, argument: unknown): Promise<void> {
  const target = await find(app, argument, isTickable, {
    placeholder: 'What is done?',
    none: 'No criterion waits for a tick.',
  });
  const by = target && (await whoTicks(app, target.project.file));
  if (by) await act(app.server, { kind: 'tick', ...manifestIds(target), by });
}

/** Takes a tick back; asks first where more than a name would go with it. */
export async function untick(app: App, argument: unknown): Promise<void> {
  const target = await find(app, argument, isUntickable, {
    placeholder: 'What is not done after all?',
    none: 'No criterion is ticked.',
  });
  if (!target || !(await isMeant(target.criterion))) return;
  await act(app.server, {
    kind: 'untick',
    ...manifestIds(target),
    ...(await whoActs(app, target.project.file)),
  });
}

/** Follows a box in the tracker. VS Code has drawn it ticked already: where nothing was written, it is drawn anew. */
export async function followBox(app: App, row: Row, checked: boolean): Promise<void> {
  // As a command: what goes wrong in one is said.
  await vscode.commands.executeCommand(commandName(checked ? 'tick' : 'untick'), row);
  app.tracker.redraw(row);
}

/** Ticks a row, or takes its tick back; a row that nobody ticks is opened or closed, as the key does elsewhere. */
export async function toggleTick(app: App, argument: unknown): Promise<void> {
  const criterion = criterionOf(app.projects, argument)?.criterion;
  if (criterion && isTickable(criterion)) await tick(app, argument);
  else if (criterion && isUntickable(criterion)) await untick(app, argument);
  else await vscode.commands.executeCommand('list.toggleExpand');
}

/** How a manifest names a criterion. */
export function manifestIds({ project, stage, criterion }: CriterionTarget) {
  return { project: project.file, stage: stage.id, criterion: criterion.id };
}

async function isMeant({ id, tick: given }: CriterionState): Promise<boolean> {
  const loss = wordLoss(given);
  if (loss === undefined) return true;
  const yes = 'Untick';
  const answer = await vscode.window.showWarningMessage(
    `Untick “${titleOf(id)}”?`,
    { modal: true, detail: loss },
    yes,
  );
  return answer === yes;
}

async function find(
  { projects }: App,
  argument: unknown,
  fits: (criterion: CriterionState) => boolean,
  words: { readonly placeholder: string; readonly none: string },
): Promise<CriterionTarget | undefined> {
  const pointed = criterionOf(projects, argument);
  const project = projectOf(projects, argument);
  if (pointed || !project) return pointed;
  return pickCriterion(project, fits, words);
}
