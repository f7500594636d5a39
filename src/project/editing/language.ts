import type { Place, Position, Range } from '../../base/place';
import type { Problem, Result } from '../../base/result';
import { fail } from '../../base/result';
import type { Completion, CompletionKind } from '../../language/completion/completion';
import { complete } from '../../language/completion/complete';
import type { NewFile } from '../../language/fixes/create-file';
import { newFilesAt } from '../../language/fixes/create-file';
import type { Fix } from '../../language/fixes/fixes';
import { fixesFor } from '../../language/fixes/fixes';
import type { Hover } from '../../language/hover/hover';
import { hover } from '../../language/hover/hover';
import type { Lens } from '../../language/lenses';
import { lensesIn } from '../../language/lenses';
import type { Link } from '../../language/navigate';
import { definitionOf, linksIn, referencesOf } from '../../language/navigate';
import type { Renaming } from '../../language/rename';
import { prepareRename, rename } from '../../language/rename';
import type { FileSymbol, SymbolKind } from '../../language/symbols';
import { symbolsIn } from '../../language/symbols';
import type { Engine } from '../engine';
import { lifecycleProblems } from './lifecycle-problems';
import { createLooks, ownerOf } from './look';
import type { OpenText } from './open-text';
import type { TextStore } from './texts';

/** What an editor asks of manifests and lifecycles. Of a file that is neither there is nothing to say. */
export interface Language {
  /** What is wrong in the text itself; `undefined` for a file that is neither a manifest nor a lifecycle of one. */
  problems(open: Pick<OpenText, 'file' | 'text'>): Promise<readonly Problem[] | undefined>;
  complete(open: OpenText, at: Position): Promise<readonly Completion[]>;
  hover(open: OpenText, at: Position): Promise<Hover | undefined>;
  definition(open: OpenText, at: Position): Promise<readonly Place[]>;
  references(open: OpenText, at: Position): Promise<readonly Place[]>;
  links(open: OpenText): Promise<readonly Link[]>;
  symbols(open: OpenText): Promise<readonly FileSymbol[]>;
  lenses(open: OpenText): Promise<readonly Lens[]>;
  /** What mends a problem beside the replacement that it brings itself. */
  fixes(open: OpenText, problem: Pick<Problem, 'code' | 'place'>): Promise<readonly Fix[]>;
  /** Files that the criterion at a place asks for, and that could be begun. */
  newFiles(open: OpenText, at: Position): Promise<readonly NewFile[]>;
  prepareRename(
    open: OpenText,
    at: Position,
  ): Promise<Result<{ readonly range: Range; readonly name: string }, string>>;
  rename(open: OpenText, at: Position, newName: string): Promise<Result<readonly Renaming[], string>>;
}

const NOT_OURS = fail('This file belongs to no project.');

export function createLanguage(engine: Engine, texts: TextStore): Language {
  const { look, family } = createLooks(engine, texts);
  return {
    problems: async open => {
      const owner = ownerOf(engine, open.file);
      if (owner === undefined) return undefined;
      const isManifest = owner === open.file;
      const problems = isManifest
        ? (await texts.understand(owner, open.text)).manifest.problems
        : await lifecycleProblems(engine, owner, open);
      return problems.filter(({ place }) => place.file === open.file);
    },
    complete: async (open, at) => {
      const found = await look(open);
      return found ? complete(found.document, found.document.lines.offsetAt(at), found.around) : [];
    },
    hover: async (open, at) => {
      const found = await look(open);
      return found && hover(found.document, found.document.lines.offsetAt(at), found.around);
    },
    definition: async (open, at) => {
      const found = await family(open);
      return found ? definitionOf(found.document, found.document.lines.offsetAt(at), found) : [];
    },
    references: async (open, at) => {
      const found = await family(open);
      return found ? referencesOf(found.document, found.document.lines.offsetAt(at), found) : [];
    },
    links: async open => {
      const found = await look(open);
      return found ? linksIn(found.document, found.around) : [];
    },
    symbols: async open => {
      const found = await look(open);
      return found ? symbolsIn(found.document) : [];
    },
    lenses: async open => {
      const found = await look(open);
      return found ? lensesIn(found.document, found.around) : [];
    },
    fixes: async (open, problem) => {
      const found = await look(open);
      return found ? fixesFor(found.document, problem) : [];
    },
    newFiles: async (open, at) => {
      const found = await look(open);
      return found ? newFilesAt(found.document, found.document.lines.offsetAt(at), found.around) : [];
    },
    prepareRename: async (open, at) => {
      const found = await family(open);
      return found ? prepareRename(found.document, found.document.lines.offsetAt(at), found) : NOT_OURS;
    },
    rename: async (open, at, newName) => {
      const found = await family(open);
      return found ? rename(found.document, found.document.lines.offsetAt(at), newName, found) : NOT_OURS;
    },
  };
}

export type {
  Completion,
  CompletionKind,
  FileSymbol,
  Fix,
  Hover,
  Lens,
  Link,
  NewFile,
  OpenText,
  Renaming,
  SymbolKind,
};
