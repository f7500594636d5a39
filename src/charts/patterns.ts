import type { ChartDocument } from './options';
import { shape, type Shape } from './svg';

/** A hatching that tells groups of bars apart without colour. */
export interface Pattern {
  /** Unique in the document. */
  readonly id: string;
  readonly colour: string;
  readonly kind: 'rising' | 'dotted' | 'crossed' | 'falling';
}

const LINES: Readonly<Record<Pattern['kind'], string>> = {
  rising: 'M-1,7L7,-1M5,13L13,5M-1,1L1,-1M-1,13L13,-1',
  falling: 'M-1,-1L13,13M-1,5L7,13M5,-1L13,7',
  crossed: 'M0,6H12M6,0V12',
  dotted: 'M3,3h1M9,9h1M3,9h1M9,3h1',
};

export const PATTERN_KINDS = Object.keys(LINES) as Pattern['kind'][];

/** What `<defs>` holds, so that `url(#id)` fills with it. */
export function patternDefinitions(document: ChartDocument, patterns: readonly Pattern[]): Shape {
  const all = shape(document, 'defs');
  for (const { id, colour, kind } of patterns) {
    const size = { width: 12, height: 12, patternUnits: 'userSpaceOnUse' };
    const pattern = shape(document, 'pattern', { id, ...size });
    const lines = { d: LINES[kind], stroke: colour, 'stroke-width': kind === 'dotted' ? 2.5 : 1.5 };
    pattern.append(
      shape(document, 'rect', { width: 12, height: 12, fill: colour, 'fill-opacity': 0.22 }),
      shape(document, 'path', { ...lines, fill: 'none', 'stroke-linecap': 'square' }),
    );
    all.append(pattern);
  }
  return all;
}
