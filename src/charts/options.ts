/** The part of the browser's `Document` that charts need, so that other implementations of it do as well. */
export interface ChartDocument {
  createElementNS(namespace: string, name: string): unknown;
}

/** The part of the browser's `SVGSVGElement` that callers need. */
export interface ChartElement {
  readonly outerHTML: string;
}

export interface ChartOptions {
  readonly document: ChartDocument;
  /** In pixels. */
  readonly width: number;
  /** What the picture is called, for those who do not see it. */
  readonly title: string;
  /** What it shows, in one or two sentences. */
  readonly text?: string;
  /** Unique among the pictures of a document: names of what is defined inside begin with it. */
  readonly id: string;
}
