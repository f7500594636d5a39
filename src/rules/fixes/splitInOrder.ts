import type { Program } from '../../python/flow/program';
import type { Split } from '../../python/flow/rows/rows';
import type { SpanFix } from '../contract';
import { withKeyword } from './keywords';

/** `train_test_split(…, shuffle=False)`; it cannot keep the shares of classes at the same time. */
export function splitInOrder(
  program: Program,
  split: Pick<Split, 'label' | 'site'> | undefined,
  title: string,
): SpanFix | undefined {
  if (split?.label !== 'train_test_split' || /stratify/.test(program.textOf(split.site))) return undefined;
  const edit = withKeyword(program, split.site, 'shuffle', 'False');
  return edit && { title, safe: false, edits: [edit] };
}
