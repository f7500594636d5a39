import * as vscode from 'vscode';
import { TRACKER } from '../../contributes/views';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';

/** Reads everything from disk again, and starts the server where it stopped. */
export async function refresh({ server, projects }: App): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: TRACKER.id } }, async () => {
    projects.show(await server.request(METHODS.refresh, undefined));
  });
}
