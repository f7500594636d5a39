import type { ChartBlock } from '../reports/document';

/** What an export needs beside the report. */
export interface ExportOptions {
  /** The absolute folder that paths are told from: the repository's root, else the project's. */
  readonly root: string;
  /** Draws a chart as SVG; `undefined` where it cannot be drawn. Without it, charts are their tables. */
  readonly draw?: (block: ChartBlock) => string | undefined;
}
