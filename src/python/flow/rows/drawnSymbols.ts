/** Symbols of numbers that were drawn begin with this, so that a mask made of them tells that it is drawn. */
export const DRAWN = 'drawn#';

export function isDrawn(symbol: string): boolean {
  return symbol.includes(DRAWN);
}
