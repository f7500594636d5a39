import type { History } from '../history/read';
import type { Lifecycle } from '../lifecycle/model';
import type { Manifest } from '../manifest/model';

/** A manifest as it was last read. */
export interface LoadedManifest {
  readonly file: string;
  readonly bytes: number;
  /** What it says, or why it could not be read. */
  readonly content:
    ({ readonly ok: true } & ManifestContent) | { readonly ok: false; readonly reason: string };
}

export interface ManifestContent {
  readonly manifest: Manifest;
  /** The lifecycle that it names, where there is one. */
  readonly lifecycle: Lifecycle | undefined;
  /** The files of a lifecycle of the user's own, whether they could be read or not. */
  readonly lifecycleFiles: readonly string[];
  /** The trail of what was decided; empty where there is none. */
  readonly history: History;
  /** Does `lint.exclude` leave a file out? */
  readonly excludes: (file: string) => boolean;
}
