import type { CommandId } from './commands';

/** Which criteria the tracker shows. */
export const FILTERS = {
  all: { words: '', command: 'showAll' },
  /** Neither met nor waived. */
  open: { words: 'open', command: 'showOpen' },
  /** Unmet. */
  failing: { words: 'failing', command: 'showFailing' },
} as const satisfies Record<string, { readonly words: string; readonly command: CommandId }>;

export type Filter = keyof typeof FILTERS;

export function isFilter(value: unknown): value is Filter {
  return typeof value === 'string' && Object.hasOwn(FILTERS, value);
}
