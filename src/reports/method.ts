/** A formula that a report's numbers are computed by. */
export interface Method {
  readonly title: string;
  /** The formula and its assumptions, in words and plain text. */
  readonly text: string;
  /** Who says so: author and year, or the function of a library that gives the same number. */
  readonly source: string;
}
