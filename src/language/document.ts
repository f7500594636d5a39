import type { LineIndex } from '../base/lines';
import { lineIndex } from '../base/lines';
import { EXTENSION, LIFECYCLE } from '../lifecycle/schema';
import { MAX_CHARACTERS } from '../manifest/read/yaml';
import { MANIFEST } from '../manifest/schema/manifest';
import type { Type } from '../manifest/schema/types';
import { readOutline } from './outline/read';
import type { MappingNode } from './outline/tree';
import { entryIn } from './outline/tree';

/** A manifest, or a lifecycle of the user's own, as it stands in an editor. Read once for each text. */
export interface Document {
  readonly kind: DocumentKind;
  /** Absolute path with `/` as separator. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly root: MappingNode;
  readonly schema: Type;
  /** The line break of the file. */
  readonly eol: string;
  /** One level of indentation, as the file has it. */
  readonly step: number;
}

export type DocumentKind = 'manifest' | 'lifecycle';

export function openDocument(kind: DocumentKind, file: string, text: string): Document {
  // What is too large to be a manifest is not read as one, here either.
  const root = readOutline(text.length > MAX_CHARACTERS ? '' : text);
  return {
    kind,
    file,
    text,
    lines: lineIndex(text),
    root,
    schema: kind === 'manifest' ? MANIFEST : entryIn(root, 'extends') ? EXTENSION : LIFECYCLE,
    eol: /\r\n|\n/.exec(text)?.[0] ?? '\n',
    step: /^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2,
  };
}
