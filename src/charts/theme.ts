import type { Tone } from '../base/chart';

/**
 * Colours are variables of VS Code's theme, so that a picture follows it while it is looked at; the fallbacks are for paper and
 * have a contrast of 3 : 1 with white at least. No colour stands alone: tones differ in shape, series in dashes and
 * symbols, groups of bars in patterns.
 */
export const FOREGROUND = 'var(--vscode-foreground, #3b3b3b)';
export const QUIET = 'var(--vscode-descriptionForeground, #616161)';
export const BACKGROUND = 'var(--vscode-editor-background, #ffffff)';
export const FONT = 'var(--vscode-font-family, system-ui, sans-serif)';
export const BLUE = 'var(--vscode-charts-blue, #1a6fd4)';

export const TEXT_SIZE = 12;
export const SMALL = 11;

/** What a letter of a proportional font takes at {@link TEXT_SIZE}, in pixels, on average. */
export const LETTER = 7;

export type SymbolName = 'circle' | 'square' | 'diamond' | 'triangle' | 'star' | 'cross' | 'wye';

export interface Look {
  readonly colour: string;
  readonly symbol: SymbolName;
}

export const TONES: Readonly<Record<Tone, Look>> = {
  good: { colour: 'var(--vscode-charts-green, #2e7d32)', symbol: 'circle' },
  bad: { colour: 'var(--vscode-charts-red, #c62828)', symbol: 'square' },
  undecided: { colour: 'var(--vscode-charts-yellow, #8a6d00)', symbol: 'diamond' },
  quiet: { colour: FOREGROUND, symbol: 'triangle' },
};

export interface SeriesLook extends Look {
  /** SVG's `stroke-dasharray`; absent for an unbroken line. */
  readonly dash?: string;
}

const SERIES: readonly SeriesLook[] = [
  { colour: BLUE, symbol: 'circle' },
  { colour: 'var(--vscode-charts-purple, #652d90)', symbol: 'square', dash: '7,3' },
  { colour: 'var(--vscode-charts-green, #2e7d32)', symbol: 'triangle', dash: '2,3' },
  { colour: 'var(--vscode-charts-orange, #b35c00)', symbol: 'diamond', dash: '9,3,2,3' },
  { colour: 'var(--vscode-charts-red, #c62828)', symbol: 'star', dash: '14,4' },
  { colour: 'var(--vscode-charts-yellow, #8a6d00)', symbol: 'cross', dash: '4,2,1,2' },
  { colour: FOREGROUND, symbol: 'wye', dash: '1,4' },
];

/** The look of a series by its number; after seven, colours come back with the next one's dashes. */
export function seriesLook(index: number): SeriesLook {
  const look = SERIES[index % SERIES.length] ?? { colour: BLUE, symbol: 'circle' as const };
  const round = Math.floor(index / SERIES.length);
  if (round === 0) return look;
  const { dash, symbol } = SERIES[(index + round) % SERIES.length] ?? look;
  return { colour: look.colour, symbol, ...(dash !== undefined && { dash }) };
}

/** Chance or perfection: quiet and broken. */
export const REFERENCE: SeriesLook = { colour: QUIET, symbol: 'circle', dash: '3,4' };
