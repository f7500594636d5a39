import { ENTERPRISE } from './enterprise';
import { FIVE_STAGE } from './five-stage';
import { NINE_STAGE } from './nine-stage';
import type { Judged, Rows } from './row';
import { SEVEN_STAGE } from './seven-stage';

/** The rows of each lifecycle, by `stage/criterion`. */
export const ROWS: Readonly<Record<string, Rows>> = {
  'five-stage': FIVE_STAGE,
  'nine-stage': NINE_STAGE,
  'seven-stage': SEVEN_STAGE,
  enterprise: ENTERPRISE,
};

export const JUDGED: readonly Judged[] = ['met', 'unmet', 'unknown'];
