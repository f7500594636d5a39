/** A colour of our own, by its default in each kind of theme: another colour of the theme, or a value. */
export interface ColorRow {
  readonly id: string;
  readonly description: string;
  readonly defaults: {
    readonly dark: string;
    readonly light: string;
    readonly highContrast: string;
    readonly highContrastLight: string;
  };
}

const everywhere = (color: string): ColorRow['defaults'] => ({
  dark: color,
  light: color,
  highContrast: color,
  highContrastLight: color,
});

/** Of rows in the tracker. High contrast says by badge and icon what other themes say by colour as well. */
export const COLORS = {
  reopened: {
    id: 'holdout.reopenedForeground',
    description: 'A stage in the tracker that was signed off, and of which criteria are unmet again.',
    defaults: {
      ...everywhere('list.errorForeground'),
      highContrast: 'foreground',
      highContrastLight: 'foreground',
    },
  },
  overdue: {
    id: 'holdout.overdueForeground',
    description: 'A stage in the tracker that has taken longer than was planned.',
    defaults: {
      ...everywhere('list.warningForeground'),
      highContrast: 'foreground',
      highContrastLight: 'foreground',
    },
  },
  waived: {
    id: 'holdout.waivedForeground',
    description: 'A criterion in the tracker that is waived.',
    defaults: everywhere('disabledForeground'),
  },
} as const satisfies Record<string, ColorRow>;

/** The scheme of the addresses by which rows are decorated; nothing lies there. */
export const ROW_SCHEME = 'holdout-row';
