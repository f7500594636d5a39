import type { Severity } from '../base/finding';

/** A rule as the palette lists it and the settings editor offers it. */
export interface RuleRow {
  readonly id: string;
  readonly code: string;
  /** Where nothing else is set. */
  readonly severity: Severity;
  /** One sentence of Markdown. */
  readonly summary: string;
}
