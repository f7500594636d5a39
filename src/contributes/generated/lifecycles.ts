// Derived by `npm run derive`: do not edit.
import type { LifecycleRow } from '../lifecycles';

export const LIFECYCLES: readonly LifecycleRow[] = [
  {
    id: 'nine-stage',
    title: 'Nine stages',
    summary: 'From the problem to a model that is watched, for anything that decides something.',
  },
];
