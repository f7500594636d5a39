import type { App } from '../app';

/** Shows every criterion in the tracker. */
export function showAll({ tracker }: App): Promise<void> {
  return tracker.filterBy('all');
}

/** Shows what is neither met nor waived. */
export function showOpen({ tracker }: App): Promise<void> {
  return tracker.filterBy('open');
}

/** Shows what is unmet. */
export function showFailing({ tracker }: App): Promise<void> {
  return tracker.filterBy('failing');
}
