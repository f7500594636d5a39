import { parseHTML } from 'linkedom';
import type { ChartDocument } from '../project/ports';

/** A document in which charts are made where there is no browser. Load this module when one is asked for: it is large. */
export function chartDocument(): ChartDocument {
  const { document } = parseHTML('<!DOCTYPE html><html><body></body></html>') as unknown as {
    readonly document: ChartDocument;
  };
  return document;
}
