import type { ChartBlock } from '../../src/reports/document';
import type { Actions } from './actions';
import { el, prose } from './dom';
import { fold } from './fold';
import { picture } from './picture';
import { pngFile, svgFile } from './save-picture';
import { anchor, tableBlock } from './table-block';
import { actionButton } from './block-actions';

/** A chart with what it shows in words, its table, and what can be done with both. */
export function chartBlock(block: ChartBlock, actions: Actions): HTMLElement {
  const { id, title, text, table } = block;
  const heading = anchor(`${id}-title`);
  return el(
    'figure',
    { class: 'block chart-block', id: anchor(id), 'aria-labelledby': heading },
    el('figcaption', {}, el('h3', { id: heading }, title), el('p', { class: 'quiet' }, ...prose(text))),
    picture(block),
    el(
      'div',
      { class: 'below' },
      fold(actions.folds, `table ${id}`, ['Table', el('span', { class: 'hidden' }, `: ${title}`)], () => [
        tableBlock(table, actions),
      ]),
      el(
        'div',
        { class: 'actions' },
        actionButton('Save as SVG', title, 'save', () => saveSvg(block, actions)),
        actionButton('Save as PNG', title, 'device-camera', () => void savePng(block, actions)),
        actionButton('Copy as Markdown', title, 'copy', () => actions.copy(table)),
      ),
    ),
  );
}

function saveSvg(block: ChartBlock, actions: Actions): void {
  const data = svgFile(block);
  if (data !== undefined) actions.save({ name: block.id, format: 'svg', data });
}

async function savePng(block: ChartBlock, actions: Actions): Promise<void> {
  const file = await pngFile(block).catch(() => undefined);
  if (file) actions.save(file);
  else actions.say('The picture could not be drawn. Save it as SVG.');
}
