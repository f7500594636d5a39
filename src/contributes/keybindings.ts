import type { CommandId } from './commands';
import { TRACKER } from './views';

export interface KeybindingRow {
  readonly command: CommandId;
  readonly key: string;
  readonly mac?: string;
  readonly when: string;
}

/** A key of the tracker is about the selected row; VS Code hands it none, so this word stands for it. */
export const SELECTION = 'selection';

/** Not while somebody types into the tree's search. */
const IN_TREE = `focusedView == ${TRACKER.id} && listFocus && !inputFocus && !treeFindOpen`;

/** Enter goes to the evidence, and the arrows move, without us. */
export const KEYBINDINGS: readonly KeybindingRow[] = [
  { command: 'toggleTick', key: 'space', when: IN_TREE },
  { command: 'waive', key: 'f2', when: IN_TREE },
  { command: 'copyMarkdown', key: 'ctrl+c', mac: 'cmd+c', when: IN_TREE },
];
