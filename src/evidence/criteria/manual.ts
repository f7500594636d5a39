import type { Verdict } from '../../base/outcome';
import { unmet } from '../context';

/** Met by a tick alone, which the lifecycle adds: without one it is not met. */
export function judgeManual(): Verdict {
  return unmet('Nobody has ticked it yet.');
}
