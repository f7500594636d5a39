import type { Engine } from './engine';
import { isInside } from './paths';

/** The projects, by their manifests' paths, that read runs from a file, or from anywhere in a folder. */
export async function projectsReading(engine: Engine, path: string): Promise<readonly string[]> {
  const readers: string[] = [];
  for (const { file, content } of engine.manifests.all()) {
    if (!content.ok) continue;
    const { facts } = await engine.metrics.of(content);
    const all = [...facts.table.runs, ...facts.passedOver.runs];
    if (all.some(run => isInside(path, run.file))) readers.push(file);
  }
  return readers;
}
