import type { Engine } from './engine';
import type { FileReport } from './file-report';

/** What is known about a saved script or notebook; read and analysed now if it must be. */
export function reportOf(engine: Engine, file: string): Promise<FileReport> {
  return engine.lints.report(file, engine.lintContext(file, engine.manifests.owner(file)));
}
