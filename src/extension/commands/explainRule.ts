import * as vscode from 'vscode';
import { RULE_ROWS } from '../../contributes/generated/rules';
import { ruleUri } from '../rulePages';
import type { App } from '../app';

/** Shows a rule's page: that of the finding at the cursor, else one that is picked. */
export async function explainRule(_app: App, argument: unknown): Promise<void> {
  const rule = typeof argument === 'string' ? argument : ((await ruleAtCursor()) ?? (await pickRule()));
  if (rule !== undefined) await vscode.commands.executeCommand('markdown.showPreview', ruleUri(rule));
}

/** The rule of the finding at the cursor; asks which, where several rules meet. */
async function ruleAtCursor(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { active } = editor.selection;
  const rules = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'holdout' && range.contains(active))
    .flatMap(({ code }) =>
      RULE_ROWS.filter(({ id }) => id === (typeof code === 'object' ? code.value : code)),
    );
  const [only, ...others] = [...new Set(rules)];
  return others.length === 0 ? only?.id : pick([...new Set(rules)]);
}

async function pickRule(): Promise<string | undefined> {
  if (RULE_ROWS.length > 0) return pick(RULE_ROWS);
  return undefined;
}

async function pick(rules: readonly (typeof RULE_ROWS)[number][]): Promise<string | undefined> {
  const items = rules.map(({ id, code, summary }) => ({ label: id, description: code, detail: summary, id }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which rule? By its name, its code such as A5, or what it reports',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}
