import type { DataTask } from './ports';
import type { Engine } from './engine';

/**
 * Reads the data files of every project, one project after the other. True when something else is known now. Where it is
 * cancelled, that is so of the projects that are left as well.
 */
export async function readData(engine: Engine, options: DataTask): Promise<boolean> {
  let anything = false;
  for (const { content } of engine.manifests.all()) {
    if (!content.ok) continue;
    if (await engine.data.read(content, options)) anything = true;
    if (await engine.predictions.read(content, options)) anything = true;
  }
  return anything;
}
