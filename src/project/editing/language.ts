import type { Position } from '../../base/place';
import type { ProjectState } from '../../base/project';
import type { Problem } from '../../base/result';
import type { Completion, CompletionKind } from '../../language/completion/completion';
import { complete } from '../../language/completion/complete';
import type { Document } from '../../language/document';
import type { Surroundings } from '../../language/surroundings';
import type { Engine } from '../engine';
import { nameOf } from '../paths';
import { readText } from '../text';
import { MANIFEST_NAME } from '../walk';
import { lifecycleProblems } from './lifecycle-problems';
import { surround } from './surround';
import type { TextStore } from './texts';

/** A manifest or a lifecycle of a project as an editor holds it, saved or not. */
export interface OpenText {
  /** Absolute path with `/` as separator. */
  readonly file: string;
  readonly text: string;
  /** How a project, by its manifest, was last told to stand. */
  readonly stateOf: (manifest: string) => ProjectState | undefined;
}

/** What an editor asks of manifests and lifecycles. */
export interface Language {
  /** What is wrong in the text itself; `undefined` for a file that is neither a manifest nor a lifecycle of one. */
  problems(open: Omit<OpenText, 'stateOf'>): Promise<readonly Problem[] | undefined>;
  complete(open: OpenText, at: Position): Promise<readonly Completion[]>;
}

export function createLanguage(engine: Engine, texts: TextStore): Language {
  const look = async (open: OpenText): Promise<Look | undefined> => {
    const owner = ownerOf(engine, open.file);
    if (owner === undefined) return undefined;
    const isManifest = owner === open.file;
    const document = texts.document(isManifest ? 'manifest' : 'lifecycle', open.file, open.text);
    const text = isManifest ? open.text : await savedText(engine, owner);
    const content = await texts.understand(owner, text);
    return { document, around: surround(engine, content, open.stateOf(owner)) };
  };
  return {
    problems: async open => {
      const owner = ownerOf(engine, open.file);
      if (owner === undefined) return undefined;
      const problems =
        owner === open.file
          ? (await texts.understand(owner, open.text)).manifest.problems
          : await lifecycleProblems(engine, owner, open);
      return problems.filter(({ place }) => place.file === open.file);
    },
    complete: async (open, at) => {
      const found = await look(open);
      return found ? complete(found.document, found.document.lines.offsetAt(at), found.around) : [];
    },
  };
}

interface Look {
  readonly document: Document;
  readonly around: Surroundings;
}

/** The manifest that a file is, or whose lifecycle it is. */
export function ownerOf({ manifests }: Pick<Engine, 'manifests'>, file: string): string | undefined {
  if (nameOf(file) === MANIFEST_NAME) return file;
  return manifests.all().find(({ content }) => content.ok && content.lifecycleFiles.includes(file))?.file;
}

async function savedText({ ports }: Engine, file: string): Promise<string> {
  const read = await readText(ports.files, file);
  return read.ok ? read.value.text : '';
}

export type { Completion, CompletionKind };
