/** Texts that must look a certain way: their pattern, and how to say what was expected. */
export const FORMATS = {
  date: {
    pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
    expected: 'a date such as 2026-10-02',
  },
  weeks: {
    pattern: '^\\d+(\\.\\.\\d+)?$',
    expected: 'a number of weeks such as 4, or a range such as 4..8',
  },
  duration: {
    pattern: '^\\d+(\\.\\d+)?\\s?(h|d|w|m|y)$',
    expected: 'a duration such as 7d (h, d, w, m, y)',
  },
  percent: {
    pattern: '^[+-]?\\d+(\\.\\d+)?\\s?%$',
    expected: 'a percentage such as "-15%"',
  },
  comparison: {
    pattern: '^(>=|<=|==|=|>|<)\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s?%?$',
    expected: 'a comparison in quotes such as ">= 0.80"',
  },
  /** As `comparison`, or with a field of the manifest that holds the number. */
  bound: {
    pattern:
      '^(>=|<=|==|=|>|<)\\s*([+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s?%?|[a-z_]+(\\.[A-Za-z0-9_-]+)+)$',
    expected: 'a comparison in quotes such as ">= 10000", "<= 5%" or ">= data.rows_needed"',
  },
  /** Relative to the manifest, inside the project. */
  path: { pattern: '^[^\\u0000]+$', expected: 'a path relative to the manifest' },
  /** As `path`, but data may lie elsewhere. */
  'data-path': { pattern: '^[^\\u0000]+$', expected: 'a path relative to the manifest' },
  url: { pattern: '^https?://[^\\s]+$', expected: 'an address that starts with https://' },
  id: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', expected: 'an id of small letters, digits and hyphens' },
  expression: { pattern: '\\S', expected: 'an expression such as f1[split=train] - f1[split=validation]' },
} as const satisfies Record<string, { pattern: string; expected: string }>;

export type FormatName = keyof typeof FORMATS;
