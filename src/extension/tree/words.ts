import { capitalised } from '../../base/capitalised';
import type { Outcome, Progress, StageStatus } from '../../base/outcome';
import type { ProjectState } from '../../base/project';
import type { Icon } from './node';

/** How statuses and outcomes look and read. Shapes differ as well as colours, so that no meaning rests on colour alone. */
export interface Look {
  readonly words: string;
  readonly icon: Icon;
}

const MUTED = 'descriptionForeground';
const GOOD = 'testing.iconPassed';
const BAD = 'testing.iconFailed';
const CAUTION = 'list.warningForeground';

export const STATUS_LOOKS = {
  'not-started': { words: 'not started', icon: { name: 'circle-large-outline', color: MUTED } },
  'in-progress': { words: 'in progress', icon: { name: 'color-mode', color: 'charts.blue' } },
  ready: { words: 'ready to sign off', icon: { name: 'pass', color: GOOD } },
  done: { words: 'done', icon: { name: 'pass-filled', color: GOOD } },
  reopened: { words: 'reopened', icon: { name: 'issue-reopened', color: CAUTION } },
} as const satisfies Record<StageStatus, Look>;

export const OUTCOME_LOOKS = {
  met: { words: 'met', icon: { name: 'check', color: GOOD } },
  unmet: { words: 'unmet', icon: { name: 'close', color: BAD } },
  unknown: { words: 'unknown', icon: { name: 'question', color: MUTED } },
  waived: { words: 'waived', icon: { name: 'circle-slash', color: MUTED } },
} as const satisfies Record<Outcome, Look>;

/** A manifest whose lifecycle cannot be used has none: there is no progress to speak of. */
export function hasStages({ stages, groups }: ProjectState): boolean {
  return stages.length + groups.length > 0;
}

/** `3/5`. */
export function fraction({ met, total }: Progress): string {
  return `${met}/${total}`;
}

/** `3 of 5 criteria met`, as a screen reader says it. */
export function spokenProgress({ met, total }: Progress): string {
  return `${met} of ${count(total, 'criterion', 'criteria')} met`;
}

/** `1 problem`, `2 problems`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A criterion's id as a label: `tuned-on-validation` → `Tuned on validation`. */
export function titleOf(id: string): string {
  return capitalised(id.replaceAll(/[-_]+/g, ' ').trim());
}

/** A sentence without the backticks that mark code in it: rows and screen readers show none. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** The beginning of a sentence, up to a whole word, for a row that has little room. */
export function shortened(text: string, limit: number): string {
  const line = plain(text).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : limit).replace(/[\s,;:.]+$/, '')}…`;
}
