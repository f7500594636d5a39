import type { App } from '../app';
import { projectOf } from './target';

/** Opens the timeline of the row's project, or of the active one. */
export async function showHistory({ projects, histories }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  if (project) histories.open(project.file, project.name, 'timeline');
}

/** Opens the same page at the test-set ledger. */
export async function showLedger({ projects, histories }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  if (project) histories.open(project.file, project.name, 'ledger');
}
