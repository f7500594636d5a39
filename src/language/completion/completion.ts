import type { Range, Span } from '../../base/place';

/** One thing that an editor offers to write. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly help?: string;
  readonly edit: { readonly range: Range; readonly newText: string };
  /** What is in the edit's range is compared with this, where the label is not it. */
  readonly filter?: string;
  /** There is more to choose behind it: the editor may ask again at once. */
  readonly goesOn: boolean;
}

/** A completion in offsets. */
export interface Draft extends Omit<Completion, 'edit'> {
  readonly edit: { readonly span: Span; readonly newText: string };
}

export type CompletionKind =
  'field' | 'value' | 'name' | 'metric' | 'function' | 'file' | 'folder' | 'column' | 'rule' | 'unit';

/** What is offered, before it is known how it has to be written where the cursor is. */
export interface Offer {
  /** The text that is meant: a name, a value. */
  readonly text: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly help?: string;
  /** It is written as YAML already: a number, a comparison in quotes. */
  readonly raw?: true;
}
