import type { Chart, Tone } from '../base/chart';
import type { Place } from '../base/place';
import type { MethodId } from './methods';

/**
 * A report as a document: sections of blocks, from top to bottom. The page, HTML, Markdown and the command line draw the same
 * document and compute nothing. In every text, what stands between backticks is code; nothing else is markup.
 */
export interface Section {
  /** Its anchor, unique in the document. */
  readonly id: string;
  readonly title: string;
  /** What it says, in one sentence. */
  readonly summary?: string;
  /** There are no data for it: one sentence on what would bring it. Then there are no blocks. */
  readonly missing?: string;
  readonly blocks: readonly Block[];
}

export type Block = TextBlock | NoticeBlock | FactBlock | TableBlock | ChartBlock;

/** A paragraph. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

export interface NoticeBlock {
  readonly kind: 'notices';
  readonly notices: readonly Notice[];
}

/** A sentence that casts doubt, with the number that triggered it. */
export interface Notice {
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly place?: Place;
}

/** Names and what they are. */
export interface FactBlock {
  readonly kind: 'facts';
  readonly facts: readonly { readonly name: string; readonly value: Cell }[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Its anchor, unique in the document. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** As many cells as columns; the first names the row. */
  readonly rows: readonly Row[];
  /** What has to be known to read it: one or two sentences. */
  readonly note?: string;
  /** How many rows more there are, which are left out. */
  readonly more?: number;
}

export interface Column {
  readonly title: string;
  /** Numbers end at the same place. */
  readonly isNumber?: true;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly tone?: Tone;
}

/** A chart is never alone: its table says the same to those who do not see it, and to Markdown. */
export interface ChartBlock {
  readonly kind: 'chart';
  /** Its anchor and the name of its file when saved, unique in the document: `roc-curve`. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in one or two sentences. */
  readonly text: string;
  readonly chart: Chart;
  readonly table: TableBlock;
}

export type Cell = string | Linked | Toned | Figure;

/** A text that leads somewhere. */
export interface Linked {
  readonly kind: 'link';
  readonly text: string;
  readonly place: Place;
}

/** A word that says how something stands. */
export interface Toned {
  readonly kind: 'word';
  readonly text: string;
  readonly tone: Tone;
}

/** A number as it is reported: of how many rows, how sure, from where, and by which formula. */
export interface Figure {
  readonly kind: 'figure';
  /** As shown, with its unit; `—` where there is no value. */
  readonly text: string;
  /** Finite; absent where the text alone tells. */
  readonly value?: number;
  /** The rows (or queries, folds, requests) that it rests on. */
  readonly n?: number;
  readonly certainty: Certainty;
  readonly source?: Linked;
  readonly method?: MethodId;
}

/** A confidence interval, or a clause why there is none: `the source gives no counts`. */
export type Certainty =
  | {
      readonly low: number;
      readonly high: number;
      /** 0.95. */
      readonly level: number;
      readonly method: MethodId;
      /** `0.763 – 0.931`. */
      readonly text: string;
    }
  | { readonly none: string };
