import '../../styles/page.css';
import '../../styles/table.css';
import '../../styles/notices.css';
import '../../styles/metrics.css';
import '../../styles/blocks.css';
import '../../styles/contents.css';
import { blockLines } from '../../../src/exports/markdown/blocks';
import type { Actions } from '../../parts/actions';
import { el } from '../../parts/dom';
import { connect, type Host } from '../../parts/host';
import { defineElements } from '../../parts/toolkit';
import { frameOf, type Frame } from './frame';
import { readingPlace } from './reading-place';

const page = document.getElementById('page');
if (page) start(page);

/** Asks for the report and draws it, again whenever it changes. */
function start(page: HTMLElement): void {
  defineElements();
  const host = connect();
  const folds = new Set(host.state()?.open ?? []);
  const said = el('p', { class: 'said', role: 'status' });
  let project: string | undefined;
  const keep = (): void => {
    if (project !== undefined) keepState(host, page, project, folds);
  };
  const root = (): string => (project ?? '').replace(/\/[^/]*$/, '');
  const actions = actionsOf(host, { folds, said, keep, root });
  let frame: Frame | undefined;
  let asked: string | undefined;
  page.replaceChildren(el('p', { class: 'quiet', role: 'status' }, 'Reading metrics …'));
  page.after(said);
  host.listen(message => {
    switch (message.type) {
      case 'gone':
        frame = undefined;
        page.replaceChildren(gone(message.message));
        break;
      case 'report':
        project = message.view.project.file;
        frame ??= frameOf(page, host, actions, keep);
        frame.draw(message.view);
        if (asked !== undefined) frame.show(asked);
        asked = undefined;
        break;
      case 'show':
        if (frame) frame.show(message.tab);
        else asked = message.tab;
        break;
      case 'said':
        actions.say(message.message);
        break;
      default:
    }
  });
  host.post({ type: 'ready' });
}

interface Kept {
  readonly folds: Set<string>;
  readonly said: HTMLElement;
  readonly keep: () => void;
  readonly root: () => string;
}

/** How long it is shown what came of something, in milliseconds. */
const SAID = 6000;

/** @param root the folder that paths in copied text are told from */
function actionsOf(host: Host, { folds, said, keep, root }: Kept): Actions {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    open: place => host.post({ type: 'open', place }),
    save: picture => host.post({ type: 'save', picture }),
    copy: table => host.post({ type: 'copy', text: blockLines(table, { root: root() }).join('\n') }),
    say: words => {
      clearTimeout(timer);
      said.textContent = words;
      timer = setTimeout(() => (said.textContent = ''), SAID);
    },
    folds: {
      isOpen: key => folds.has(key),
      set: (key, open) => {
        if (open) folds.add(key);
        else folds.delete(key);
        keep();
      },
    },
  };
}

function keepState(host: Host, page: HTMLElement, project: string, folds: ReadonlySet<string>): void {
  const place = scrollY > 0 ? readingPlace(page) : undefined;
  host.keep({
    project,
    tab: place?.section ?? '',
    ...(place && { offset: Math.round(place.offset) }),
    ...(folds.size > 0 && { open: [...folds] }),
  });
}

function gone(message: string): HTMLElement {
  return el('section', { class: 'empty', role: 'alert' }, el('h1', {}, 'No report'), el('p', {}, message));
}
