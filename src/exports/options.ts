import type { Chart } from '../base/chart';

/** What an export needs beside the report. */
export interface ExportOptions {
  /** The absolute folder that paths are told from: the repository's root, else the project's. */
  readonly root: string;
  /** Draws a chart as SVG; `undefined` where it cannot be drawn. Without it, charts are their tables. */
  readonly draw?: (chart: Chart) => string | undefined;
}
