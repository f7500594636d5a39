import type { Declarations } from '../base/declarations';
import { NO_DECLARATIONS } from '../base/declarations';
import type { Severity } from '../base/finding';
import type { Manifest } from '../manifest/model';

export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

/** How one file is linted: what its project and the user have said. */
export interface LintSettings {
  /** By rule id; rules that are not named keep their own severity. */
  readonly severities: RuleSeverities;
  readonly declarations: Declarations;
  /** Two settings with the same key give the same findings. */
  readonly key: string;
}

/** The settings of each project under the user's own severities, computed once. */
export interface SettingsTable {
  settingsOf(manifest: Manifest | undefined): LintSettings;
  configure(severities: RuleSeverities): void;
}

export function settingsTable(): SettingsTable {
  let own: RuleSeverities = new Map();
  let withoutManifest = lintSettings(undefined, own);
  let known = new WeakMap<Manifest, LintSettings>();
  return {
    settingsOf: manifest => {
      if (!manifest) return withoutManifest;
      const settings = known.get(manifest) ?? lintSettings(manifest, own);
      known.set(manifest, settings);
      return settings;
    },
    configure: severities => {
      own = severities;
      withoutManifest = lintSettings(undefined, own);
      known = new WeakMap();
    },
  };
}

/** The project's manifest comes before the user's own settings. */
function lintSettings(manifest: Manifest | undefined, own: RuleSeverities): LintSettings {
  const severities = new Map([...own, ...(manifest?.lint.rules ?? [])]);
  const declarations = manifest?.declarations ?? NO_DECLARATIONS;
  return { severities, declarations, key: JSON.stringify([[...severities].sort(), declarations]) };
}
