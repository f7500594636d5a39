import type { CriterionState, StageState } from '../../base/outcome';
import { count, plain, titleOf } from '../tree/words';

/** What stands in the way of a signature. */
export interface SignOffBar {
  /** Nobody can sign: signed off with something unmet, the stage would be reopened at once. Else it is asked. */
  readonly final: boolean;
  readonly message: string;
  readonly detail: string;
  readonly first: CriterionState;
}

/** `undefined` when every criterion is met or waived. */
export function signOffBar({ title, criteria }: StageState): SignOffBar | undefined {
  const unmet = criteria.filter(({ outcome }) => outcome === 'unmet');
  const unknown = criteria.filter(({ outcome }) => outcome === 'unknown');
  const [first] = unmet;
  if (first) {
    const message = `${title} cannot be signed off: ${count(unmet.length, 'criterion is', 'criteria are')} unmet.`;
    return {
      final: true,
      message,
      detail: `Meet them, or waive them with a reason.\n\n${openList(unmet)}`,
      first,
    };
  }
  const [open] = unknown;
  if (!open) return undefined;
  const message = `In ${title}, ${count(unknown.length, 'criterion is', 'criteria are')} unknown: no machine can tell. Sign it off all the same?`;
  return { final: false, message, detail: openList(unknown), first: open };
}

const MOST = 5;

function openList(open: readonly CriterionState[]): string {
  const lines = open.map(({ id, reason }) => `${titleOf(id)}: ${plain(reason)}`);
  const more = lines.length - MOST;
  return [...lines.slice(0, MOST), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}
