import type { App } from '../app';

/** Shows the log. */
export async function showOutput({ log }: App): Promise<void> {
  log.show();
}
