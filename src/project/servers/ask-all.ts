import type { Engine } from '../engine';
import type { ServerTask } from './answers';

/** Asks the servers of every project. True when something else is known now. */
export async function askAll({ manifests, servers }: Engine, task: ServerTask): Promise<boolean> {
  let anything = false;
  for (const { content } of manifests.all()) {
    if (content.ok && (await servers.read(content, task))) anything = true;
  }
  return anything;
}
