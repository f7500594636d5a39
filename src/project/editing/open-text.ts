import type { ProjectState } from '../../base/project';

/** A manifest or a lifecycle of a project as an editor holds it, saved or not. */
export interface OpenText {
  /** Absolute path with `/` as separator. */
  readonly file: string;
  readonly text: string;
  /** What the editor holds of another file; what is on disk counts where it holds nothing. */
  readonly textOf: (file: string) => string | undefined;
  /** How a project, by its manifest, was last told to stand. */
  readonly stateOf: (manifest: string) => ProjectState | undefined;
}
