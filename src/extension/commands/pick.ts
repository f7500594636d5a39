import * as vscode from 'vscode';
import type { CriterionState, StageState } from '../../base/outcome';
import type { ProjectState } from '../../base/project';
import { OUTCOME_LOOKS, STATUS_LOOKS, fraction, titleOf } from '../tree/words';
import type { CriterionTarget, StageTarget } from './target';
import { sectionsOf } from './target';

/** Asks for one of the active project's stages; says `none` where no stage fits. */
export async function pickStage(
  project: ProjectState,
  fits: (stage: StageState) => boolean,
  words: { readonly placeholder: string; readonly none: string },
): Promise<StageTarget | undefined> {
  const items = project.stages.filter(fits).map(stage => {
    const look = STATUS_LOOKS[stage.status];
    return {
      label: `$(${look.icon.name}) ${stage.title}`,
      description: `${fraction(stage.progress)} · ${look.words}`,
      stage,
    };
  });
  const picked = await pickItem(items, words);
  return picked && { project, stage: picked.stage };
}

/** Asks for one of the active project's criteria; says `none` where no criterion fits. */
export async function pickCriterion(
  project: ProjectState,
  fits: (criterion: CriterionState) => boolean,
  words: { readonly placeholder: string; readonly none: string },
): Promise<CriterionTarget | undefined> {
  const items = sectionsOf(project).flatMap(stage =>
    stage.criteria.filter(fits).map(criterion => ({
      label: `$(${OUTCOME_LOOKS[criterion.outcome].icon.name}) ${titleOf(criterion.id)}`,
      description: stage.title,
      detail: criterion.ask,
      stage,
      criterion,
    })),
  );
  const picked = await pickItem(items, words);
  return picked && { project, stage: picked.stage, criterion: picked.criterion };
}

async function pickItem<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { placeholder, none }: { readonly placeholder: string; readonly none: string },
): Promise<T | undefined> {
  if (items.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  return vscode.window.showQuickPick(items, {
    placeHolder: placeholder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
}
