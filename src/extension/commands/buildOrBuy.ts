import * as vscode from 'vscode';
import { BUILD_OR_BUY } from '../../base/build-or-buy';
import type { BuildOrBuyAnswer, BuildOrBuyAnswers, BuildOrBuyQuestion } from '../../base/build-or-buy';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';
import { createText, isThere } from '../documents';
import { projectOf } from './target';

/** Asks whether to build in-house or with a partner, and writes the answers down; never over others without asking. */
export async function buildOrBuy({ server, projects }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  const answers = project && (await askAll());
  if (!project || !answers) return;
  const draft = await server.request(METHODS.buildOrBuy, { project: project.file, answers });
  if (!draft.ok) throw new Error(draft.message);
  const uri = vscode.Uri.file(draft.path);
  if (!(await isThere(uri))) {
    await createText(uri, draft.text);
    return;
  }
  const [open, replace] = ['Open It', 'Replace It'];
  const name = vscode.workspace.asRelativePath(uri);
  const choice = await vscode.window.showWarningMessage(
    `${name} is there already.`,
    { modal: true, detail: 'Replacing it loses what it says, the decision included.' },
    open,
    replace,
  );
  if (choice === open) await vscode.window.showTextDocument(uri);
  if (choice === replace) await createText(uri, draft.text, true);
}

const ANSWERS: readonly (vscode.QuickPickItem & { readonly answer: BuildOrBuyAnswer })[] = [
  { label: 'Yes', answer: 'yes' },
  { label: 'No', answer: 'no' },
  { label: 'Not sure', answer: 'unsure' },
];

/** `undefined` as soon as one question is left unanswered. */
async function askAll(): Promise<BuildOrBuyAnswers | undefined> {
  const answers: Partial<Record<BuildOrBuyQuestion, BuildOrBuyAnswer>> = {};
  for (const [index, { id, ask }] of BUILD_OR_BUY.entries()) {
    const picked = await vscode.window.showQuickPick(ANSWERS, {
      title: `Build or Buy (${index + 1}/${BUILD_OR_BUY.length})`,
      placeHolder: ask,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    answers[id] = picked.answer;
  }
  return isWhole(answers) ? answers : undefined;
}

function isWhole(
  answers: Partial<Record<BuildOrBuyQuestion, BuildOrBuyAnswer>>,
): answers is BuildOrBuyAnswers {
  return BUILD_OR_BUY.every(({ id }) => answers[id] !== undefined);
}
