import type { Place } from '../../../src/base/place';
import { START_OF_FILE } from '../../../src/base/place';
import type { ReportView } from '../../../src/reports/view';
import { el } from '../../parts/dom';
import { button } from '../../parts/toolkit';

const EXAMPLE = `metrics:
  recall: { min: 0.80, baseline: 0.52, split: test }
runs:
  - reports/*.json`;

/** What to do where the manifest names no metrics. */
export function empty({ project }: ReportView, open: (place: Place) => void): HTMLElement {
  const toManifest = (): void => open({ file: project.file, range: START_OF_FILE });
  return el(
    'section',
    { class: 'empty' },
    el('h2', {}, 'No metrics yet'),
    el('p', {}, 'Name in the manifest what the model has to reach, and where its metrics are written:'),
    el('pre', {}, el('code', {}, EXAMPLE)),
    button('Open manifest', 'go-to-file', toManifest),
  );
}
