import type { Document } from '../../language/document';
import type { Family } from '../../language/navigate';
import type { Surroundings } from '../../language/surroundings';
import type { Engine } from '../engine';
import { folderOf, isInside, nameOf } from '../paths';
import { readText } from '../text';
import { MANIFEST_NAME } from '../walk';
import type { OpenText } from './open-text';
import { surround } from './surround';
import type { TextStore } from './texts';

/** A text with its project around it. */
export interface Look {
  readonly document: Document;
  readonly around: Surroundings;
}

export interface Looks {
  look(open: OpenText): Promise<Look | undefined>;
  /** With the files that name the same things: the manifest, and the lifecycles of its own. */
  family(open: OpenText): Promise<(Look & Family) | undefined>;
}

export function createLooks(engine: Engine, texts: TextStore): Looks {
  const look = async (
    open: OpenText,
  ): Promise<(Look & { readonly others: readonly string[] }) | undefined> => {
    const owner = ownerOf(engine, open.file);
    if (owner === undefined) return undefined;
    const isManifest = owner === open.file;
    const document = texts.document(isManifest ? 'manifest' : 'lifecycle', open.file, open.text);
    const content = await texts.understand(owner, isManifest ? open.text : await textOf(engine, open, owner));
    const others = [owner, ...content.lifecycleFiles].filter(
      file => file !== open.file && isInside(folderOf(owner), file),
    );
    return { document, around: surround(engine, content, open.stateOf(owner)), others };
  };
  return {
    look,
    family: async open => {
      const found = await look(open);
      if (!found) return undefined;
      const documents = [found.document];
      for (const file of found.others) {
        const kind = nameOf(file) === MANIFEST_NAME ? 'manifest' : 'lifecycle';
        documents.push(texts.document(kind, file, await textOf(engine, open, file)));
      }
      return { ...found, documents };
    },
  };
}

/** The manifest that a file is, or whose lifecycle it is. */
export function ownerOf({ manifests }: Pick<Engine, 'manifests'>, file: string): string | undefined {
  if (nameOf(file) === MANIFEST_NAME) return file;
  return manifests.all().find(({ content }) => content.ok && content.lifecycleFiles.includes(file))?.file;
}

async function textOf({ ports }: Engine, open: OpenText, file: string): Promise<string> {
  const held = open.textOf(file);
  if (held !== undefined) return held;
  const read = await readText(ports.files, file);
  return read.ok ? read.value.text : '';
}
