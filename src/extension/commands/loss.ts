import type { Tick } from '../../base/outcome';

/** What is lost with a tick, where it is more than one name and a day; `undefined` where it is not. */
export function wordLoss(tick: Tick | undefined): string | undefined {
  if (!tick) return undefined;
  const { on, by, note } = tick;
  if (note === undefined && !by.includes(',')) return undefined;
  const words = note === undefined ? '' : `\nNote: ${note}`;
  return `This removes from the manifest: ticked by ${by === '' ? 'nobody' : by} on ${on}.${words}`;
}
