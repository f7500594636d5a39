import type { Log } from '../base/ports';
import type { ModuleSource } from '../base/source';
import type { LintResult } from '../rules/lint';
import { lint } from '../rules/lint';
import { NO_SIGHTS } from './file-report';
import type { LintSettings } from './lint-settings';
import type { OwnModules, Wanted } from './own-modules';

/** A module's findings, and what the analysis would have followed had it been loaded. */
export interface ModuleLint {
  readonly result: LintResult;
  /** Files that the answer rests on beside the module's own, there or not. */
  readonly looked: ReadonlySet<string>;
  readonly wanted: Wanted;
  /** The analysis failed: a bug. The file then has no findings, and says so. */
  readonly failure?: string;
}

export interface LintContext {
  readonly settings: LintSettings;
  readonly modules: OwnModules;
  /** Folders in which imports are looked for. */
  readonly importRoots: readonly string[];
  readonly log: Log;
}

/** Analyses a module at once, with what is loaded. A bug costs the findings of this one file, and is logged. */
export function lintModule(source: ModuleSource, context: LintContext, run: typeof lint = lint): ModuleLint {
  const { resolve, looked, wanted } = context.modules.lookUp(source.file, context.importRoots);
  try {
    return { result: run(source, { ...context.settings, resolve }), looked, wanted };
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.log.error(`The analysis of ${source.file} failed: ${trace}`);
    return { result: NOTHING, looked, wanted, failure: FAILED };
  }
}

/** Analyses a module with everything that it imports. */
export async function lintWhole(source: ModuleSource, context: LintContext): Promise<ModuleLint> {
  const { modules, importRoots } = context;
  await modules.prepare(source.file, source.text, importRoots);
  let lint = lintModule(source, context);
  for (let round = 0; round < MOST_ROUNDS && (await modules.load(lint.wanted)); round++) {
    lint = lintModule(source, context);
  }
  return lint;
}

/** Each round follows imports one module further than those before. */
const MOST_ROUNDS = 4;

const FAILED = 'the analysis of it failed, which is a bug in Holdout; please report it';

const NOTHING: LintResult = {
  findings: [],
  problems: [],
  suppressed: 0,
  sights: NO_SIGHTS,
  testScores: [],
  cutShort: false,
};
