import type { Document, DocumentKind } from '../../language/document';
import { openDocument } from '../../language/document';
import type { Engine } from '../engine';
import type { ManifestContent } from '../loaded-manifest';
import { understand } from '../understand';

/** Texts that are open in an editor, each read once: what diagnostics ask for serves all requests until the next keystroke. */
export interface TextStore {
  document(kind: DocumentKind, file: string, text: string): Document;
  /** What a manifest's text says. */
  understand(file: string, text: string): Promise<ManifestContent>;
  /** A file has changed: what rests on others is read again. */
  forget(): void;
}

export function createTextStore({ ports, manifests }: Pick<Engine, 'ports' | 'manifests'>): TextStore {
  const documents = new Map<string, Document>();
  const contents = new Map<string, { readonly text: string; readonly content: Promise<ManifestContent> }>();
  return {
    document: (kind, file, text) => {
      const before = documents.get(file);
      if (before?.text === text && before.kind === kind) return before;
      const document = openDocument(kind, file, text);
      documents.set(file, document);
      return document;
    },
    understand: (file, text) => {
      const before = contents.get(file);
      if (before?.text === text) return before.content;
      const saved = manifests.get(file)?.content;
      const content = understand(ports.files, file, text, saved?.ok === true ? saved.history : undefined);
      contents.set(file, { text, content });
      return content;
    },
    forget: () => {
      contents.clear();
    },
  };
}
