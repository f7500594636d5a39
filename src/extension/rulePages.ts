import * as vscode from 'vscode';
import { RULE_SCHEME } from '../contributes/views';
import { METHODS } from '../protocol/messages';
import type { Server } from './client';

/** The read-only document that holds a rule's page. */
export function ruleUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
}

/** Serves the pages of rules as Markdown documents, from the server. */
export function registerRulePages(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    provideTextDocumentContent: async ({ path }, token) => {
      const rule = path.replace(/^\/|\.md$/g, '');
      const { markdown } = await server.request(METHODS.explain, { rule }, token);
      return markdown ?? `# ${rule}\n\nThere is no rule of this name.\n`;
    },
  });
}
