import type { Log } from '../base/ports';
import type { Manifest } from '../manifest/model';
import type { LintContext } from './lint-module';
import type { RuleSeverities } from './lint-settings';
import { settingsTable } from './lint-settings';
import type { OwnModules } from './own-modules';
import { isInside } from './paths';

/** Says how each file is linted. */
export interface LintContexts {
  contextOf(file: string, owner: Manifest | undefined): LintContext;
  /** The user's own severities. */
  configure(severities: RuleSeverities): void;
}

export function lintContexts(given: {
  readonly modules: OwnModules;
  readonly log: Log;
  readonly roots: readonly string[];
}): LintContexts {
  const { settingsOf, configure } = settingsTable();
  const { modules, log, roots } = given;
  return {
    configure,
    contextOf: (file, owner) => {
      const root = owner?.root ?? roots.find(folder => isInside(folder, file));
      // A project's own packages lie at its root, or under `src`.
      const importRoots = root === undefined ? [] : [root, `${root === '/' ? '' : root}/src`];
      return { settings: settingsOf(owner), modules, importRoots, log };
    },
  };
}
