import type { Place } from '../../src/base/place';
import type { Picture } from '../../src/protocol/webview';
import type { TableBlock } from '../../src/reports/document';

/** What a part of a page can ask of the page around it. */
export interface Actions {
  /** Shows a place in the editor. */
  open(place: Place): void;
  /** Asks where to save a picture, and does. */
  save(picture: Picture): void;
  /** Puts a table on the clipboard, as Markdown. */
  copy(table: TableBlock): void;
  /** Tells those who do not see what happened, and those who do. */
  say(words: string): void;
  readonly folds: Folds;
}

/** Which parts are unfolded; it outlives redraws and reloads. */
export interface Folds {
  isOpen(key: string): boolean;
  set(key: string, open: boolean): void;
}
