import type { BuildOrBuyAnswers } from '../base/build-or-buy';
import type { Result } from '../base/result';
import type { Engine } from './engine';
import type { ExportRequest } from './export';
import type { Draft } from './journal/journal';

/** Documents that the engine words and the host writes. */
export interface Drafts {
  /** What to append to a project's journal for a new entry. */
  draftEntry(
    manifest: string,
    about: { readonly stage: string; readonly before?: string | undefined },
  ): Promise<Result<Draft, string>>;
  /** A project's journal as one story. */
  exportJournal(manifest: string): Promise<Result<Draft, string>>;
  /** The document of the questionnaire on building or buying. */
  draftBuildOrBuy(manifest: string, answers: BuildOrBuyAnswers): Promise<Result<Draft, string>>;
  /** A project's report in a form that leaves the editor, and where it would be saved. */
  exportReport(manifest: string, request: ExportRequest): Promise<Result<Draft, string>>;
  /** The report of the runs in a file or folder that no manifest selects; a failure where none can be read. */
  exportPathReport(path: string, request: ExportRequest): Promise<Result<Draft, string>>;
}

export function draftsOn(engine: Engine): Drafts {
  return {
    draftEntry: async (file, about) => (await import('./journal/journal')).draftEntry(engine, file, about),
    exportJournal: async file => (await import('./journal/journal')).exportJournal(engine, file),
    draftBuildOrBuy: async (file, answers) =>
      (await import('./journal/journal')).draftBuildOrBuy(engine, file, answers),
    exportReport: async (file, request) => (await import('./export')).exportReport(engine, file, request),
    exportPathReport: async (path, request) =>
      (await import('./export')).exportPathReport(engine, path, request),
  };
}
