import * as vscode from 'vscode';
import { FEWEST_RUNS as FEWEST, MOST_RUNS as MOST } from '../../base/compared-runs';
import type { RunChoice } from '../../protocol/compare';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';
import { isWithin } from '../panels/inside';
import { projectMeant } from './target';

interface RunItem extends vscode.QuickPickItem {
  readonly run: RunChoice;
}

/** Asks which runs of a project to compare; those of a folder in the Explorer are picked already. */
export async function compareRuns({ projects, server, comparisons }: App, argument: unknown): Promise<void> {
  const folder = argument instanceof vscode.Uri ? argument.fsPath : undefined;
  const owner =
    folder === undefined ? undefined : projects.all.find(({ file }) => isWithin(folderOf(file), folder));
  const project =
    owner ?? projectMeant(projects, [comparisons.active], folder === undefined ? argument : undefined);
  if (!project) return;
  const { runs } = await server.request(METHODS.runs, { project: project.file });
  if (runs.length < FEWEST) {
    const found = runs.length === 0 ? 'no run' : 'one run';
    void vscode.window.showInformationMessage(
      `${project.name} has ${found}. Name at least two under \`runs\` in the manifest to compare them.`,
    );
    return;
  }
  const ids = await pickRuns(project.name, runs, run => folder !== undefined && isPicked(folder, run));
  if (ids) comparisons.open(project.file, ids);
}

const folderOf = (file: string): string => vscode.Uri.joinPath(vscode.Uri.file(file), '..').fsPath;

function isPicked(folder: string, { file }: RunChoice): boolean {
  return file === folder || isWithin(folder, file);
}

/** The ids of two to six runs, in the order of the list; `undefined` when nothing was picked. */
async function pickRuns(
  project: string,
  runs: readonly RunChoice[],
  isChosen: (run: RunChoice) => boolean,
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<RunItem>();
  pick.title = `Compare Runs: ${project}`;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = runs.map(run => itemOf(run));
  pick.selectedItems = pick.items.filter(({ run }) => isChosen(run)).slice(0, MOST);
  const say = (): void => {
    pick.placeholder = placeholder(pick.selectedItems.length);
  };
  say();
  return new Promise(resolve => {
    pick.onDidChangeSelection(say);
    pick.onDidAccept(() => {
      const chosen = pick.items.filter(item => pick.selectedItems.includes(item));
      if (chosen.length < FEWEST || chosen.length > MOST) return;
      resolve(chosen.map(({ run }) => run.id));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemOf(run: RunChoice): RunItem {
  const detail = [run.time, run.status].filter(part => part !== undefined).join(' · ');
  return { label: run.name, description: run.path, ...(detail !== '' && { detail }), run };
}

function placeholder(count: number): string {
  if (count > MOST) return `Pick at most ${MOST} runs (${count} are picked)`;
  return count < FEWEST ? `Which runs? Pick ${FEWEST} to ${MOST}` : `Compare ${count} runs`;
}
