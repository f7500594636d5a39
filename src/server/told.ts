import type { ProjectsMessage } from '../protocol/messages';

/**
 * What the extension is told of projects, again after each change: of the looks at a test set their number. Of ten thousand
 * runs they would be megabytes, and only the pages show them, which ask for them.
 */
export function toldOf({ projects, ...rest }: ProjectsMessage): ProjectsMessage {
  return {
    ...rest,
    projects: projects.map(project =>
      project.ledger ? { ...project, ledger: { ...project.ledger, looks: [] } } : project,
    ),
  };
}
